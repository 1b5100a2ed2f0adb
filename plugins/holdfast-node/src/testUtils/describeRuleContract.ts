import { builtInRules, Rule } from '@holdfast/plugin-holdfast-common';
import { filledIn, RuleContractSample, ruleChecks } from './ruleChecks';

export type { RuleContractSample } from './ruleChecks';

/**
 * What {@link describeRuleContract} needs beside the rule.
 *
 * @public
 */
export interface RuleContractOptions {
  /** At least one that the rule finds something about, and one that it does not. */
  samples: readonly RuleContractSample[];
}

const word = '[a-z0-9]+(-[a-z0-9]+)*';
const reservedAreas = ['facts', 'waiver', 'ownership'];

/**
 * Registers the tests that a rule has to pass: its id and words are well-formed, it is pure and total, it names its evidence, failures never
 * make a verdict greener, and neither does time.
 *
 * @public
 */
export function describeRuleContract(
  rule: Rule,
  options: RuleContractOptions,
): void {
  const samples = options.samples.map(filledIn);
  const titled = samples.map(sample => [sample.title, sample] as const);

  describe(`rule ${rule.id}`, () => {
    it('has an id of an area and a name, which no built-in rule has', () => {
      expect(rule.id).toMatch(new RegExp(`^${word}/${word}$`));
      expect(reservedAreas).not.toContain(rule.id.split('/')[0]);
      const others = builtInRules.filter(other => other !== rule);
      expect(others.map(({ id }) => id)).not.toContain(rule.id);
    });

    it('is described in words', () => {
      expect(rule.title).toMatch(/^\S.*[^.]$/);
      expect(rule.description).toMatch(/^\S.*\.$/);
      expect(['facts', 'arrangement']).toContain(rule.judges);
    });

    it('is tried both ways', () => {
      expect(samples.map(({ finds }) => finds)).toEqual(
        expect.arrayContaining([true, false]),
      );
    });

    describe.each(Object.entries(ruleChecks))('%s', (_, check) => {
      it.each(titled)('%s', (__, sample) => {
        expect(check(rule, sample)).toEqual([]);
      });
    });
  });
}
