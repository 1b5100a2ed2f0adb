import { Rule } from '../../Rule';
import { missedByInstanceLoss } from '../../survivors/missedByInstanceLoss';

/** One instance may do: a volume that can be attached elsewhere brings it back in minutes. The objective decides. */
export const singleInstance: Rule = {
  id: 'placement/single-instance',
  title: 'A single instance where the objective needs more',
  description:
    'With one instance, the loss of its node means waiting until its volume is attached elsewhere, or restoring from the store where it cannot be.',
  judges: 'arrangement',
  evaluate(context) {
    const { desiredInstances } = context.database;
    if (!desiredInstances || desiredInstances.value > 1) return undefined;
    const missed = missedByInstanceLoss(context);
    if (!missed) return undefined;
    return {
      rule: this.id,
      severity: 'critical',
      message: `There is only one instance. The loss of its node costs ${missed}.`,
      evidence: [desiredInstances.evidence, ...context.rpo.instance.evidence],
      ceiling: 'at-risk',
      remedy: 'Run at least two instances, on different nodes.',
    };
  },
};
