import {
  FactKey,
  KubernetesObject,
  Projection,
  qualifiedKind,
  WatchedResource,
} from '../../engine';
import { factDataOf, FoundReport, readFound } from './readFound';
import { configMaps } from './resources';
import { namedDatabase, proofKeyOf, reportContextOf } from './subjectOf';

/** A ConfigMap holds up to 1 MiB, and a fact is to stay small. */
const mostReports = 3;

/**
 * Keeps the reports that a ConfigMap holds, one in each of its first three entries by name, and nothing else of it.
 */
export function project(
  resource: WatchedResource,
  object: KubernetesObject,
): Projection | undefined {
  const { namespace } = object.metadata;
  if (
    qualifiedKind(resource) !== qualifiedKind(configMaps) ||
    namespace === undefined
  ) {
    return undefined;
  }
  const context = reportContextOf(object);
  const named = namedDatabase(object);
  const subjects = new Set<FactKey>(named ? [proofKeyOf(named)] : []);
  const reports: FoundReport[] = [];
  for (const [entry, text] of entriesOf(object.data).slice(0, mostReports)) {
    const field = `.data['${entry}']`;
    const { found, about } = readFound({ text, field, namespace, context });
    reports.push(found);
    if (about) subjects.add(proofKeyOf(about));
  }
  // Nobody could be told of it.
  return subjects.size > 0
    ? { subjects: [...subjects], needs: [], data: factDataOf(reports) }
    : undefined;
}

/** By name, so that their order does not matter. */
function entriesOf(data: unknown): [string, string][] {
  if (typeof data !== 'object' || data === null) return [];
  return Object.entries(data)
    .filter((entry): entry is [string, string] => typeof entry[1] === 'string')
    .sort(([a], [b]) => (a < b ? -1 : 1));
}
