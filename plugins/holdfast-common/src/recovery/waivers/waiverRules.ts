import { Rule } from '../Rule';

/** What a rule is, without how it judges. */
type RuleWords = Pick<Rule, 'id' | 'title' | 'description'>;

/**
 * What the judgement itself has to say about waivers: they are looked at when the rules have spoken, so that no rule can say it.
 */
export const waiverRules = {
  expired: {
    id: 'waiver/expired',
    title: 'Waiver that is over',
    description:
      'A waiver has come to its end, so that what it accepted counts again.',
  },
  refused: {
    id: 'waiver/refused',
    title: 'Waiver that cannot hold',
    description:
      'What is waived leaves nothing to restore from, cannot be told, or is no risk that somebody can take: it counts as if there were no waiver.',
  },
  unknownRule: {
    id: 'waiver/unknown-rule',
    title: 'Waiver of a rule that is not there',
    description:
      'A waiver names a rule that does not exist, and accepts nothing.',
  },
  unreadable: {
    id: 'waiver/unreadable',
    title: 'Waiver that cannot be read',
    description:
      'A waiver is stated in a way that cannot be read, and accepts nothing.',
  },
} as const satisfies Record<string, RuleWords>;
