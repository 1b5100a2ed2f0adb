import { Rule } from '../../Rule';

/** CloudNativePG 1.26 deprecated it; the release notes of 1.30 announce its removal for 1.31. */
export const archivingDeprecatedMethod: Rule = {
  id: 'archiving/deprecated-method',
  title: 'Barman inside the operator is deprecated',
  description:
    'Backups go through the operator itself. Its support for object stores is deprecated in favour of the Barman Cloud plugin.',
  judges: 'arrangement',
  evaluate({ database }) {
    const store = database.stores.find(
      ({ inUse, method }) => inUse && method === 'barman-in-tree',
    );
    if (!store) return undefined;
    return {
      rule: this.id,
      severity: 'info',
      message:
        "Backups go through the operator's own support for object stores, deprecated since CloudNativePG 1.26 and to be removed in 1.31.",
      evidence: [
        store.location?.evidence ?? database.archiving.configured.evidence,
      ],
      remedy:
        'Move to the Barman Cloud plugin with an ObjectStore, keep the server name, and take a base backup.',
    };
  },
};
