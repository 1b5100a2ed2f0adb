import { Finding } from '../../Finding';
import { Rule } from '../../Rule';
import { regionSurvivors } from '../../survivors/regionSurvivors';

const lacking = {
  zone: {
    says: 'In which zones its instances run',
    remedy:
      'Label the nodes with their zones and let Holdfast read them, or leave the objective out.',
  },
  region: {
    says: 'In which regions it, its copies and its backups are',
    remedy:
      'Label the nodes with their region, annotate the object that describes the store with holdfast.io/store-region, or leave the objective out.',
  },
};

/** Only who asks for a disruption by name is told that it cannot be judged: a plain `rpo` or `rto` sets all of them at once. */
export const objectiveUnjudged: Rule = {
  id: 'objective/unjudged',
  title: 'Objective that cannot be judged',
  description:
    'An objective for the loss of a zone or a region is stated by name, but the facts do not tell what that would cost.',
  judges: 'arrangement',
  evaluate({ database, objective, rpo, rto }) {
    const nothingLeft = regionSurvivors(database)?.nothing;
    const findings: Finding[] = [];
    for (const disruption of ['zone', 'region'] as const) {
      // That is no lack of facts.
      if (disruption === 'region' && nothingLeft) continue;
      for (const [objectives, attained] of [
        [objective.rpoSeconds, rpo],
        [objective.rtoSeconds, rto],
      ] as const) {
        const { field } = objectives[disruption].origin;
        if (!field?.endsWith(`.${disruption}`)) continue;
        if (attained[disruption].seconds !== undefined) continue;
        findings.push({
          rule: this.id,
          severity: 'warning',
          message: `${field} says what the loss of a ${disruption} may cost. ${lacking[disruption].says} is not among the facts.`,
          evidence: [],
          ceiling: 'unknown',
          remedy: lacking[disruption].remedy,
        });
      }
    }
    return findings;
  },
};
