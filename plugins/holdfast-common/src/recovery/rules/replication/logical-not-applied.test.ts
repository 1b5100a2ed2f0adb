import { LogicalReplication } from '../../../model';
import { observed, reference } from '../../__testUtils__/aDatabase';
import { findingsOf } from '../../__testUtils__/findingsOf';
import { logicalNotApplied } from './logical-not-applied';

const subscription = (
  overrides: Partial<LogicalReplication>,
): LogicalReplication => ({
  object: {
    ...reference,
    kind: 'Subscription.postgresql.cnpg.io',
    name: 'orders-sub',
  },
  direction: 'subscribes',
  ...overrides,
});

describe('replication/logical-not-applied', () => {
  it('gives the words of the operator', () => {
    expect(
      findingsOf(logicalNotApplied, {
        logicalReplication: [
          subscription({
            applied: observed(false, '.status.applied'),
            problem: observed('database "app" does not exist'),
          }),
        ],
      }),
    ).toMatchObject([
      {
        severity: 'warning',
        message:
          'Subscription orders-sub is not set up: database "app" does not exist. The database gets none of its changes.',
        evidence: [{ field: '.status.applied' }],
      },
    ]);
  });

  it.each([true, undefined])('is silent while applied is %s', value => {
    const applied = value === undefined ? undefined : observed(value);
    expect(
      findingsOf(logicalNotApplied, {
        logicalReplication: [subscription({ applied })],
      }),
    ).toEqual([]);
  });
});
