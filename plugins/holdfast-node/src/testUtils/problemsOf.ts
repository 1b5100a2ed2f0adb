import { Database, databaseIdOf } from '@holdfast/plugin-holdfast-common';
import { isJsonObject } from '../engine';

/**
 * What is wrong with a described database whatever it was made from: an id that is not its reference's, evidence that nobody could look up,
 * times that are none, anything that is no JSON.
 */
export function problemsOf(database: Database): string[] {
  const problems: string[] = [];
  if (database.id !== databaseIdOf(database.reference)) {
    problems.push(`id ${database.id} is not that of its reference`);
  }
  inspect(database, 'database', problems);
  return problems;
}

function inspect(value: unknown, path: string, problems: string[]): void {
  if (Array.isArray(value)) {
    value.forEach((element, index) =>
      inspect(element, `${path}[${index}]`, problems),
    );
    return;
  }
  if (isJsonObject(value)) {
    if ('evidence' in value) inspectEvidence(value.evidence, path, problems);
    for (const [name, child] of Object.entries(value)) {
      if (name !== 'evidence') inspect(child, `${path}.${name}`, problems);
    }
    return;
  }
  if (typeof value === 'number' && !Number.isFinite(value)) {
    problems.push(`${path} is ${value}`);
  } else if (
    !['string', 'number', 'boolean', 'undefined'].includes(typeof value)
  ) {
    problems.push(`${path} is no JSON: ${String(value)}`);
  }
  if (/(At|Point|Backup)(\.value)?$/.test(path) && typeof value === 'string') {
    if (
      !/^\d{4,}-\d{2}-\d{2}T.*Z$/.test(value) ||
      Number.isNaN(Date.parse(value))
    ) {
      problems.push(`${path} is no time in UTC: ${value}`);
    }
  }
}

function inspectEvidence(evidence: unknown, path: string, problems: string[]) {
  for (const piece of [evidence].flat()) {
    const cited = isJsonObject(piece) ? piece : {};
    const { object, field } = cited;
    if (typeof field !== 'string' || !/^[.a-zA-Z_]/.test(field)) {
      problems.push(`${path} has evidence without a field`);
    }
    if (
      !isJsonObject(object) ||
      [object.cluster, object.kind, object.name].some(
        part => typeof part !== 'string' || part === '',
      )
    ) {
      problems.push(`${path} has evidence without an object`);
    }
  }
}
