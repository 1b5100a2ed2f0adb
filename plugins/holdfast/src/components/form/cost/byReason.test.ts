import { byReason } from './byReason';

describe('byReason', () => {
  it('says a reason once, with all that it holds for', () => {
    expect(
      byReason([
        { object: 'instances', what: 'vcpu', reason: 'no provider' },
        { object: 'data-volumes', what: 'capacity', reason: 'no list price' },
        { object: 'instances', what: 'memory', reason: 'no provider' },
      ]),
    ).toEqual([
      {
        reason: 'no provider',
        parts: [{ object: 'instances', components: ['vcpu', 'memory'] }],
      },
      {
        reason: 'no list price',
        parts: [{ object: 'data-volumes', components: ['capacity'] }],
      },
    ]);
  });
});
