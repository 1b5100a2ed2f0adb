import { missesRpo } from '../../rpo/missesRpo';
import { Rule, RuleContext } from '../../Rule';

/**
 * Kubernetes, "Pod Topology Spread Constraints": without one over `topology.kubernetes.io/zone`, the scheduler spreads pods over zones where it
 * can, and holds nobody to it.
 */
export const zoneSpread: Rule = {
  id: 'placement/zone-spread',
  title: 'All instances in one zone',
  description:
    'The instances run on several nodes of a single zone: its loss takes all of them at once.',
  judges: 'facts',
  evaluate(context) {
    const { survivors, database } = context;
    // Where no replica is ready elsewhere, or all share a node, other rules say so.
    if (survivors.node.replica !== true || survivors.zone.replica !== false) {
      return undefined;
    }
    const { spread } = database;
    const isAskedFor = spread?.value.over === 'zone';
    const isMissed = missesZone(context);
    if (isAskedFor && !isMissed) return undefined;
    const zone = database.instances.find(({ role }) => role === 'primary')?.zone
      ?.value;
    return {
      rule: this.id,
      severity: isMissed ? 'warning' : 'info',
      message: `All instances that are ready run in one zone${
        zone === undefined ? '' : ` (${zone})`
      }. ${
        isMissed
          ? 'Its loss means a restore, which misses the objective for the loss of a zone.'
          : 'Nothing asks for more.'
      }`,
      evidence: [
        ...survivors.zone.evidence,
        ...(spread ? [spread.evidence] : []),
      ],
      remedy: isAskedFor
        ? 'Zones are asked for and not got: add nodes with room for it in another zone, and see that its storage class can make volumes there.'
        : 'Spread the instances over zones: a topology spread constraint, or required pod anti-affinity, over topology.kubernetes.io/zone.',
    };
  },
};

function missesZone({ objective, rpo, rto, clock }: RuleContext): boolean {
  const { seconds } = rto.zone;
  return (
    (seconds !== undefined && seconds > objective.rtoSeconds.zone.value) ||
    missesRpo({
      attained: rpo.zone,
      objectiveSeconds: objective.rpoSeconds.zone.value,
      clock,
    }) === 'missed'
  );
}
