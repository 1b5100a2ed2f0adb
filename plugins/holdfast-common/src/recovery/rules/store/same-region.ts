import { Rule } from '../../Rule';
import { regionSurvivors } from '../../survivors/regionSurvivors';

/** 3-2-1 asks for a copy off site. Who states an objective for the loss of the region by name misses it with none. */
export const storeSameRegion: Rule = {
  id: 'store/same-region',
  title: 'Nothing in another region',
  description:
    'The database, all of its backups and all of its copies are in one region: who loses the region loses all of them.',
  judges: 'facts',
  evaluate({ database, objective }) {
    const { region, stores } = database;
    if (!region || !regionSurvivors(database)?.nothing) return undefined;
    const asked = [objective.rpoSeconds, objective.rtoSeconds].find(
      ({ region: { origin } }) => origin.field?.endsWith('.region'),
    );
    const place = stores.find(({ inUse }) => inUse);
    const evidence = place?.region?.evidence ?? place?.inCluster?.evidence;
    return {
      rule: this.id,
      severity: asked ? 'critical' : 'info',
      message: `The database and all of its backups are in the region ${
        region.value
      }: with the region, all of it is lost.${
        asked
          ? ` ${asked.region.origin.field} says what such a loss may cost.`
          : ''
      }`,
      evidence: [region.evidence, ...(evidence ? [evidence] : [])],
      ...(asked && { ceiling: 'at-risk' as const }),
      remedy:
        'Replicate the bucket to another region, send backups to one there, or run a copy of the database there.',
    };
  },
};
