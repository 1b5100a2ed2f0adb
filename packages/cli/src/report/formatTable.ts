import { styleText } from 'node:util';
import {
  Disruption,
  formatDuration,
  Severity,
  Verdict,
  verdictOrder,
} from '@holdfast/plugin-holdfast-common';
import {
  CheckReport,
  ReportedDatabase,
  ReportedFinding,
  ReportedTimes,
} from './CheckReport';
import { formatColumns, wrap } from './columns';
import { decidingVerdict, failing, FailOn } from './failOn';

type Style = Parameters<typeof styleText>[0];

const verdicts: Readonly<Record<Verdict, { words: string; style: Style }>> = {
  unprotected: { words: 'Unprotected', style: 'red' },
  unknown: { words: 'Unknown', style: 'magenta' },
  'at-risk': { words: 'At risk', style: 'yellow' },
  protected: { words: 'Protected', style: 'green' },
  proven: { words: 'Proven', style: 'green' },
  exempt: { words: 'Exempt', style: 'gray' },
};
const severityStyles: Readonly<Record<Severity, Style>> = {
  critical: 'red',
  warning: 'yellow',
  info: 'gray',
};
const severityOrder: readonly Severity[] = ['critical', 'warning', 'info'];
const disruptions: readonly Disruption[] = [
  'instance',
  'zone',
  'region',
  'data',
];

export interface TableOptions {
  /** Findings that are merely worth knowing, too. */
  verbose: boolean;
  failOn: FailOn;
  color: boolean;
  /** Lines are broken at this many characters. Absent: they are not. */
  width?: number;
}

/**
 * Writes a report for people: a line for each database, the worst first, then what was found. What could not be read is not in it.
 */
export function formatTable(
  report: CheckReport,
  options: TableOptions,
): string {
  const databases = [...report.databases].sort(
    (a, b) => rankOf(a) - rankOf(b) || compareText(a.id, b.id),
  );
  const paint = painter(options.color);
  const nameOf = naming(databases);
  const lines = databases.length
    ? formatColumns([headings(databases), ...databases.map(rowOf)])
    : [];

  function headings(all: readonly ReportedDatabase[]): string[] {
    return [
      'VERDICT',
      ...(all.some(({ predicted }) => predicted) ? ['PREDICTED'] : []),
      'DATABASE',
      'RPO / OBJECTIVE',
      'RTO / OBJECTIVE',
      'FINDINGS',
    ].map(heading => paint('bold', heading));
  }

  function rowOf(database: ReportedDatabase): string[] {
    const { verdict, predicted, objective } = database;
    const { rpoSeconds, rtoSeconds } = predicted?.data ?? {
      rpoSeconds: database.attainedRpoSeconds,
      rtoSeconds: database.attainedRtoSeconds,
    };
    const told = databases.some(each => each.predicted)
      ? [predicted ? paintVerdict(predicted.verdict) : '-']
      : [];
    return [
      paintVerdict(verdict),
      ...told,
      nameOf(database),
      `${durationOf(rpoSeconds)} / ${formatDuration(
        objective.data.rpoSeconds,
      )}`,
      `${durationOf(rtoSeconds)} / ${formatDuration(
        objective.data.rtoSeconds,
      )}`,
      countFindings(database.findings),
    ];
  }

  function paintVerdict(verdict: Verdict): string {
    const { words, style } = verdicts[verdict];
    return paint(style, words);
  }

  for (const database of databases) {
    const details = detailsOf(database, options, paint);
    if (!details.length) continue;
    const place = placeOf(database);
    lines.push(
      '',
      `${paint('bold', nameOf(database))}${
        place ? paint('gray', ` (${place})`) : ''
      }`,
      ...details,
    );
  }
  lines.push(...(lines.length ? [''] : []), summaryOf(report, options.failOn));
  return `${lines.join('\n')}\n`;
}

function painter(color: boolean) {
  return (style: Style, text: string) =>
    color ? styleText(style, text, { validateStream: false }) : text;
}

function rankOf(database: ReportedDatabase): number {
  const verdict = decidingVerdict(database);
  const rank = verdictOrder.findIndex(candidate => candidate === verdict);
  return rank < 0 ? verdictOrder.length : rank;
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** The cluster is named where there are several. */
function naming(databases: readonly ReportedDatabase[]) {
  const many = new Set(databases.map(({ cluster }) => cluster)).size > 1;
  return ({ cluster, namespace, name }: ReportedDatabase) =>
    plain(
      [
        ...(many ? [cluster] : []),
        ...(namespace ? [namespace] : []),
        name,
      ].join('/'),
    );
}

function durationOf(seconds: number | undefined): string {
  return seconds === undefined ? '?' : formatDuration(seconds);
}

function countFindings(findings: readonly ReportedFinding[]): string {
  const open = findings.filter(({ waived }) => !waived);
  const counts = severityOrder.flatMap(severity => {
    const count = open.filter(each => each.severity === severity).length;
    return count ? [`${count} ${severity}`] : [];
  });
  const waived = findings.length - open.length;
  if (waived) counts.push(`${waived} waived`);
  return counts.join(', ') || 'none';
}

function detailsOf(
  database: ReportedDatabase,
  options: TableOptions,
  paint: ReturnType<typeof painter>,
): string[] {
  const { predicted, objective, findings } = database;
  const { verbose, width } = options;
  const lines: string[] = [];
  const say = (text: string) => {
    const indent = ' '.repeat(6);
    const broken =
      width === undefined ? [text] : wrap(text, width - indent.length);
    lines.push(...broken.map(line => `${indent}${line}`));
  };
  if (predicted && disruptions.some(each => hasTimes(predicted[each]))) {
    const rows = disruptions.map(disruption => [
      `  ${disruption}`,
      ...pairs(predicted[disruption], objective[disruption]),
    ]);
    lines.push(
      ...formatColumns([
        ['  on loss of', 'RPO / OBJECTIVE', 'RTO / OBJECTIVE'],
        ...rows,
      ]),
    );
  }
  const shown = findings.filter(
    ({ severity }) => verbose || severity !== 'info',
  );
  for (const finding of shown) {
    const { severity, rule, evidence, fix } = finding;
    const place = placeOf(finding);
    lines.push(
      `  ${paint(severityStyles[severity], severity)} ${rule}${
        place ? paint('gray', ` (${place})`) : ''
      }`,
    );
    say(plain(finding.message));
    if (finding.waived) {
      const { until, reason } = finding.waived;
      say(plain(`Waived until ${until}: ${reason}`));
    }
    for (const { object, field, value, observedAt } of evidence) {
      const [kind] = object.kind.split('.');
      say(
        plain(
          `Evidence: ${kind} ${object.name} ${field} ${
            value === undefined ? 'is not set' : `= ${value}`
          }${observedAt ? ` at ${observedAt}` : ''}`,
        ),
      );
    }
    if (fix) say(plain(`Fix: ${fix}`));
  }
  const hidden = findings.length - shown.length;
  if (hidden) {
    lines.push(
      paint(
        'gray',
        `  ${counted(hidden, 'further finding')} for information: --verbose`,
      ),
    );
  }
  return lines;
}

function hasTimes({ rpoSeconds, rtoSeconds }: ReportedTimes): boolean {
  return rpoSeconds !== undefined || rtoSeconds !== undefined;
}

function pairs(
  attained: ReportedTimes,
  objective: Required<ReportedTimes>,
): string[] {
  return (['rpoSeconds', 'rtoSeconds'] as const).map(
    key => `${durationOf(attained[key])} / ${formatDuration(objective[key])}`,
  );
}

function placeOf({ file, line }: { file?: string; line?: number }) {
  return file === undefined ? undefined : plain(`${file}:${line}`);
}

/** Names and messages come from elsewhere: none of them may move the cursor of a terminal. */
function plain(text: string): string {
  return text.replace(/\p{Cc}+/gu, ' ');
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function summaryOf(report: CheckReport, failOn: FailOn): string {
  const { databases, errors } = report;
  const counts = [...verdictOrder, 'exempt' as const].flatMap(verdict => {
    const count = databases.filter(each => each.verdict === verdict).length;
    return count
      ? [`${count} ${verdicts[verdict].words.toLocaleLowerCase('en-US')}`]
      : [];
  });
  const failed = failing(report, failOn).length;
  return [
    databases.length
      ? `${counted(databases.length, 'database')}: ${counts.join(', ')}.`
      : 'No database that Holdfast knows is in the input.',
    ...(failed ? [`${failed} of them at or beyond --fail-on ${failOn}.`] : []),
    ...(errors.length
      ? [
          `${counted(
            errors.length,
            'problem',
          )} with the input: the answer may not be whole.`,
        ]
      : []),
  ].join(' ');
}
