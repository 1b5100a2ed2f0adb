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

const look = ({ volume }: Troubled) => kubectlDescribe('pvc', volume.claim);
const classOf = ({ volume }: Troubled) => volume.storageClass?.value ?? '';

const unknown: Diagnosis = {
  cause: () => 'Why cannot be told from the objects.',
  remedy: troubled => `Look at its events: ${look(troubled)}.`,
};

const diagnoses: Partial<
  Record<NonNullable<VolumeTrouble['cause']>, Diagnosis>
> = {
  'no-class': {
    cause: () =>
      'It names no storage class, and no class has been the default since.',
    remedy: () =>
      'Name a class in spec.storageClassName where the claim comes from, or make one the default: kubectl annotate storageclass <name> storageclass.kubernetes.io/is-default-class=true.',
  },
  'class-missing': {
    cause: troubled =>
      `The storage class ${classOf(troubled)} that it names does not exist.`,
    remedy: troubled =>
      `Create the StorageClass ${classOf(
        troubled,
      )}, or name one of kubectl get storageclass where the claim comes from and let the claim be made anew: its class cannot be changed.`,
  },
  'no-volume': {
    cause: troubled =>
      `Its storage class ${classOf(
        troubled,
      )} makes no volumes, and none of those that were made by hand fits.`,
    remedy: troubled =>
      `Create a PersistentVolume of class ${classOf(
        troubled,
      )} that is as large as the claim and has its access mode; kubectl get pv shows those there are.`,
  },
  'no-consumer': {
    cause: troubled =>
      `Its storage class ${classOf(
        troubled,
      )} waits for the first pod that uses it (volumeBindingMode WaitForFirstConsumer), and no pod of the database does.`,
    remedy: troubled =>
      `Find out why no pod is started for it: look at the database's own object, and at ${look(
        troubled,
      )}.`,
  },
  unschedulable: {
    cause: () => 'It waits for the pod that is to use it, which finds no node.',
    remedy: troubled =>
      `Look at why no node takes the pod: ${look(
        troubled,
      )} names it under "Used By". Room, taints, and the zones that the class allows are the usual reasons.`,
  },
  provisioner: {
    cause: ({ volume }) =>
      `What makes volumes for its class (${
        volume.provisioner?.value ?? 'unknown'
      }) has not made it.`,
    remedy: troubled =>
      `Look at the driver's words under Events: ${look(
        troubled,
      )}. Quotas, credentials of the driver, and storage without room are the usual reasons.`,
  },
};

/**
 * A claim is bound as soon as it has a volume. Kubernetes, "Persistent Volumes": "Claims will remain unbound indefinitely if a matching
 * volume does not exist."
 */
export const volumeNotBinding: Rule = {
  id: 'volume/not-binding',
  title: 'Claim without a volume',
  description:
    'A claim of the database has been pending for longer than a volume takes to be made: the instance that needs it cannot start.',
  judges: 'facts',
  evaluate({ database, assumptions, clock }) {
    return lastingTroubles({
      volumes: database.volumes,
      kind: 'binding',
      patience: () => assumptions.provisionSeconds,
      clock,
    })
      .filter(({ trouble }) => !isAsleep(database, trouble))
      .map(troubled => {
        const { volume, trouble } = troubled;
        const { cause, remedy } =
          (trouble.cause && diagnoses[trouble.cause]) ?? unknown;
        return {
          rule: this.id,
          severity: hasData(database) ? 'warning' : 'critical',
          message: `The claim ${
            volume.claim.name
          } has been waiting for a volume${describeSince(trouble)}. ${cause(
            troubled,
          )}${describeWords(trouble)}`,
          evidence: [
            trouble.evidence,
            ...(volume.storageClass ? [volume.storageClass.evidence] : []),
          ],
          remedy: remedy(troubled),
        };
      });
  },
};

/** What sleeps has no pods to wait for. */
function isAsleep({ health }: Database, { cause }: VolumeTrouble): boolean {
  return health.state === 'hibernated' && cause === 'no-consumer';
}

function hasData({ volumes }: Database): boolean {
  return volumes.some(
    ({ role, phase }) => role === 'data' && phase?.value === 'Bound',
  );
}
