import { Evidence, Rule } from '@holdfast/plugin-holdfast-common';

/**
 * An example of a rule of one's own: gold databases keep something to restore from in two regions.
 *
 * @see docs/own-rules.md
 */
export const secondBackupRegion: Rule = {
  id: 'acme/second-backup-region',
  title: 'No second region for a gold database',
  description:
    'Our policy asks that a gold database can be restored after the loss of any one region, so that its backups and copies lie in two.',
  judges: 'facts',
  evaluate({ database, objective }) {
    if (objective.tier.value !== 'gold') return undefined;
    const { copies = [], reference } = database;
    const stores = database.stores.filter(({ inUse }) => inUse);
    const regions = new Map<string, Evidence>();
    for (const { region } of [...stores, ...copies]) {
      if (region) regions.set(region.value, region.evidence);
    }
    if (regions.size >= 2) return undefined;

    const untold = stores.filter(({ region }) => !region);
    if (untold.length) {
      // What nobody knows is not taken for a breach of the policy, nor for its being kept.
      return {
        rule: this.id,
        severity: 'warning',
        message: `Nothing says in which region the store ${untold[0].definedBy.name} of this gold database lies.`,
        evidence: untold.map(({ definedBy }) => ({
          object: definedBy,
          field: ".metadata.annotations['holdfast.io/store-region']",
        })),
        ceiling: 'unknown',
        remedy:
          'Say it with the annotation `holdfast.io/store-region` of the store.',
      };
    }
    const [region] = regions.keys();
    return {
      rule: this.id,
      severity: 'critical',
      message: region
        ? `Everything that this gold database could be restored from lies in ${region}.`
        : 'This gold database has nothing in any region that it could be restored from.',
      evidence: regions.size
        ? [...regions.values()]
        : [{ object: reference, field: '.spec' }],
      ceiling: 'at-risk',
      remedy: 'Send backups to a bucket in a second region as well.',
    };
  },
};
