import { RecoveryPoint } from '../../model';
import {
  aDatabase,
  ago,
  aPoint,
  aStore,
  now,
  observed,
} from '../__testUtils__/aDatabase';
import { Clock } from '../Clock';
import { usableBackups } from './usableBackups';

const clock = new Clock(now.getTime());

function of(
  recoveryPoints: RecoveryPoint[],
  overrides: Parameters<typeof aDatabase>[0] = {},
) {
  const database = aDatabase({ recoveryPoints, ...overrides });
  return usableBackups({ database, clock });
}

describe('usableBackups', () => {
  it('puts the newest first', () => {
    const older = aPoint({ consistentAt: ago({ days: 2 }) });
    const newer = aPoint({ consistentAt: ago({ days: 1 }) });
    expect(of([older, newer])).toMatchObject({
      points: [newer, older],
      newestAt: Date.parse(newer.consistentAt),
      oldestAt: Date.parse(older.consistentAt),
      evidence: [newer.evidence],
    });
  });

  it('prefers the store that WAL goes to', () => {
    const wal = aStore();
    const stores = [aStore({ id: 's', method: 'volume-snapshot' }), wal];
    expect(of([], { stores }).store).toBe(wal);
  });

  it('counts snapshots beside archived WAL', () => {
    const snapshot = aPoint({ storeId: 's', method: 'volume-snapshot' });
    const stores = [aStore(), aStore({ id: 's', method: 'volume-snapshot' })];
    expect(of([snapshot], { stores }).points).toEqual([snapshot]);
  });

  it.each<[string, Partial<RecoveryPoint>]>([
    ['other-incarnation', { incarnation: 'other' }],
    ['former-store', { storeId: 'somewhere else' }],
    ['torn', { consistency: observed('torn') }],
    ['expired', { expiresAt: ago({ seconds: 1 }) }],
    ['deleted', { consistentAt: ago({ days: 40 }) }],
  ])('sets %s aside', (reason, overrides) => {
    const point = aPoint(overrides);
    expect(of([point])).toMatchObject({
      points: [],
      unusable: [{ point, reason }],
    });
  });

  it.each<[string, Partial<RecoveryPoint>]>([
    ['its incarnation', { incarnation: 'unknown' }],
    ['its store', { storeId: undefined }],
    ['its time', { consistentAt: 'lately' }],
    ['a sign that it holds the bytes', { holding: observed('intended') }],
    ['a state that is known', { consistency: observed('unknown') }],
  ])('is not certain of a point without %s', (_, overrides) => {
    const point = { ...aPoint(), ...overrides };
    expect(of([point])).toMatchObject({ points: [], uncertain: [point] });
  });

  it('looks again when a point expires', () => {
    const expiring = new Clock(now.getTime());
    const expiresAt = ago({ hours: -1 });
    usableBackups({
      database: aDatabase({ recoveryPoints: [aPoint({ expiresAt })] }),
      clock: expiring,
    });
    expect(expiring.reassessAt).toBe(expiresAt);
  });

  it('hears the store where no object speaks', () => {
    const word = observed(ago({ hours: 3 }));
    const stores = [aStore({ lastSuccessfulBackup: word })];
    expect(of([], { stores }).storeWord).toBe(word);
    // What the store means is older than the database.
    expect(
      of([], { stores, createdAt: ago({ hours: 2 }) }).storeWord,
    ).toBeUndefined();
    // The store means this one: it is not another.
    const upgraded = aPoint({
      incarnation: 'other',
      consistentAt: ago({ hours: 3 }),
    });
    expect(of([upgraded], { stores }).storeWord).toBeUndefined();
  });
});
