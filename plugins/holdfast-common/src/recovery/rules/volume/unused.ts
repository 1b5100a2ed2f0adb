import { Database, Volume } from '../../../model';
import { Clock } from '../../Clock';
import { describeMoment } from '../../describe';
import { Finding } from '../../Finding';
import { momentOf } from '../../moment';
import { Rule } from '../../Rule';
import { kubectlDescribe } from '../../volumes/volumeTroubles';

/** A pod that moves to another node leaves its claim for minutes. */
const hourMs = 3_600_000;

/**
 * Kubernetes since 1.37 (KEP-5541): the condition `Unused` of a claim, true while no pod that has not ended names it. Before that, the claim of
 * an instance that the database does not have any more: StatefulSets keep claims when they shrink ("PersistentVolumeClaim retention").
 */
export const volumeUnused: Rule = {
  id: 'volume/unused',
  title: 'Volume that no pod uses',
  description:
    'A claim of the database is used by no pod although the database is not asleep: an instance does not run, or its volume was left behind.',
  judges: 'facts',
  evaluate({ database, clock }) {
    // What sleeps uses no volumes, and means to use them again.
    if (database.health.state === 'hibernated') return undefined;
    return database.volumes.flatMap(volume => {
      const finding =
        leftBehind(database, volume) ?? unused(database, volume, clock);
      return finding ? { rule: this.id, ...finding } : [];
    });
  },
};

function leftBehind(
  { instances }: Database,
  { claim, instance, phase }: Volume,
): Omit<Finding, 'rule'> | undefined {
  if (instance === undefined || instances.length === 0) return undefined;
  if (instances.some(({ name }) => name === instance)) return undefined;
  return {
    severity: 'info',
    message: `The claim ${claim.name} belongs to ${instance}, which is not an instance of the database any more. Its volume is kept, and paid for, with the data as it was.`,
    evidence: phase ? [phase.evidence] : [],
    remedy: `Delete the claim once nobody wants its data: kubectl${
      claim.namespace === undefined ? '' : ` -n ${claim.namespace}`
    } delete pvc ${
      claim.name
    }. Growing to the old size again would start from the old data.`,
  };
}

function unused(
  { instances }: Database,
  { claim, instance, unusedSince }: Volume,
  clock: Clock,
): Omit<Finding, 'rule'> | undefined {
  const since = momentOf(unusedSince?.value);
  if (!unusedSince || since === undefined) return undefined;
  if (!clock.hasPassed(since + hourMs)) return undefined;
  const isExpected = instances.some(({ name }) => name === instance);
  return {
    severity: isExpected ? 'warning' : 'info',
    message: `No pod has used the claim ${claim.name} since ${describeMoment(
      unusedSince.value,
    )}.${isExpected ? ` The instance ${instance} does not run.` : ''}`,
    evidence: [unusedSince.evidence],
    remedy: isExpected
      ? `Find out why ${instance} has no pod: look at the database's own object.`
      : `If it was left behind, delete it once nobody wants its data; ${kubectlDescribe(
          'pvc',
          claim,
        )} shows what it was made for.`,
  };
}
