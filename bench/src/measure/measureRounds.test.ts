import { measureRounds } from './measureRounds';

const sleep = (milliseconds: number) =>
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);

describe('measureRounds', () => {
  it('lets the subjects take turns, warm-up included', () => {
    const calls: string[] = [];
    const subject = (name: string, times?: number) => ({
      name,
      calls: times,
      prepare: (index: number) => () => calls.push(`${name}${index}`),
    });

    measureRounds({
      subjects: [subject('a'), subject('b', 1)],
      rounds: 2,
      warmUpRounds: 1,
      callsPerRound: 2,
    });

    const round = ['a0', 'a1', 'b0'];
    expect(calls).toEqual([...round, ...round, ...round]);
  });

  it('tells microseconds, and leaves warm-up and preparation out', () => {
    let rounds = 0;
    const [measurement] = measureRounds({
      subjects: [
        {
          name: 'sleep',
          prepare: () => {
            sleep(1000);
            rounds++;
            return () => sleep(rounds === 1 ? 1000 : 5);
          },
        },
      ],
      rounds: 3,
      warmUpRounds: 1,
      callsPerRound: 1,
    });

    expect(measurement.name).toBe('sleep');
    expect(measurement.p50).toBeGreaterThanOrEqual(4_900);
    expect(measurement.p50).toBeLessThan(900_000);
  });
});
