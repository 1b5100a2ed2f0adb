import { JsonObject } from '@backstage/types';
import {
  readReport,
  ReportContext,
  RestoreReport,
} from '@holdfast/plugin-holdfast-common';
import { NamedDatabase } from './subjectOf';

/** Something that was found where a report should be: the report as JSON, or what is wrong with it. */
export interface FoundReport {
  /** Where it was found: `.data['report.json']`. */
  field: string;
  report?: RestoreReport;
  problem?: string;
}

/** Much more cannot be shown, nor can it come of a slip. */
const longestProblem = 500;

/**
 * Reads a text that should be a report of a restore of a database in a namespace.
 *
 * @param options - `database` that the object names, if it does; `namespace` of the object
 */
export function readFound(options: {
  text: string;
  field: string;
  namespace: string;
  context: ReportContext;
}): { found: FoundReport; about: NamedDatabase | undefined } {
  const { text, field, namespace, context } = options;
  const named = databaseIn(context);
  const { report, problems } = readReport(text, context);
  if (!report) {
    const problem = problems
      .map(({ field: name, message }) => `${name}: ${message}`)
      .join('; ');
    return {
      found: { field, problem: problem.slice(0, longestProblem) },
      about: named,
    };
  }
  const { database } = report;
  if (database.namespace !== namespace) {
    return {
      found: {
        field,
        problem: `database.namespace: "${database.namespace}" is another namespace than that of the object, ${namespace}; only what lies beside a database proves something of it`,
      },
      about: named,
    };
  }
  return { found: { field, report }, about: database };
}

function databaseIn({ database }: ReportContext): NamedDatabase | undefined {
  const { namespace, kind, name } = database ?? {};
  return namespace && kind && name ? { namespace, kind, name } : undefined;
}

/** A fact holds plain JSON. */
export function factDataOf(found: readonly FoundReport[]): JsonObject {
  return JSON.parse(JSON.stringify({ found }));
}
