import { Rule } from '../../Rule';

/** Only who asks for a region gets told that it cannot be told; a plain `rpo` sets all disruptions without asking for this one. */
export const objectiveRegionUnknown: Rule = {
  id: 'objective/region-unknown',
  title: 'Loss of a region cannot be judged',
  description:
    'An objective for the loss of a region is stated, but the facts do not tell whether anything is kept in another one.',
  judges: 'arrangement',
  evaluate({ objective, rpo }) {
    const stated = [objective.rpoSeconds, objective.rtoSeconds].find(
      ({ region }) => region.origin.field?.includes('region'),
    );
    if (!stated || rpo.region.seconds !== undefined) return undefined;
    return {
      rule: this.id,
      severity: 'warning',
      message: `${stated.region.origin.field} asks what the loss of a region costs. In which region backups are kept is not among the facts.`,
      evidence: [],
      ceiling: 'unknown',
      remedy:
        'Leave the objective for the region out, or keep the proof that it holds elsewhere.',
    };
  },
};
