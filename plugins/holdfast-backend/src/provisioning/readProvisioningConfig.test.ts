import { ConfigReader } from '@backstage/config';
import { readProvisioningConfig } from './readProvisioningConfig';

const read = (holdfast: object) =>
  readProvisioningConfig(new ConfigReader({ holdfast: { ...holdfast } }));

describe('readProvisioningConfig', () => {
  it('limits nothing unless told', () => {
    const { quota, places, prices, priceProblems } = read({});
    expect(quota).toEqual({});
    expect(places.size).toBe(0);
    expect(prices.currency).toBe('USD');
    expect(priceProblems).toEqual([]);
  });

  it('reads quota and places', () => {
    const { quota, places } = read({
      quota: { instances: 5, cpu: 8, memory: '32Gi', dataSize: '1Ti' },
      places: [{ cluster: 'eu', provider: 'aws', region: 'eu-west-1' }],
    });
    expect(quota).toEqual({
      instances: 5,
      cpu: '8',
      memory: '32Gi',
      dataSize: '1Ti',
    });
    expect(places.get('eu')).toEqual({ provider: 'aws', region: 'eu-west-1' });
  });

  it('goes on without prices that cannot be read, and says which', () => {
    const { prices, priceProblems } = read({
      prices: {
        currency: 'EUR',
        discounts: [{ provider: 'aws', percent: 'a lot' }],
      },
    });
    expect(prices.currency).toBe('EUR');
    expect(priceProblems).toEqual([
      expect.objectContaining({
        message: expect.stringContaining(
          'holdfast.prices.discounts[0].percent',
        ),
      }),
    ]);
  });

  it.each([
    [{ instances: 0 }, 'Configuration holdfast.quota.instances is 0'],
    [{ dataSize: '1TB' }, 'holdfast.quota.dataSize: "1TB"'],
    [{ cpu: 'two' }, 'holdfast.quota.cpu: "two"'],
  ])('refuses the quota %j', (quota, message) => {
    expect(() => read({ quota })).toThrow(message);
  });
});
