import { builtInRules, Rule } from '@holdfast/plugin-holdfast-common';
import { orders } from '../engines/__testUtils__/orders';
import { describeOne } from '../engines/__testUtils__/recording';
import { describeRuleContract } from './describeRuleContract';
import { filledIn, ruleChecks } from './ruleChecks';

const database = describeOne('orders', orders);
const strict = {
  ...database,
  annotations: { retention: '400d' },
};

function builtIn(id: string): Rule {
  const rule = builtInRules.find(candidate => candidate.id === id);
  if (!rule) throw new Error(`no rule ${id}`);
  return rule;
}

// What is built in passes it as well.
describeRuleContract(builtIn('retention/below-objective'), {
  samples: [
    { title: 'kept too short', database: strict, finds: true },
    { title: 'kept long enough', database, finds: false },
  ],
});

const good: Rule = {
  id: 'acme/good',
  title: 'Good',
  description: 'Says that it is there.',
  judges: 'arrangement',
  evaluate: ({ database: { reference } }) => ({
    rule: 'acme/good',
    severity: 'info',
    message: 'It is there.',
    evidence: [{ object: reference, field: '.spec' }],
  }),
};

let calls = 0;

describe('the contract of rules', () => {
  it.each<[string, Partial<Rule>]>([
    ['finds what it should', { evaluate: () => undefined }],
    [
      'is pure',
      {
        evaluate: context => {
          const found = good.evaluate(context);
          calls += 1;
          return calls % 2 ? found : undefined;
        },
      },
    ],
    [
      'says what can be looked up',
      {
        evaluate: () => ({
          rule: 'acme/other',
          severity: 'info',
          message: 'no sentence',
          evidence: [],
        }),
      },
    ],
    [
      'does with less',
      {
        evaluate: context => {
          // It counts on a store being there.
          const [{ id }] = context.database.stores;
          return id ? good.evaluate(context) : undefined;
        },
      },
    ],
    [
      'is never made greener by failures',
      {
        evaluate: context => ({
          rule: 'acme/good',
          severity: 'warning',
          message: 'No backup was tried.',
          evidence: [{ object: context.database.reference, field: '.status' }],
          ...(context.database.attempts.length === 0 && {
            ceiling: 'at-risk' as const,
          }),
        }),
      },
    ],
    [
      'changes with time only when it says so, and never for the greener',
      {
        evaluate: context =>
          context.clock.now > Date.parse('2026-11-25T00:00:00Z')
            ? good.evaluate(context)
            : undefined,
      },
    ],
  ])('knows a rule that is not as it should be: %s', (name, fault) => {
    const sample = filledIn({ title: 'orders', database, finds: true });
    const check = ruleChecks[name];
    expect(check(good, sample)).toEqual([]);
    expect(check({ ...good, ...fault }, sample)).not.toEqual([]);
  });
});
