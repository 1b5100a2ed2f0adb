import {
  CallOptions,
  databaseIdOf,
  DecommissionFacts,
  HoldfastClient,
  ObjectReference,
} from '@holdfast/plugin-holdfast-common';
import { refusalOf } from '../words/refusalOf';

/**
 * What Holdfast has seen of a database, as far as its end depends on it.
 *
 * @throws an error that names the database when Holdfast does not know it, or the caller may not read it
 */
export async function lookAtDatabase(
  client: Pick<HoldfastClient, 'getDatabase' | 'listRecoveryPoints'>,
  database: ObjectReference,
  callOptions: CallOptions,
): Promise<{ facts: DecommissionFacts; retentionSeconds: number }> {
  const id = databaseIdOf(database);
  const refuse = (error: unknown) => {
    throw refusalOf(error);
  };
  const { summary, assessment } = await client
    .getDatabase(id, callOptions)
    .catch(refuse);
  const points = await client
    .listRecoveryPoints(id, { limit: 100 }, callOptions)
    .catch(refuse);
  return {
    facts: {
      name: database.name,
      verdict: summary.verdict,
      stale: summary.stale,
      findings: assessment.findings,
      usableBackups: points.items
        .filter(({ usable }) => usable)
        .map(({ object }) => object.name),
    },
    retentionSeconds: assessment.objective.retentionSeconds.value,
  };
}
