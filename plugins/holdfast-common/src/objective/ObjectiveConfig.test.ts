import {
  defaultObjectiveConfig,
  parseObjectiveConfig,
} from './ObjectiveConfig';

describe('parseObjectiveConfig', () => {
  it.each([[undefined], [{}], [{ tiers: {} }]])(
    'is the default for %j',
    stated => {
      expect(parseObjectiveConfig(stated)).toEqual(defaultObjectiveConfig);
    },
  );

  it('changes and adds tiers, and leaves the default as it is', () => {
    const config = parseObjectiveConfig({
      defaultTier: 'bronze',
      tiers: {
        gold: { rpo: 'PT1M', 'drill-interval': '30d' },
        platinum: { rpo: '0s' },
      },
    });
    expect(config.defaultTier).toBe('bronze');
    expect(config.tiers.gold).toEqual({
      rpo: 60,
      rto: 3600,
      retention: 30 * 86_400,
      'drill-interval': 30 * 86_400,
    });
    expect(config.tiers.platinum).toEqual({ rpo: 0 });
    expect(config.tiers.silver).toEqual(defaultObjectiveConfig.tiers.silver);
    expect(defaultObjectiveConfig.tiers.gold.rpo).toBe(300);
  });

  it.each<[unknown, string]>([
    ['gold', 'holdfast.objectives: "gold" is not a set of keys and values'],
    [
      { tier: 'gold' },
      'holdfast.objectives: "tier" is not a key here: write one of defaultTier, tiers',
    ],
    [
      { defaultTier: 'platinum' },
      'holdfast.objectives.defaultTier: "platinum" is not a tier: write one of gold, silver, bronze, none',
    ],
    [
      { tiers: ['gold'] },
      'holdfast.objectives.tiers: "gold" is not a set of keys and values',
    ],
    [
      { tiers: { gold: '5m' } },
      'holdfast.objectives.tiers.gold: "5m" is not a set of keys and values',
    ],
    [
      { tiers: { gold: { rpo: '5 min' } } },
      'holdfast.objectives.tiers.gold.rpo: "5 min" is not a duration: write for example 5m, 4h, 7d, 2w or, in ISO 8601, PT5M, P7D',
    ],
    [
      { tiers: { gold: { rpo: 5 } } },
      'holdfast.objectives.tiers.gold.rpo: "5" is not a duration: write for example 5m, 4h, 7d, 2w or, in ISO 8601, PT5M, P7D',
    ],
    [
      { tiers: { gold: { rto: '0s' } } },
      'holdfast.objectives.tiers.gold.rto: "0s" is no time at all: write for example 4h',
    ],
    [
      { tiers: { gold: { rop: '5m' } } },
      'holdfast.objectives.tiers.gold: "rop" is not a key here: write one of rpo, rto, rpo.instance, rto.instance, rpo.zone, rto.zone, rpo.region, rto.region, rpo.data, rto.data, retention, drill-interval',
    ],
  ])('refuses %j', (stated, message) => {
    expect(() => parseObjectiveConfig(stated)).toThrow(
      expect.objectContaining({ name: 'InputError', message }),
    );
  });
});
