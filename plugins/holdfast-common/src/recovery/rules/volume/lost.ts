import { Rule } from '../../Rule';
import { kubectlDescribe, lastingTroubles } from '../../volumes/volumeTroubles';

/** Kubernetes, PersistentVolumeClaimPhase `Lost`: the volume that the claim was bound to does not exist any longer, and its data is lost. */
export const volumeLost: Rule = {
  id: 'volume/lost',
  title: 'Volume lost',
  description:
    'A claim of the database has lost its volume: the bytes on it are not there any more, as far as Kubernetes knows.',
  judges: 'facts',
  evaluate({ database, clock, usable }) {
    const { volumes } = database;
    const lost = lastingTroubles({
      volumes,
      kind: 'lost',
      patience: () => 0,
      clock,
    });
    const isLeft = volumes.some(
      ({ role, phase }) => role === 'data' && phase?.value === 'Bound',
    );
    return lost.map(({ volume: { claim, role }, trouble }) => ({
      rule: this.id,
      severity: 'critical',
      message: `The claim ${
        claim.name
      } has lost its volume, and Kubernetes takes the bytes on it for lost. ${
        isLeft
          ? 'Another instance still has a volume with data.'
          : 'No other volume of the database is known to hold its data.'
      }`,
      evidence: [trouble.evidence],
      ...(role !== 'other' && !isLeft && { ceiling: 'at-risk' }),
      remedy: `${kubectlDescribe(
        'pvc',
        claim,
      )} names the volume; look for its disk at the provider before the claim is deleted. ${remedyOf(
        isLeft,
        usable.points.length > 0,
      )}`,
    }));
  },
};

function remedyOf(isLeft: boolean, isRestorable: boolean): string {
  if (isLeft) return 'Then let the instance be built anew from another one.';
  return isRestorable
    ? 'Then restore the database from its latest recovery point.'
    : 'There is nothing else to restore from.';
}
