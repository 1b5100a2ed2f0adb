import { Observed } from '@holdfast/plugin-holdfast-common';
import { applyDirectives, longestInterval, Settings } from './directives';

const object = { cluster: 'lab', kind: 'RedisFailover', name: 'cache' };

function observed<T extends string>(value: T): Observed<T> {
  return { value, evidence: { object, field: '.spec', value } };
}

function apply(...directives: string[]): Settings {
  return applyDirectives({}, directives.map(observed));
}

// https://redis.io/docs/latest/operate/oss_and_stack/management/config-file/
describe('directives', () => {
  it('are read as CONFIG SET reads them', () => {
    const settings = apply(
      'Appendonly yes',
      'appendfsync always',
      'maxmemory-policy allkeys-lru',
      'maxclients 100',
      'save 900 1 300 10',
    );
    expect(settings.appendOnly?.value).toBe(true);
    expect(settings.appendFsync?.value).toBe('always');
    expect(settings.maxmemoryPolicy?.value).toBe('allkeys-lru');
    expect(settings.save?.value).toEqual([
      { seconds: 900, changes: 1 },
      { seconds: 300, changes: 10 },
    ]);
    expect(settings.save?.evidence.value).toBe('save 900 1 300 10');
  });

  it('replace one another', () => {
    expect(apply('save 900 1', 'save 60 1000').save?.value).toEqual([
      { seconds: 60, changes: 1000 },
    ]);
    expect(apply('appendonly yes', 'appendonly no').appendOnly?.value).toBe(
      false,
    );
  });

  it('turn snapshots off by an empty text', () => {
    expect(apply('save ""').save?.value).toEqual([]);
    expect(apply('save').save?.value).toEqual([]);
  });

  it('leave open what Redis would refuse', () => {
    const settings = applyDirectives(apply('save 900 1', 'appendonly yes'), [
      observed('save often'),
      observed('appendonly perhaps'),
      observed('appendfsync sometimes'),
    ]);
    expect(settings).toEqual({});
    expect(apply('save 900').save).toBeUndefined();
  });
});

describe('longestInterval', () => {
  it('is the shortest span that one change is enough for', () => {
    expect(
      longestInterval([
        { seconds: 3600, changes: 1 },
        { seconds: 300, changes: 100 },
      ]),
    ).toBe(3600);
    expect(
      longestInterval([
        { seconds: 3600, changes: 1 },
        { seconds: 900, changes: 1 },
      ]),
    ).toBe(900);
  });

  it('is none where no snapshot is taken, and unlimited where one change takes none', () => {
    expect(longestInterval([])).toBe(0);
    expect(longestInterval([{ seconds: 60, changes: 1000 }])).toBeUndefined();
  });
});
