import { Volume, VolumeTrouble } from '../../../model';
import { Finding } from '../../Finding';
import { Rule, RuleContext } from '../../Rule';
import { volumeFill } from '../../volumes/volumeFill';
import {
  describeSince,
  describeWords,
  kubectlDescribe,
  lastingTroubles,
} from '../../volumes/volumeTroubles';

const id = 'volume/cannot-expand';

const anew =
  'rebuild the database on larger volumes, one instance after another, or from a backup where there is one only';

/**
 * Kubernetes, "Expanding Persistent Volumes Claims": a class has to allow it (`allowVolumeExpansion`), and the storage may refuse
 * (`ControllerResizeInfeasible`, `NodeResizeInfeasible` in `status.allocatedResourceStatuses`).
 */
export const volumeCannotExpand: Rule = {
  id,
  title: 'Volume that cannot grow',
  description:
    'A volume of the database was to grow and did not, or is nearly full and may not: its class does not allow it.',
  judges: 'facts',
  evaluate(context) {
    const { database, assumptions, clock } = context;
    const stuck = lastingTroubles({
      volumes: database.volumes,
      kind: 'expansion',
      patience: ({ cause }) =>
        cause === 'node-pending' ? assumptions.reattachSeconds : 0,
      clock,
    });
    return [
      ...stuck.map(({ volume, trouble }) => failed(context, volume, trouble)),
      ...database.volumes.flatMap(volume => forbidden(context, volume)),
    ];
  },
};

function failed(
  { assumptions }: RuleContext,
  volume: Volume,
  trouble: VolumeTrouble,
): Finding {
  const { claim } = volume;
  const fill = volumeFill(volume);
  const isPressing = fill && fill.share >= assumptions.volumeNearlyFull;
  const state = fill ? ` It is ${fill.percent} % full.` : '';
  const finding = {
    rule: id,
    evidence: [trouble.evidence, ...(fill ? [fill.used.evidence] : [])],
  };
  const since = describeSince(trouble);
  const words = describeWords(trouble);
  const look = kubectlDescribe('pvc', claim);
  switch (trouble.cause) {
    case 'node-pending':
      return {
        ...finding,
        severity: isPressing ? 'warning' : 'info',
        message: `The volume of ${claim.name} has grown, and its file system has been waiting for the node to do so${since}.${state}${words}`,
        remedy: `Start the pod that uses it anew, a replica before the primary: some drivers grow a file system only as it is mounted. ${look} shows what it waits for.`,
      };
    case 'infeasible':
      return {
        ...finding,
        severity: isPressing ? 'critical' : 'warning',
        message: `The storage refuses to let the volume of ${claim.name} grow${since}.${state}${words}`,
        remedy: `Ask for a size that the storage can give (spec.resources.requests.storage may be lowered to anything above the present size), or ${anew}.`,
      };
    default:
      return {
        ...finding,
        severity: isPressing ? 'critical' : 'warning',
        message: `Letting the volume of ${claim.name} grow has failed${since}.${state}${words}`,
        remedy: `Mend what the message names; Kubernetes tries again by itself. ${look} shows it.`,
      };
  }
}

function forbidden({ assumptions }: RuleContext, volume: Volume): Finding[] {
  const { claim, expandable, storageClass } = volume;
  const fill = volumeFill(volume);
  if (
    !fill ||
    fill.share < assumptions.volumeNearlyFull ||
    expandable?.value !== false
  ) {
    return [];
  }
  const name = storageClass?.value ?? '<name>';
  return [
    {
      rule: id,
      severity: 'warning',
      message: `The volume of ${claim.name} is ${fill.percent} % full, and its storage class ${name} does not let it grow.`,
      evidence: [expandable.evidence, fill.used.evidence],
      remedy: `If its driver can expand volumes, allow it: kubectl patch storageclass ${name} -p '{"allowVolumeExpansion": true}'; it holds for volumes that are there already. Otherwise ${anew}.`,
    },
  ];
}
