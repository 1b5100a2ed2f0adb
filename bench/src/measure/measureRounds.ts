import {
  Distribution,
  distributionOf,
  medianDistribution,
} from './Distribution';

/** Something to be timed. */
export interface Subject {
  name: string;
  /**
   * Called over and over with 0, 1, 2, ...; not timed. What it gives back is the work, timed once; that in turn gives back what it worked
   * out, so that nothing can be left out as unused.
   */
  prepare(index: number): () => unknown;
  /** Calls per round. Default: that of the measurement. */
  calls?: number;
}

/** Time per call in microseconds, each figure the median of all rounds. */
export interface Measurement extends Distribution {
  name: string;
}

/**
 * Times subjects against each other.
 *
 * @remarks
 * They take turns, round by round, so that a machine that slows down for a while slows all of them. The first rounds only warm up:
 * by then the functions are compiled for what they are called with.
 */
export function measureRounds(options: {
  subjects: readonly Subject[];
  rounds: number;
  warmUpRounds: number;
  callsPerRound: number;
}): Measurement[] {
  const { subjects, rounds, warmUpRounds, callsPerRound } = options;
  const measured = subjects.map((): Distribution[] => []);
  for (let round = -warmUpRounds; round < rounds; round++) {
    for (const [index, subject] of subjects.entries()) {
      const times = timeCalls(subject, subject.calls ?? callsPerRound);
      if (round >= 0) measured[index].push(distributionOf(times));
    }
  }
  return subjects.map(({ name }, index) => ({
    name,
    ...medianDistribution(measured[index]),
  }));
}

/** Microseconds of each call. */
function timeCalls(subject: Subject, calls: number): Float64Array {
  const times = new Float64Array(calls);
  const results = new Array<unknown>(16);
  for (let index = 0; index < calls; index++) {
    const work = subject.prepare(index);
    const began = process.hrtime.bigint();
    const result = work();
    times[index] = Number(process.hrtime.bigint() - began) / 1000;
    results[index % results.length] = result;
  }
  return times;
}
