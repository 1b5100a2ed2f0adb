import { pathToFileURL } from 'node:url';
import { relative, isAbsolute } from 'node:path';
import {
  builtInRules,
  ruleDescriptions,
  Severity,
} from '@holdfast/plugin-holdfast-common';
import {
  Location,
  Log,
  Notification,
  ReportingDescriptor,
  Result,
} from 'sarif';
import { CheckReport, ReportedDatabase, ReportedFinding } from './CheckReport';

const levels: Readonly<Record<Severity, Result.level>> = {
  critical: 'error',
  warning: 'warning',
  info: 'note',
};

/**
 * Writes a report as SARIF 2.1.0, which code hosts show beside the lines of a change. What could not be read is a notification of the run.
 *
 * @see https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
export function formatSarif(
  report: CheckReport,
  options: { version: string },
): string {
  const rules = rulesOf(report);
  const indices = new Map(rules.map(({ id }, index) => [id, index]));
  const log: Log = {
    version: '2.1.0',
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    runs: [
      {
        tool: {
          driver: {
            name: 'holdfast',
            version: options.version,
            semanticVersion: options.version,
            rules,
          },
        },
        invocations: [
          {
            executionSuccessful: report.errors.length === 0,
            toolExecutionNotifications: [
              ...report.errors.map(error => notificationOf(error, 'error')),
              ...report.notices.map(notice => notificationOf(notice, 'note')),
            ],
          },
        ],
        results: report.databases.flatMap(database =>
          database.findings.map(finding =>
            resultOf(database, finding, indices.get(finding.rule)),
          ),
        ),
        columnKind: 'utf16CodeUnits',
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

/** Those that have something to say; a finding may come from none of the built-in ones. */
function rulesOf({ databases }: CheckReport): ReportingDescriptor[] {
  const ids = databases.flatMap(({ findings }) =>
    findings.map(({ rule }) => rule),
  );
  const known = ruleDescriptions(builtInRules);
  return [...new Set(ids)].sort().map(id => {
    const rule = known.find(candidate => candidate.id === id);
    return {
      id,
      ...(rule && {
        shortDescription: { text: rule.title },
        fullDescription: { text: rule.description },
      }),
    };
  });
}

function resultOf(
  database: ReportedDatabase,
  finding: ReportedFinding,
  ruleIndex: number | undefined,
): Result {
  const { rule, severity, message, fix } = finding;
  // What is said of a database as a whole is shown where it is defined.
  const place = finding.file === undefined ? database : finding;
  return {
    ruleId: rule,
    ...(ruleIndex !== undefined && { ruleIndex }),
    level: levels[severity],
    message: { text: fix ? `${message}\n\n${fix}` : message },
    locations: [
      {
        ...physicalLocation(place),
        logicalLocations: [
          {
            name: database.name,
            fullyQualifiedName: database.id,
            kind: 'resource',
          },
        ],
      },
    ],
    ...(finding.waived && {
      suppressions: [
        {
          kind: 'external',
          status: 'accepted',
          justification: `${finding.waived.reason} (until ${finding.waived.until})`,
        },
      ],
    }),
    partialFingerprints: { 'database/v1': `${database.id} ${rule}` },
    properties: { verdict: database.verdict, basis: database.basis },
  };
}

function notificationOf(
  { file, line, message }: CheckReport['errors'][number],
  level: Notification.level,
): Notification {
  return {
    level,
    message: { text: `${file} ${message}` },
    locations: [physicalLocation({ file, line })],
  };
}

function physicalLocation({
  file,
  line,
}: {
  file?: string;
  line?: number;
}): Location {
  if (file === undefined) return {};
  return {
    physicalLocation: {
      artifactLocation: { uri: uriOf(file) },
      ...(line !== undefined && { region: { startLine: line } }),
    },
  };
}

/** Relative to where the command runs, which is the root of a repository where it matters. */
function uriOf(file: string): string {
  const path = isAbsolute(file) ? relative(process.cwd(), file) : file;
  return path.startsWith('..')
    ? pathToFileURL(file).href
    : path
        .replaceAll('\\', '/')
        .split('/')
        .map(segment => encodeURIComponent(segment))
        .join('/');
}
