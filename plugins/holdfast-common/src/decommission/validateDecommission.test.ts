import {
  DecommissionInputs,
  validateDecommission,
} from './validateDecommission';

const day = 86_400;
const context = { name: 'orders', retentionSeconds: 30 * day };

const check = (inputs: Partial<DecommissionInputs> = {}) =>
  validateDecommission(
    { reason: 'The shop moved away', confirm: 'orders', ...inputs },
    context,
  );

describe('validateDecommission', () => {
  it('takes a reason and the name, and fills in the rest', () => {
    expect(check()).toEqual({
      problems: [],
      wish: {
        reason: 'The shop moved away',
        finalBackup: true,
        holdDays: 30,
        keepDays: 90,
      },
    });
  });

  it('reads weeks', () => {
    expect(check({ hold: '2w', keepBackups: '52w' }).wish).toMatchObject({
      holdDays: 14,
      keepDays: 364,
    });
  });

  it.each<[Partial<DecommissionInputs>, string, string]>([
    [{ reason: '  ' }, 'reason', 'write one line'],
    [{ reason: 'a\nb' }, 'reason', 'write one line'],
    [{ reason: 'a\u0000b' }, 'reason', 'write one line'],
    [{ reason: 'a\u2028b' }, 'reason', 'write one line'],
    [{ reason: '${{ secrets.x }}' }, 'reason', 'write one line'],
    [{ confirm: 'order' }, 'confirm', 'write orders to confirm'],
    [{ hold: '6d' }, 'hold', 'is shorter than 7 d'],
    [{ hold: '53w' }, 'hold', 'is longer than 365 d'],
    [{ hold: '3m' }, 'hold', 'is not a time of days or weeks'],
    [{ hold: '' }, 'hold', 'is not a time of days or weeks'],
    [
      { keepBackups: '29d' },
      'keepBackups',
      'for which its objective wants it to be restorable: write at least 30d',
    ],
    [{ keepBackups: 'for ever' }, 'keepBackups', 'write for example 90d'],
  ])('refuses %j', (inputs, field, message) => {
    expect(check(inputs).problems).toEqual([
      expect.objectContaining({
        field,
        message: expect.stringContaining(message),
      }),
    ]);
  });
});
