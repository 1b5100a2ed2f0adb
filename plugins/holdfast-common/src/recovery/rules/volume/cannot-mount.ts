import { Database, VolumeTrouble } from '../../../model';
import { Rule } from '../../Rule';
import {
  describeSince,
  describeWords,
  kubectlDescribe,
  lastingTroubles,
  Troubled,
} from '../../volumes/volumeTroubles';

type Diagnosis = Record<'cause' | 'remedy', (troubled: Troubled) => string>;

const podOf = ({ trouble }: Troubled) => trouble.evidence.object;
const look = (troubled: Troubled) => kubectlDescribe('pod', podOf(troubled));
const claimOf = ({ volume }: Troubled) => volume.claim.name;

const unscheduled: Diagnosis = {
  cause: troubled =>
    `finds no node that can use the volume of ${claimOf(troubled)}`,
  remedy: troubled =>
    `Look at what the scheduler says of the volume: ${look(troubled)}.`,
};

const diagnoses: Partial<
  Record<NonNullable<VolumeTrouble['cause']>, Diagnosis>
> = {
  topology: {
    cause: troubled =>
      `may not run where the volume of ${claimOf(troubled)} is`,
    remedy: () =>
      'Compare where the volume is tied to (kubectl get pv -o yaml, under nodeAffinity) with the nodes that are left: bring up one in its zone with room for the pod, or let the operator build the instance anew elsewhere from another one.',
  },
  'in-use': {
    cause: troubled =>
      `waits for ${claimOf(
        troubled,
      )}, which only one pod may use (ReadWriteOncePod), and another one does`,
    remedy: troubled =>
      `See under "Used By" who has it: ${kubectlDescribe(
        'pvc',
        troubled.volume.claim,
      )}. A pod that hangs on a node that is gone has to be deleted with --force once the node is known to be off.`,
  },
  'attach-limit': {
    cause: () =>
      'finds no node that takes another volume: each has as many attached as it can',
    remedy: () =>
      'Add a node, or use machines that take more volumes; kubectl get csinode -o yaml shows the limit of each driver under allocatable.count.',
  },
  'not-started': {
    cause: troubled =>
      `has a node, but its containers were not started: the volume of ${claimOf(
        troubled,
      )} could not be attached or mounted, or, less often, its network or a Secret is not there`,
    remedy: troubled =>
      `Look for FailedAttachVolume and FailedMount under Events: ${look(
        troubled,
      )}. "Multi-Attach error" means that another node still has the volume: kubectl get volumeattachment shows which.`,
  },
};

/**
 * Kubernetes schedules a pod where its volumes can be, attaches and mounts them, and only then starts its containers ("Pod Lifecycle",
 * PodReadyToStartContainers). A volume is taken away from a node that is lost after 6 minutes (`maxWaitForUnmountDuration`).
 */
export const volumeCannotMount: Rule = {
  id: 'volume/cannot-mount',
  title: 'Pod cannot use its volume',
  description:
    'A pod of the database has been waiting for its volume for longer than it takes to attach one: it may not be scheduled where the volume is, or the volume does not come.',
  judges: 'facts',
  evaluate({ database, assumptions, clock }) {
    const lasting = lastingTroubles({
      volumes: database.volumes,
      kind: 'mount',
      patience: ({ cause }) =>
        cause === 'not-started'
          ? assumptions.reattachSeconds
          : assumptions.provisionSeconds,
      clock,
    });
    // Which of a pod's volumes it waits for is not told: once is enough.
    const byPod = new Map(
      lasting.map(troubled => [podOf(troubled).name, troubled]),
    );
    return Array.from(byPod, ([pod, troubled]) => {
      const { trouble } = troubled;
      const { cause, remedy } =
        (trouble.cause && diagnoses[trouble.cause]) ?? unscheduled;
      return {
        rule: this.id,
        severity: servesElsewhere(database) ? 'warning' : 'critical',
        message: `The pod ${pod} ${cause(troubled)}${
          trouble.since === undefined ? '' : `,${describeSince(trouble)}`
        }.${describeWords(trouble)}`,
        evidence: [trouble.evidence],
        remedy: remedy(troubled),
      };
    });
  },
};

function servesElsewhere({ instances }: Database): boolean {
  return instances.some(({ ready }) => ready?.value === true);
}
