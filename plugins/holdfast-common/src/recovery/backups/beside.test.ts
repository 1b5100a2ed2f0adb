import {
  aDatabase,
  ago,
  anAttempt,
  aPoint,
  aRestore,
  aSchedule,
  aStore,
  aVolume,
  now,
  observed,
} from '../__testUtils__/aDatabase';
import { anObjective } from '../__testUtils__/anObjective';
import { assess } from '../assess';
import { withoutBeside } from './beside';

const method = 'velero-data-mover' as const;
const beside = {
  stores: [
    aStore({ id: 'velero', method, available: observed(false), exists: false }),
  ],
  schedules: [
    aSchedule({ method, storeId: 'velero', dialect: 'velero' }),
    aSchedule({ method, storeId: 'velero', suspended: observed(true) }),
  ],
  recoveryPoints: [
    aPoint({
      method,
      storeId: 'velero',
      consistentAt: ago({ minutes: 1 }),
      needsWal: false,
      rollsForward: false,
    }),
  ],
  attempts: [anAttempt({ method })],
  restores: [aRestore({ by: 'velero', startedAt: ago({ hours: 2 }) })],
};

function withBeside(database: ReturnType<typeof aDatabase>) {
  return {
    ...database,
    stores: [...database.stores, ...beside.stores],
    schedules: [...database.schedules, ...beside.schedules],
    recoveryPoints: [...database.recoveryPoints, ...beside.recoveryPoints],
    attempts: [...database.attempts, ...beside.attempts],
    restores: [...database.restores, ...beside.restores],
  };
}

const judge = (database: ReturnType<typeof aDatabase>) =>
  assess({ database, objective: anObjective(), now });

describe('copies of volumes beside an archive', () => {
  it.each([
    ['is good', {}],
    [
      'has its schedule suspended',
      { schedules: [aSchedule({ suspended: observed(true) })] },
    ],
    ['has no schedule', { schedules: [] }],
    ['failed its last backup', { attempts: [anAttempt()] }],
    ['was restored', { restores: [aRestore()] }],
  ])('neither mend nor spoil one that %s', (_, overrides) => {
    const database = aDatabase(overrides);
    expect(judge(withBeside(database))).toEqual(judge(database));
  });

  it('are a way out where the archive has no base backup', () => {
    const stores = [aStore({ lastSuccessfulBackup: undefined })];
    const database = aDatabase({ recoveryPoints: [], stores });
    expect(judge(database).verdict).toBe('unprotected');
    const good = withBeside(database);
    good.stores = [...stores, aStore({ id: 'velero', method })];
    expect(judge(good).verdict).toBe('at-risk');
  });

  it('are all there is where nothing else was arranged', () => {
    const database = aDatabase({
      archiving: { configured: observed(false), timeoutSeconds: observed(0) },
      ...beside,
      volumes: [aVolume(1)],
    });
    expect(withoutBeside(database)).toBeUndefined();
    expect(withoutBeside(aDatabase())).toBeUndefined();
  });
});
