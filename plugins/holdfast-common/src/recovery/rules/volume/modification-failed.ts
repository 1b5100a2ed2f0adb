import { VolumeTrouble } from '../../../model';
import { Rule } from '../../Rule';
import {
  describeSince,
  describeWords,
  kubectlDescribe,
  lastingTroubles,
} from '../../volumes/volumeTroubles';

/**
 * Kubernetes, "Volume Attributes Classes": a claim may ask for other throughput or operations per second, which the storage may refuse
 * (`status.modifyVolumeStatus.status`).
 */
export const volumeModificationFailed: Rule = {
  id: 'volume/modification-failed',
  title: 'Volume not changed as asked for',
  description:
    'A volume of the database was to get another VolumeAttributesClass and did not: it works with its former throughput. Its data is not touched by that.',
  judges: 'facts',
  evaluate({ database, clock }) {
    return lastingTroubles({
      volumes: database.volumes,
      kind: 'modification',
      patience: () => 0,
      clock,
    }).map(({ volume: { claim }, trouble }) => ({
      rule: this.id,
      severity: 'warning',
      message: `The volume of ${
        claim.name
      } does not get the attributes that its claim asks for${describeSince(
        trouble,
      )}. ${causeOf(trouble)}${describeWords(trouble)}`,
      evidence: [trouble.evidence],
      remedy: `Name another class in spec.volumeAttributesClassName, or the former one to give up; ${kubectlDescribe(
        'pvc',
        claim,
      )} shows both.`,
    }));
  },
};

function causeOf({ cause }: VolumeTrouble): string {
  switch (cause) {
    case 'infeasible':
      return 'The storage refuses them for good.';
    case 'class-missing':
      return 'The VolumeAttributesClass that it names does not exist.';
    default:
      return 'The last try has failed; Kubernetes tries again.';
  }
}
