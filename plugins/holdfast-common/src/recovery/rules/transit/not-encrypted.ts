import { Rule } from '../../Rule';

/** What the operator says about TLS. Where clients may choose, nothing is known of what they do. */
export const transitNotEncrypted: Rule = {
  id: 'transit/not-encrypted',
  title: 'Connections not encrypted',
  description:
    'The server does not offer TLS: passwords and data cross the network as they are.',
  judges: 'arrangement',
  evaluate({ database }) {
    const { encryptedInTransit } = database;
    if (encryptedInTransit?.value !== false) return undefined;
    return {
      rule: this.id,
      severity: 'warning',
      message:
        'Connections to the database are not encrypted: passwords and data can be read on the way.',
      evidence: [encryptedInTransit.evidence],
      remedy: `Switch TLS on in ${database.reference.kind.split('.')[0]} ${
        database.reference.name
      } (see ${
        encryptedInTransit.evidence.field
      }), and require it once all clients use it. Where its operator has no TLS, keep others off its network with a NetworkPolicy, or encrypt the network itself.`,
    };
  },
};
