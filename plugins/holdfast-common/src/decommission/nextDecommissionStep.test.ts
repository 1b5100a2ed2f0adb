import { DecommissionRecord } from './DecommissionRecord';
import {
  DecommissionFacts,
  nextDecommissionStep,
} from './nextDecommissionStep';

const now = new Date('2026-11-20T12:34:56Z');
const wish = {
  reason: 'The shop moved away',
  finalBackup: true,
  holdDays: 30,
  keepDays: 90,
};
const facts: DecommissionFacts = {
  name: 'orders',
  verdict: 'protected',
  stale: false,
  findings: [],
  usableBackups: ['orders-20261120020000'],
};
const held = {
  ...facts,
  findings: [{ rule: 'health/held', message: 'held' }],
};
const record: DecommissionRecord = {
  stage: 'final-backup',
  reason: wish.reason,
  requestedOn: '2026-11-19',
  finalBackup: 'orders-final-20261119',
  holdDays: 30,
  keepDays: 90,
};
const holding: DecommissionRecord = {
  ...record,
  stage: 'hold',
  holdUntil: '2026-11-20',
  keepUntil: '2027-02-18',
};

const step = (
  options: Partial<Parameters<typeof nextDecommissionStep>[0]> = {},
) => nextDecommissionStep({ wish, facts, now, ...options });

describe('nextDecommissionStep', () => {
  it('begins with a last backup', () => {
    expect(step({ requestedBy: 'user:default/robin' }).record).toEqual({
      stage: 'final-backup',
      reason: 'The shop moved away',
      requestedBy: 'user:default/robin',
      requestedOn: '2026-11-20',
      finalBackup: 'orders-final-20261120',
      holdDays: 30,
      keepDays: 90,
    });
  });

  it('begins with the hold where no other backup is wanted', () => {
    expect(
      step({ wish: { ...wish, finalBackup: false } }).record,
    ).toMatchObject({
      stage: 'hold',
      // 30 and 90 days, counted with a calendar.
      holdUntil: '2026-12-20',
      keepUntil: '2027-03-20',
    });
  });

  it('puts to sleep only what has its last backup', () => {
    expect(step({ record }).refusals).toEqual([
      expect.stringContaining(
        'The final backup orders-final-20261119 of orders is not complete',
      ),
    ]);
    expect(
      step({
        record,
        facts: { ...facts, usableBackups: ['orders-final-20261119'] },
      }).record,
    ).toMatchObject({ stage: 'hold', holdUntil: '2026-12-20' });
  });

  it('asks for another backup when the last one failed, under another name', () => {
    const failed = { rule: 'base-backup/last-failed', message: 'it failed' };
    expect(
      step({ record, facts: { ...facts, findings: [failed] } }).record,
    ).toMatchObject({
      stage: 'final-backup',
      finalBackup: 'orders-final-20261120',
    });
  });

  it('numbers the attempts of a day', () => {
    const failed = { rule: 'base-backup/last-failed', message: 'it failed' };
    const after = (finalBackup: string) =>
      step({
        record: { ...record, finalBackup },
        facts: { ...facts, findings: [failed] },
      }).record?.finalBackup;
    expect(after('orders-final-20261120')).toBe('orders-final-20261120-2');
    expect(after('orders-final-20261120-2')).toBe('orders-final-20261120-3');
  });

  it.each<[string, Partial<DecommissionFacts>, string]>([
    [
      'WAL is not archived',
      {
        findings: [
          {
            rule: 'archiving/failing',
            ceiling: 'at-risk',
            message: 'Archiving fails.',
          },
        ],
      },
      'archiving/failing',
    ],
    ['nothing can be restored', { usableBackups: [] }, 'nothing that orders'],
    ['it is Unprotected', { verdict: 'unprotected' }, 'take a backup first'],
    ['it is Unknown', { verdict: 'unknown' }, 'verdict on orders is Unknown'],
    ['its cluster is lost', { stale: true }, 'Contact to the cluster'],
  ])('does not put to sleep where %s', (_, change, message) => {
    expect(
      step({
        wish: { ...wish, finalBackup: false },
        facts: { ...facts, ...change },
      }).refusals?.join('\n'),
    ).toContain(message);
  });

  it('lets the guards go when the hold is over, and then the database', () => {
    expect(step({ record: holding, facts: held }).record).toEqual({
      ...holding,
      stage: 'release',
    });
    expect(
      step({ record: { ...holding, stage: 'release' }, facts: held }).record,
    ).toEqual({ ...holding, stage: 'removal' });
  });

  it.each(['hold', 'release'] as const)(
    'goes no further from %s before its time, nor when the database was woken, nor without a backup',
    stage => {
      const early = { ...holding, stage, holdUntil: '2026-11-21' };
      expect(step({ record: early, facts: held }).refusals).toEqual([
        expect.stringContaining('held until 2026-11-21'),
      ]);
      const late = { ...holding, stage };
      expect(step({ record: late }).refusals).toEqual([
        expect.stringContaining('not seen to be held'),
      ]);
      expect(
        step({ record: late, facts: { ...held, usableBackups: [] } }).refusals,
      ).toEqual([expect.stringContaining('nothing left that orders')]);
    },
  );

  it('takes a day that it cannot read for none that has come', () => {
    expect(
      step({ record: { ...holding, holdUntil: 'soon' }, facts: held }).refusals,
    ).toHaveLength(1);
  });

  it('ends with the removal', () => {
    expect(step({ record: { ...holding, stage: 'removal' } }).refusals).toEqual(
      [expect.stringContaining('after 2027-02-18')],
    );
  });
});
