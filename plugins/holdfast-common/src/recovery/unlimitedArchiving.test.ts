import { Database } from '../model';
import {
  aDatabase,
  ago,
  aPoint,
  now,
  observed,
} from './__testUtils__/aDatabase';
import { anObjective } from './__testUtils__/anObjective';
import { assess } from './assess';

/** An archive of which the operator says up to when it leads, and where no time closes a segment. */
function assessed(overrides: Partial<Database> = {}) {
  const { archiving } = aDatabase();
  return assess({
    objective: anObjective(),
    now,
    database: aDatabase({
      archiving: {
        configured: archiving.configured,
        storeId: archiving.storeId,
        working: observed(true),
        lastArchivedAt: observed(ago({ minutes: 20 })),
        timeoutSeconds: observed(0),
      },
      recoveryPoints: [aPoint({ consistentAt: ago({ hours: 10 }) })],
      ...overrides,
    }),
  });
}

// operators.md, section 8: for mariadb-operator it is now - lastRecoverableTime.
describe('an archive without a timeout', () => {
  it('leads to the moment that its operator names', () => {
    expect(assessed().rpo.data).toMatchObject({
      seconds: 1200,
      basis: 'measured',
      latestRestorable: ago({ minutes: 20 }),
    });
    expect(assessed().window).toMatchObject({
      from: ago({ hours: 10 }),
      to: ago({ minutes: 20 }),
      continuous: true,
    });
  });

  it('leads to the newest base backup where no moment is named', () => {
    const { archiving } = aDatabase();
    const { rpo, findings } = assessed({
      archiving: {
        configured: archiving.configured,
        storeId: archiving.storeId,
        working: observed(true),
        timeoutSeconds: observed(0),
      },
    });
    expect(rpo.data).toMatchObject({ seconds: 36_000, basis: 'bounded' });
    expect(
      findings.find(({ rule }) => rule === 'archiving/unmeasured')?.message,
    ).toContain('no timeout limits what waits');
  });

  it('leads nowhere from a backup that it does not continue', () => {
    const recoveryPoints = [
      aPoint({ consistentAt: ago({ hours: 10 }), rollsForward: false }),
    ];
    const { rpo, window } = assessed({ recoveryPoints });
    expect(rpo.data).toMatchObject({ seconds: 36_000, basis: 'points' });
    expect(window).toMatchObject({ continuous: false });
  });

  it('opens its window with the first backup that it continues', () => {
    const recoveryPoints = [
      aPoint({ consistentAt: ago({ hours: 10 }) }),
      aPoint({ consistentAt: ago({ hours: 34 }), rollsForward: false }),
    ];
    expect(assessed({ recoveryPoints }).window).toMatchObject({
      from: ago({ hours: 10 }),
      continuous: true,
    });
  });
});

describe('an arrangement that nobody could read', () => {
  const { configured, timeoutSeconds } = aDatabase().archiving;
  const bare = {
    archiving: {
      configured: { ...configured, value: false },
      timeoutSeconds,
    },
    stores: [],
    schedules: [],
    recoveryPoints: [],
  };

  it('is not taken for none', () => {
    const missing: Database['missing'] = [
      {
        area: 'arrangement',
        kind: 'Backup.example.com',
        reason: 'forbidden',
        message: 'backups is forbidden',
      },
    ];
    expect(assessed(bare).verdict).toBe('unprotected');
    expect(assessed({ ...bare, missing }).verdict).toBe('unknown');
  });
});
