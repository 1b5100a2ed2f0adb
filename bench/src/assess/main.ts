import { Database } from '@holdfast/plugin-holdfast-common';
import {
  Column,
  describeMachine,
  formatNumber,
  formatTable,
  Measurement,
  measureRounds,
  Subject,
} from '../measure';
import { DescribedFleet, describeFleet } from './describeFleet';
import {
  assembling,
  assessing,
  Case,
  caseOf,
  projecting,
  readingAndCopying,
  readingObjects,
} from './subjects';
import { typicalDatabase } from './typicalDatabase';

/** Microseconds that half of all judgements of a typical database may take at most. */
const AIM = 20;

const FLEET_SIZE = 10_000;

const now = new Date('2026-11-20T12:00:00Z');

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** Measures subjects, and prints them against the last one, the floor. */
function compare(options: {
  title: string;
  subjects: readonly Subject[];
  callsPerRound: number;
  rounds?: number;
  warmUpRounds?: number;
}): Measurement[] {
  const { title, rounds = 7, warmUpRounds = 3, ...measured } = options;
  const measurements = measureRounds({ ...measured, rounds, warmUpRounds });
  const floor = measurements[measurements.length - 1];
  const columns: Column<Measurement>[] = [
    { heading: 'µs per call', value: ({ name }) => name },
    { heading: 'p50', value: ({ p50 }) => p50 },
    { heading: 'p90', value: ({ p90 }) => p90 },
    { heading: 'p99', value: ({ p99 }) => p99 },
    { heading: 'max', value: ({ max }) => max },
    { heading: 'p50 / floor', value: ({ p50 }) => p50 / floor.p50 },
  ];
  print(`\n${title}\n\n${formatTable(columns, measurements)}`);
  return measurements;
}

/** Which of the databases takes longest to judge. */
function slowestOf(cases: readonly Case[]): number {
  const measurements = measureRounds({
    subjects: cases.map(one => assessing({ cases: [one], now })),
    rounds: 3,
    warmUpRounds: 1,
    callsPerRound: 30,
  });
  const times = measurements.map(({ p50 }) => p50);
  return times.indexOf(Math.max(...times));
}

function describeSize({ instances, recoveryPoints }: Database): string {
  return `${instances.length} instances, ${recoveryPoints.length} recovery points`;
}

function compareOne(options: {
  title: string;
  fleet: DescribedFleet;
  index: number;
  callsPerRound: number;
}): Measurement {
  const { title, fleet, index, callsPerRound } = options;
  const { engines, inputs, databases } = fleet;
  const cases = [caseOf(databases[index])];
  const [assessment] = compare({
    title: `${title} (${describeSize(databases[index])})`,
    subjects: [
      assessing({ cases, now }),
      assessing({ cases, now, rules: [] }),
      assembling(engines, [inputs[index]]),
      readingAndCopying(cases),
    ],
    callsPerRound,
  });
  return assessment;
}

function compareFleet(fleet: DescribedFleet): void {
  const { engines, inputs, objects, databases } = fleet;
  const cases = databases.map(caseOf);
  compare({
    title: `${formatNumber(
      FLEET_SIZE,
    )} databases: the demo fleet over and over`,
    subjects: [
      assessing({ cases, now }),
      assembling(engines, inputs),
      readingAndCopying(cases),
    ],
    callsPerRound: FLEET_SIZE,
    rounds: 3,
    warmUpRounds: 0,
  });
  compare({
    title: `A Kubernetes object: the ${formatNumber(
      objects.length,
    )} of the demo fleet`,
    subjects: [projecting(engines, objects), readingObjects(objects)],
    callsPerRound: objects.length,
  });
}

function main(): void {
  print(describeMachine());

  const typical = compareOne({
    title: 'A typical database',
    fleet: describeFleet({ now, fleet: [typicalDatabase] }),
    index: 0,
    callsPerRound: 4_000,
  });

  const fleet = describeFleet({ now });
  const slowest = slowestOf(fleet.databases.map(caseOf));
  compareOne({
    title: `The slowest of the demo fleet, ${fleet.databases[slowest].id}`,
    fleet,
    index: slowest,
    callsPerRound: 200,
  });
  compareFleet(fleet);

  const held = typical.p50 <= AIM;
  print(
    `\nAim: half of the judgements of a typical database within ${AIM} µs: ${
      held ? 'held' : 'MISSED'
    }`,
  );
  process.exitCode = held ? 0 : 1;
}

main();
