import { Persistence } from '../../model';
import {
  aPersistence,
  ago,
  now,
  observed,
  sampled,
} from '../__testUtils__/aDatabase';
import { defaultAssumptions } from '../Assumptions';
import { Clock } from '../Clock';
import { contentOfCopy, diskContentOf } from './diskContent';

function contentOf(persistence: Persistence) {
  const clock = new Clock(now.getTime());
  const content = diskContentOf({
    database: { persistence },
    clock,
    assumptions: defaultAssumptions,
  });
  if (!content) throw new Error('A database that works in memory has a disk');
  return content;
}

const rdb = { enabled: observed(false) };

// https://redis.io/docs/latest/operate/oss_and_stack/management/persistence/
describe('what lies on the disk of a Redis', () => {
  it('follows by what appendfsync says', () => {
    expect(contentOf(aPersistence())).toMatchObject({
      state: 'following',
      boundSeconds: 1,
    });
    expect(
      contentOf(
        aPersistence({
          log: { enabled: observed(true), flush: observed('always') },
        }),
      ),
    ).toMatchObject({ state: 'following', boundSeconds: 0 });
    expect(
      contentOf(
        aPersistence({
          log: { enabled: observed(true), flush: observed('no') },
        }),
      ).state,
    ).toBe('unknown');
  });

  it('follows by the span of save without a log', () => {
    expect(contentOf(aPersistence({ log: rdb }))).toMatchObject({
      state: 'following',
      boundSeconds: 900,
    });
  });

  it('is whole when nothing changed since the last snapshot', () => {
    const snapshots = {
      longestIntervalSeconds: observed(900),
      lastSavedAt: sampled(ago({ days: 3 })),
      changesSince: sampled(0),
    };
    expect(contentOf(aPersistence({ log: rdb, snapshots }))).toMatchObject({
      state: 'following',
      savedAt: now.getTime(),
    });
    // Nobody has said so lately.
    expect(
      contentOf(
        aPersistence({
          log: rdb,
          snapshots: {
            ...snapshots,
            changesSince: sampled(0, ago({ hours: 1 })),
          },
        }),
      ).state,
    ).toBe('stalled');
  });

  it('stands still when snapshots fail, or do not come', () => {
    const lastSavedAt = sampled(ago({ minutes: 5 }));
    const longestIntervalSeconds = observed(900);
    expect(
      contentOf(
        aPersistence({
          log: rdb,
          snapshots: {
            longestIntervalSeconds,
            lastSavedAt,
            succeeded: sampled(false),
          },
        }),
      ),
    ).toMatchObject({
      state: 'stalled',
      savedAt: Date.parse(lastSavedAt.value),
    });
    // 15 min for the span of save, and 5 for the sample to be taken.
    for (const [minutes, state] of [
      [19, 'following'],
      [21, 'stalled'],
    ] as const) {
      expect(
        contentOf(
          aPersistence({
            log: rdb,
            snapshots: {
              longestIntervalSeconds,
              lastSavedAt: sampled(ago({ minutes })),
              changesSince: sampled(7),
            },
          }),
        ).state,
      ).toBe(state);
    }
  });

  it('is lost where nothing is written, or not to a volume', () => {
    for (const storage of ['none', 'ephemeral'] as const) {
      expect(
        contentOf(aPersistence({ storage: observed(storage) })).state,
      ).toBe('lost');
    }
    expect(
      contentOf(
        aPersistence({
          log: rdb,
          snapshots: { longestIntervalSeconds: observed(0) },
        }),
      ).state,
    ).toBe('lost');
  });

  it('is unknown where nobody says what is written', () => {
    expect(contentOf({ storage: observed('claim') }).state).toBe('unknown');
    expect(contentOf({ storage: observed('claim'), log: rdb }).state).toBe(
      'unknown',
    );
    expect(
      contentOf(aPersistence({ log: { enabled: observed(true) } })).state,
    ).toBe('unknown');
  });
});

describe('what a copy of that volume holds', () => {
  const copiedAt = Date.parse('2026-11-20T02:00:00Z');

  it('is older than the copy by what the disk may be behind', () => {
    expect(contentOfCopy(contentOf(aPersistence()), copiedAt)).toBe(
      Date.parse('2026-11-20T01:59:59Z'),
    );
    expect(contentOfCopy(contentOf(aPersistence({ log: rdb })), copiedAt)).toBe(
      Date.parse('2026-11-20T01:45:00Z'),
    );
  });

  it('is the last snapshot where these fail', () => {
    const content = contentOf(
      aPersistence({
        log: rdb,
        snapshots: {
          longestIntervalSeconds: observed(900),
          lastSavedAt: sampled('2026-11-20T00:30:00Z'),
          succeeded: sampled(false),
        },
      }),
    );
    expect(contentOfCopy(content, copiedAt)).toBe(
      Date.parse('2026-11-20T00:30:00Z'),
    );
  });

  it('is nothing where nothing is written', () => {
    expect(
      contentOfCopy(
        contentOf(aPersistence({ storage: observed('none') })),
        copiedAt,
      ),
    ).toBeUndefined();
  });
});
