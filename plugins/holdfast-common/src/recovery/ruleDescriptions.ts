import { Rule } from './Rule';
import { waiverRules } from './waivers/waiverRules';
import { whyNotWaivable } from './waivers/whyNotWaivable';

/**
 * What a rule is, for those who read about it or choose among them.
 *
 * @public
 */
export interface RuleDescription
  extends Pick<Rule, 'id' | 'title' | 'description'> {
  /** Absent for what judgement itself has to say, beside the rules. */
  judges?: Rule['judges'];
  /** Whether its findings can be accepted, as long as they leave something to restore from. */
  waivable: boolean;
}

/** What judgement says when rules cannot speak, or when they have spoken. */
const besideTheRules = [
  {
    id: 'facts/unreadable',
    title: 'Facts that cannot be read',
    description:
      'The facts of the database have a shape that cannot be judged, so that its verdict is Unknown.',
  },
  ...Object.values(waiverRules),
];

/**
 * Describes rules, and what judgement says beside them, in the order of their ids.
 *
 * @public
 */
export function ruleDescriptions(rules: readonly Rule[]): RuleDescription[] {
  return [
    ...rules.map(rule => ({
      id: rule.id,
      title: rule.title,
      description: rule.description,
      judges: rule.judges,
      waivable: whyNotWaivable(rule) === undefined,
    })),
    ...besideTheRules.map(words => ({ ...words, waivable: false })),
  ].sort((a, b) => (a.id < b.id ? -1 : 1));
}
