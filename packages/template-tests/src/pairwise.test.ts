import { pairwise } from './pairwise';

describe('pairwise', () => {
  const choices = {
    store: ['s3', 'azure', 'in-cluster'],
    gitops: ['argocd', 'flux'],
    pooler: ['none', 'rw', 'rw-ro'],
    snapshots: [true, false],
  };

  it('has every two values of different parameters together', () => {
    const combinations = pairwise(choices) as Record<
      keyof typeof choices,
      unknown
    >[];
    const names = Object.keys(choices) as (keyof typeof choices)[];
    for (const one of names) {
      for (const other of names) {
        if (one === other) continue;
        for (const a of choices[one]) {
          for (const b of choices[other]) {
            expect(
              combinations.some(
                combination =>
                  combination[one] === a && combination[other] === b,
              ),
            ).toBe(true);
          }
        }
      }
    }
  });

  it('needs far fewer than all combinations', () => {
    expect(pairwise(choices).length).toBeGreaterThanOrEqual(9);
    expect(pairwise(choices).length).toBeLessThan(16);
  });
});
