import { Database } from '../../model';
import {
  aCopy,
  aDatabase,
  ago,
  aPoint,
  aStore,
  now,
  observed,
  sampled,
} from '../__testUtils__/aDatabase';
import { anObjective } from '../__testUtils__/anObjective';
import { assess } from '../assess';

const home = observed(
  'eu-west-1',
  ".metadata.labels['topology.kubernetes.io/region']",
);
const far = aStore({ region: observed('eu-central-1') });

function inRegion(overrides: Partial<Database>) {
  const { rpo, rto } = assess({
    database: aDatabase({ region: home, ...overrides }),
    objective: anObjective(),
    now,
  });
  return {
    rpo: rpo.region,
    rto: rto.region,
    data: { rpo: rpo.data, rto: rto.data },
  };
}

// The archive of the fixtures is drained, and closes a segment after 300 s (DESIGN.md, section 5).
describe('the loss of a region', () => {
  it('costs what the archive in another region lacks', () => {
    const { rpo, rto, data } = inRegion({ stores: [far] });
    expect(rpo).toMatchObject({ atMostSeconds: 300, basis: 'measured' });
    expect(rpo.seconds).toBe(data.rpo.seconds);
    expect(rto.seconds).toBe(data.rto.seconds);
  });

  it('costs what a copy that reads the archive lacks, with its delay', () => {
    expect(inRegion({ copies: [aCopy()] })).toMatchObject({
      rpo: { atMostSeconds: 304, basis: 'measured' },
      rto: {
        seconds: 120,
        basis: 'estimated',
        inputs: [expect.stringContaining('promotion of orders in us-east-1')],
      },
    });
  });

  it('is bounded by the archive where the delay is not told', () => {
    expect(
      inRegion({ copies: [aCopy({ lagSeconds: undefined })] }).rpo,
    ).toMatchObject({ atMostSeconds: 300, basis: 'bounded' });
  });

  it('keeps a delay that is no news any more', () => {
    const lagSeconds = sampled(3_600, ago({ hours: 2 }));
    expect(inRegion({ copies: [aCopy({ lagSeconds })] }).rpo).toMatchObject({
      atMostSeconds: 3_900,
      basis: 'bounded',
    });
  });

  it('costs what a copy is behind that is sent the changes', () => {
    const via = observed('streaming' as const);
    expect(inRegion({ copies: [aCopy({ via })] }).rpo).toMatchObject({
      seconds: 4,
      basis: 'measured',
    });
    const lagSeconds = sampled(4, ago({ hours: 2 }));
    expect(
      inRegion({ copies: [aCopy({ via, lagSeconds })] }).rpo,
    ).toMatchObject({ atMostSeconds: 304, basis: 'bounded' });
  });

  it('takes the nearest of them', () => {
    const via = observed('streaming' as const);
    expect(
      inRegion({ stores: [far], copies: [aCopy(), aCopy({ via })] }).rpo
        .seconds,
    ).toBe(4);
  });

  it('costs the time since a backup that needs no log, where only that is elsewhere', () => {
    const stores = [
      aStore({ region: home }),
      aStore({ ...far, id: 'far', method: 'mariadb-dump' }),
    ];
    const recoveryPoints = [
      aPoint(),
      aPoint({
        storeId: 'far',
        needsWal: false,
        consistentAt: ago({ hours: 20 }),
      }),
    ];
    expect(inRegion({ stores, recoveryPoints }).rpo).toMatchObject({
      seconds: 72_000,
      basis: 'points',
    });
  });

  it.each<[string, Partial<Database>]>([
    ['nobody knows where it runs', { region: undefined, stores: [far] }],
    ['nobody knows where its store is', {}],
    ['its store is in the same region', { stores: [aStore({ region: home })] }],
    [
      'its store is in the same cluster',
      { stores: [aStore({ ...far, inCluster: observed(true) })] },
    ],
    ['its copy is in the same region', { copies: [aCopy({ region: home })] }],
    [
      'nobody knows where its copy is',
      { copies: [aCopy({ region: undefined })] },
    ],
    ['its copy is not ready', { copies: [aCopy({ ready: observed(false) })] }],
    ['its copy may not be ready', { copies: [aCopy({ ready: undefined })] }],
  ])('is not told where %s', (_, overrides) => {
    const { rpo, rto } = inRegion(overrides);
    expect([rpo.seconds, rto.seconds]).toEqual([undefined, undefined]);
  });
});
