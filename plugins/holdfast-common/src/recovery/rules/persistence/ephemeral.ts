import { Rule } from '../../Rule';
import { limitOfLoss } from './none';

/** An `emptyDir` survives its containers, not its pod (Kubernetes documentation, "Volumes"). It is RedisFailover's default. */
export const persistenceEphemeral: Rule = {
  id: 'persistence/ephemeral',
  title: 'Data goes with the pod',
  description:
    'What the server writes goes to storage that is deleted with its pod, so that nothing is left when it moves to another node.',
  judges: 'arrangement',
  evaluate(context) {
    const { persistence } = context.database;
    if (persistence?.storage.value !== 'ephemeral') return undefined;
    return {
      rule: this.id,
      ...limitOfLoss(context),
      message:
        'What is written to disk goes with the pod: an update, an eviction or a drained node deletes it, and no backup of volumes holds it. Only replicas that are up at that moment keep the data.',
      evidence: [persistence.storage.evidence],
      remedy:
        'Give it a volume of its own (a claim), or, if it is a cache, say so: the objective `rpo: none` with a reason.',
    };
  },
};
