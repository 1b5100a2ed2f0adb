import { Volume } from '../../../model';
import { Rule } from '../../Rule';

const immutable =
  'The access modes of a claim cannot be changed; "Change the Access Mode of a PersistentVolume to ReadWriteOncePod" in the Kubernetes documentation keeps the bytes and makes the claim anew.';

/**
 * Kubernetes, "Persistent Volumes", "Access Modes": ReadWriteOnce admits all pods of one node, ReadWriteOncePod one pod of the whole cluster; the
 * latter takes a CSI volume.
 */
export const volumeAccessMode: Rule = {
  id: 'volume/access-mode',
  title: 'Volume that more than one pod may write to',
  description:
    'A database server wants its volume to itself: two that write the same files ruin them. ReadWriteOncePod lets Kubernetes see to that.',
  judges: 'facts',
  evaluate({ database }) {
    const data = database.volumes.filter(({ role }) => role !== 'other');
    const shared = data.filter(volume => modesOf(volume).has('ReadWriteMany'));
    if (shared.length > 0) {
      return {
        rule: this.id,
        severity: 'warning',
        message: `${namesOf(
          shared,
        )} may be written to by pods of several nodes at once (ReadWriteMany): nothing but the operator keeps two servers off the same files.`,
        evidence: evidenceOf(shared),
        remedy: `Use block storage with ReadWriteOncePod: name it in the access modes that the claims are made from, and let the instances be built anew on new claims. ${immutable}`,
      };
    }
    const once = data.filter(
      volume =>
        isCsi(volume) &&
        modesOf(volume).has('ReadWriteOnce') &&
        !modesOf(volume).has('ReadWriteOncePod'),
    );
    if (once.length === 0) return undefined;
    return {
      rule: this.id,
      severity: 'info',
      message: `${namesOf(
        once,
      )} may be written to by every pod of its node (ReadWriteOnce). ReadWriteOncePod would keep it to one.`,
      evidence: evidenceOf(once),
      remedy: `Where the driver can do it, name ReadWriteOncePod in the access modes that new claims are made from. ${immutable}`,
    };
  },
};

function modesOf({ accessModes }: Volume): ReadonlySet<string> {
  return new Set(accessModes?.value.split(', '));
}

/** What Kubernetes itself provides is none. */
function isCsi({ provisioner }: Volume): boolean {
  return (
    provisioner !== undefined && !provisioner.value.startsWith('kubernetes.io/')
  );
}

function namesOf(volumes: readonly Volume[]): string {
  const [first, ...others] = volumes;
  return `The volume of ${first.claim.name}${
    others.length > 0
      ? ` (as ${
          others.length === 1
            ? 'that of 1 more claim'
            : `those of ${others.length} more claims`
        })`
      : ''
  }`;
}

function evidenceOf(volumes: readonly Volume[]) {
  return volumes.flatMap(({ accessModes }) => accessModes?.evidence ?? []);
}
