import { Fact, objectAt, Protector, qualifiedKind } from '../../engine';
import { pods } from '../volumes/resources';
import { describeDrills } from './describeDrills';
import { describeReports } from './describeReports';
import { engineId } from './names';
import { configMaps } from './resources';
import { proofKeyOf } from './subjectOf';

/**
 * Brings reports of restores, and the drills that make them, to the databases that they name.
 */
export const protector: Protector = {
  collects({ kind, namespace, name }) {
    return namespace === undefined
      ? []
      : [proofKeyOf({ namespace, kind, name })];
  },
  protect(input, database) {
    const { namespace = '', kind, name } = input.root;
    const key = proofKeyOf({ namespace, kind, name });
    const claimed = (of: string) =>
      (input.related.get(of) ?? [])
        .filter(({ subjects }) => subjects.includes(key))
        .map(fact => ({ fact, data: claimsOf(fact) }));
    const configured = (input.related.get(qualifiedKind(configMaps)) ?? [])
      .filter(({ subjects }) => subjects.includes(key))
      .map(fact => ({ fact, data: fact.data }));

    const { restores, unreadReports } = describeReports({
      input,
      database,
      facts: [...configured, ...claimed(qualifiedKind(pods))],
    });
    const drills = describeDrills({
      cluster: input.cluster,
      cronJobs: claimed('CronJob.batch'),
      jobs: claimed('Job.batch'),
    });
    return {
      ...(restores.length > 0 && { restores }),
      ...(unreadReports.length > 0 && { unreadReports }),
      ...(drills.length > 0 && { drills }),
    };
  },
};

function claimsOf({ data }: Fact): Fact['data'] {
  return objectAt(data, 'claims', engineId);
}
