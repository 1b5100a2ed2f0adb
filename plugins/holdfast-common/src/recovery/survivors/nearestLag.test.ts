import { anInstance, sampled } from '../__testUtils__/aDatabase';
import { nearestLag } from './nearestLag';

function replica(lag: number | undefined, shard?: string) {
  return anInstance(2, {
    lagSeconds: lag === undefined ? undefined : sampled(lag),
    ...(shard !== undefined && { shard }),
  });
}

describe('nearestLag', () => {
  it('is that of the nearest replica', () => {
    expect(
      nearestLag([replica(9), replica(2), replica(undefined)])?.value,
    ).toBe(2);
    expect(nearestLag([replica(undefined)])).toBeUndefined();
    expect(nearestLag([])).toBeUndefined();
  });

  it('is that of the worst shard', () => {
    const first = [replica(9, 'a'), replica(1, 'a')];
    expect(nearestLag([...first, replica(5, 'b')])?.value).toBe(5);
    expect(nearestLag([...first, replica(undefined, 'b')])).toBeUndefined();
  });

  it('leaves out what does not count', () => {
    const lags = [replica(9), replica(2)];
    expect(
      nearestLag(lags, ({ lagSeconds }) => lagSeconds?.value !== 2)?.value,
    ).toBe(9);
  });
});
