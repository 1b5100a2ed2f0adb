import { DeclaredAnnotations } from '../model';
import { parseObjectiveConfig } from './ObjectiveConfig';
import { resolveObjective } from './resolveObjective';

// The rules and the default tiers are those of docs/objectives.md.

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

const entity = (annotations: DeclaredAnnotations) => ({
  reference: 'resource:default/orders-database',
  annotations,
});
const object = (annotations: DeclaredAnnotations) => ({
  reference: 'prod/shop/Cluster.postgresql.cnpg.io/orders',
  annotations,
});
const system = (annotations: DeclaredAnnotations) => ({
  reference: 'system:default/shop',
  annotations,
});
const owner = (annotations: DeclaredAnnotations) => ({
  reference: 'group:default/checkout',
  annotations,
});
const all = <T>(value: T) => ({
  instance: value,
  zone: value,
  region: value,
  data: value,
});

describe('resolveObjective', () => {
  it('falls back to the default tier, and says so', () => {
    const ofTier = (key: string, value: number) => ({
      value,
      origin: {
        level: 'default',
        reference: 'none',
        field: `holdfast.objectives.tiers.none.${key}`,
      },
    });
    expect(resolveObjective({})).toEqual({
      tier: {
        value: 'none',
        origin: { level: 'default', field: 'holdfast.objectives.defaultTier' },
      },
      rpoSeconds: all(ofTier('rpo', day)),
      rtoSeconds: all(ofTier('rto', day)),
      retentionSeconds: ofTier('retention', 7 * day),
      drillIntervalSeconds: ofTier('drill-interval', 90 * day),
      problems: [],
    });
  });

  it.each([
    ['gold', 5 * minute, hour, 30 * day],
    ['silver', hour, 4 * hour, 14 * day],
    ['bronze', day, day, 7 * day],
    ['none', day, day, 7 * day],
  ])('knows the tier %s', (tier, rpo, rto, retention) => {
    const objective = resolveObjective({ system: system({ tier }) });
    expect(objective).toMatchObject({
      tier: {
        value: tier,
        origin: {
          level: 'system',
          reference: 'system:default/shop',
          field: 'holdfast.io/tier',
        },
      },
      rpoSeconds: all({
        value: rpo,
        origin: {
          level: 'tier',
          reference: tier,
          field: `holdfast.objectives.tiers.${tier}.rpo`,
        },
      }),
      rtoSeconds: all({ value: rto }),
      retentionSeconds: { value: retention },
      drillIntervalSeconds: { value: 90 * day },
    });
  });

  it('reads every annotation, each with its origin', () => {
    const objective = resolveObjective({
      entity: [
        entity({
          rpo: '5m',
          'rpo.region': 'PT1H',
          rto: '30m',
          'rto.instance': '1m',
          retention: '4w',
          'drill-interval': 'P30D',
          cluster: 'prod',
          'rpo-note': 'agreed in May',
        }),
      ],
    });
    const stated = (key: string, value: number) => ({
      value,
      origin: {
        level: 'entity',
        reference: 'resource:default/orders-database',
        field: `holdfast.io/${key}`,
      },
    });
    expect(objective).toMatchObject({
      rpoSeconds: {
        ...all(stated('rpo', 300)),
        region: stated('rpo.region', hour),
      },
      rtoSeconds: {
        ...all(stated('rto', 1800)),
        instance: stated('rto.instance', minute),
      },
      retentionSeconds: stated('retention', 28 * day),
      drillIntervalSeconds: stated('drill-interval', 30 * day),
      problems: [],
    });
  });

  describe('order', () => {
    it('takes each value from the nearest level that has one', () => {
      const objective = resolveObjective({
        entity: [entity({ rpo: '1m' })],
        system: system({ rpo: '2m', rto: '2h' }),
        owner: owner({ rpo: '3m', rto: '3h', retention: '3d' }),
      });
      expect(objective.rpoSeconds.data).toMatchObject({
        value: minute,
        origin: { level: 'entity' },
      });
      expect(objective.rtoSeconds.data).toMatchObject({
        value: 2 * hour,
        origin: { level: 'system' },
      });
      expect(objective.retentionSeconds).toMatchObject({
        value: 3 * day,
        origin: { level: 'owner' },
      });
    });

    it('takes an explicit value before the tier of its level, and that before a farther explicit value', () => {
      const objective = resolveObjective({
        entity: [entity({ tier: 'silver', retention: '3d' })],
        system: system({ tier: 'gold', rpo: '1m', 'drill-interval': '7d' }),
      });
      expect(objective.tier.value).toBe('silver');
      expect(objective.retentionSeconds.value).toBe(3 * day);
      expect(objective.rpoSeconds.data).toMatchObject({
        value: hour,
        origin: { level: 'tier', reference: 'silver' },
      });
      expect(objective.drillIntervalSeconds.value).toBe(90 * day);
    });

    it('takes a named disruption before all of them at one level only', () => {
      const objective = resolveObjective({
        entity: [entity({ rpo: '10m' })],
        system: system({ 'rpo.region': '2h', 'rto.region': '8h', rto: '1h' }),
      });
      expect(objective.rpoSeconds.region.value).toBe(10 * minute);
      expect(objective.rtoSeconds.region.value).toBe(8 * hour);
      expect(objective.rtoSeconds.zone.value).toBe(hour);
    });

    it('counts the object as the entity, after the entity that claims it', () => {
      const objective = resolveObjective({
        entity: [
          entity({ rpo: '1m', tier: 'gold' }),
          object({ rpo: '9m', rto: '9h' }),
        ],
        system: system({ rto: '1h' }),
      });
      expect(objective.rpoSeconds.data.value).toBe(minute);
      expect(objective.rtoSeconds.data).toMatchObject({
        value: 9 * hour,
        origin: {
          level: 'entity',
          reference: 'prod/shop/Cluster.postgresql.cnpg.io/orders',
        },
      });
    });
  });

  describe('exempt', () => {
    const origin = {
      level: 'entity',
      reference: 'resource:default/orders-database',
      field: 'holdfast.io/exempt',
    };

    it.each<[string, DeclaredAnnotations]>([
      ['exempt with a reason', { exempt: 'a cache' }],
      ['rpo none with a reason', { exempt: 'a cache', rpo: 'none' }],
      ['an RPO beside it', { exempt: 'a cache', rpo: '5m', tier: 'gold' }],
    ])('holds for %s', (_, annotations) => {
      const objective = resolveObjective({ entity: [entity(annotations)] });
      expect(objective.exempt).toEqual({
        value: { reason: 'a cache' },
        origin,
      });
      expect(objective.problems).toEqual([]);
    });

    it('comes from a farther level', () => {
      const objective = resolveObjective({
        entity: [entity({ retention: '3d' })],
        owner: owner({ exempt: 'a sandbox' }),
      });
      expect(objective.exempt).toMatchObject({
        value: { reason: 'a sandbox' },
        origin: { level: 'owner' },
      });
    });

    it.each<DeclaredAnnotations>([
      { rpo: '1h' },
      { 'rpo.data': '1h' },
      { tier: 'bronze' },
      { exempt: 'false' },
      { exempt: 'no', rpo: 'none' },
    ])('does not hold where somebody nearer says %j', annotations => {
      const far = system({ exempt: 'a sandbox' });
      for (const nearer of [entity(annotations), object(annotations)]) {
        expect(
          resolveObjective({ entity: [nearer], system: far }).exempt,
        ).toBeUndefined();
      }
    });

    it('does not come from the object against the entity that claims it', () => {
      const objective = resolveObjective({
        entity: [entity({ rpo: '5m' }), object({ exempt: 'a cache' })],
      });
      expect(objective.exempt).toBeUndefined();
    });
  });

  describe('problems', () => {
    it.each([
      [
        'rpo',
        '5 minutes',
        'not a duration: write for example 5m, 4h, 30d or, in ISO 8601, PT5M, P30D.',
      ],
      [
        'rpo',
        '-5m',
        'not a duration: write for example 5m, 4h, 30d or, in ISO 8601, PT5M, P30D.',
      ],
      [
        'rpo',
        'none',
        'stated without a reason: write why into holdfast.io/exempt.',
      ],
      [
        'rpo.region',
        'none',
        'not a duration: write for example 5m, 4h, 30d or, in ISO 8601, PT5M, P30D.',
      ],
      ['rto', '0s', 'no time at all: write for example 4h.'],
      ['retention', 'P0D', 'no time at all: write for example 4h.'],
      [
        'tier',
        'platinum',
        'not a tier: write one of gold, silver, bronze, none.',
      ],
      [
        'tier',
        'constructor',
        'not a tier: write one of gold, silver, bronze, none.',
      ],
      [
        'exempt',
        'true',
        'not a reason: write why nothing need be restorable, for example "a cache, filled again from orders".',
      ],
      [
        'exempt',
        ' ',
        'not a reason: write why nothing need be restorable, for example "a cache, filled again from orders".',
      ],
      [
        'rto.planet',
        '1h',
        'an unknown disruption: write rto.instance, rto.zone, rto.region, rto.data, or rto.',
      ],
    ])('tells of %s "%s", and takes the next level', (key, value, message) => {
      const farther = system({ tier: 'gold' });
      const objective = resolveObjective({
        entity: [entity({ [key]: value })],
        system: farther,
      });
      expect(objective.problems).toEqual([
        {
          origin: {
            level: 'entity',
            reference: 'resource:default/orders-database',
            field: `holdfast.io/${key}`,
          },
          value,
          message,
        },
      ]);
      expect({ ...objective, problems: [] }).toEqual(
        resolveObjective({ system: farther }),
      );
    });

    it('takes a loss of nothing for an objective', () => {
      const objective = resolveObjective({
        entity: [entity({ 'rpo.instance': '0s' })],
      });
      expect(objective.rpoSeconds.instance.value).toBe(0);
      expect(objective.problems).toEqual([]);
    });
  });

  it('follows the configuration', () => {
    const config = parseObjectiveConfig({
      defaultTier: 'platinum',
      tiers: {
        gold: { 'rpo.region': '2h' },
        platinum: { rpo: '1m', 'rpo.region': '10m', rto: '15m' },
      },
    });
    const standard = resolveObjective({ config });
    expect(standard.tier.value).toBe('platinum');
    expect(standard.rpoSeconds).toMatchObject({
      data: { value: minute },
      region: {
        value: 10 * minute,
        origin: {
          level: 'default',
          reference: 'platinum',
          field: 'holdfast.objectives.tiers.platinum.rpo.region',
        },
      },
    });
    // What the default tier leaves out is what no tier means without configuration.
    expect(standard.retentionSeconds).toEqual({
      value: 7 * day,
      origin: { level: 'default' },
    });

    const gold = resolveObjective({ config, owner: owner({ tier: 'gold' }) });
    expect(gold.rpoSeconds.data.value).toBe(5 * minute);
    expect(gold.rpoSeconds.region.value).toBe(2 * hour);
    expect(gold.retentionSeconds.value).toBe(30 * day);
  });
});
