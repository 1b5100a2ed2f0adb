import { MetricQuery } from '@holdfast/plugin-holdfast-node';
import { sampleSetsOf } from './sampleSetsOf';

const query: MetricQuery = {
  name: 'size',
  query: 'size',
  subjectOf: ({ pod }) => (pod ? `Pod//${pod}` : undefined),
};

describe('sampleSetsOf', () => {
  it('sorts series by what they are about, and leaves out the others', () => {
    const sets = sampleSetsOf({
      query,
      series: [
        { labels: { pod: 'a', db: 'y' }, value: 2 },
        { labels: { pod: 'b' }, value: 3 },
        { labels: { db: 'x', pod: 'a' }, value: 1 },
        { labels: { job: 'node' }, value: 4 },
      ],
    });

    expect(sets).toMatchObject([
      {
        subject: 'Pod//a',
        samples: [
          { name: 'size', labels: { db: 'x', pod: 'a' }, value: 1 },
          { name: 'size', labels: { db: 'y', pod: 'a' }, value: 2 },
        ],
      },
      {
        subject: 'Pod//b',
        samples: [{ name: 'size', labels: { pod: 'b' }, value: 3 }],
      },
    ]);
  });

  it('gives the same hash to the same labels and values in any order', () => {
    const [a] = sampleSetsOf({
      query,
      series: [
        { labels: { pod: 'a', db: 'y' }, value: 2 },
        { labels: { pod: 'a', db: 'x' }, value: 1 },
      ],
    });
    const [b] = sampleSetsOf({
      query,
      series: [
        { labels: { db: 'x', pod: 'a' }, value: 1 },
        { labels: { db: 'y', pod: 'a' }, value: 2 },
      ],
    });
    expect(a.hash).toBe(b.hash);
  });

  it.each([
    [undefined, 1000, 1001, false],
    [0.01, 1000, 1001, true],
    [0.01, 1000, 1100, false],
    [0.01, 0, 1, false],
    [0.01, 1, -1, false],
    [0.01, 0, 0, true],
  ])(
    'with a tolerance of %s, %d and %d are the same: %s',
    (tolerance, one, other, same) => {
      const hashOf = (value: number) =>
        sampleSetsOf({
          query: { ...query, tolerance },
          series: [{ labels: { pod: 'a' }, value }],
        })[0].hash;

      expect(hashOf(one) === hashOf(other)).toBe(same);
    },
  );
});
