import { Rule } from '../../Rule';

/**
 * Only what is known to be unencrypted counts. Of most storage a cluster does not say: disks may be encrypted below it, or by default for a whole
 * account (Amazon EBS, "Encryption by default").
 */
export const volumeNotEncrypted: Rule = {
  id: 'volume/not-encrypted',
  title: 'Volume not encrypted',
  description:
    'The storage class of a volume asks for no encryption, although its driver would encrypt: whoever gets hold of the disk can read the data.',
  judges: 'facts',
  evaluate({ database }) {
    const open = database.volumes.filter(
      ({ role, encrypted }) => role !== 'other' && encrypted?.value === false,
    );
    if (open.length === 0) return undefined;
    const [{ claim, storageClass }] = open;
    const name = storageClass ? ` ${storageClass.value}` : '';
    return {
      rule: this.id,
      severity: 'warning',
      message: `${
        open.length === 1
          ? `The volume of ${claim.name} is`
          : `${open.length} volumes are`
      } not encrypted, as far as the storage class${name} says.`,
      evidence: open.flatMap(({ encrypted }) => encrypted?.evidence ?? []),
      remedy:
        'Make a class that encrypts (parameters cannot be changed in the one that is there) and let the instances be built anew on volumes of it. If the disks are encrypted below, or by a default of the account, waive this with that reason.',
    };
  },
};
