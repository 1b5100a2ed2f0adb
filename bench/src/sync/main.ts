import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { setTimeout as delay } from 'node:timers/promises';
import {
  Column,
  describeMachine,
  Distribution,
  distributionOf,
  formatTable,
  quantile,
} from '../measure';
import { Scene, SyncCost } from './scene';
import { Subprocess } from './Subprocess';

const AIMS = {
  timesTheFloor: 1.5,
  megabytes: 120,
  blockMilliseconds: 100,
  visibleMilliseconds: 1_000,
};

/** The middle of several rounds. */
interface Result extends SyncCost {
  name: string;
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

function medianOf(name: string, rounds: readonly SyncCost[]): Result {
  const median = (figure: keyof SyncCost) =>
    quantile(Float64Array.from(rounds, round => round[figure]).sort(), 0.5);
  return {
    name,
    seconds: median('seconds'),
    cpuSeconds: median('cpuSeconds'),
    megabytes: median('megabytes'),
    blockMilliseconds: median('blockMilliseconds'),
    rows: median('rows'),
  };
}

async function syncOnce(subject: string, scene: Scene): Promise<SyncCost> {
  const subprocess = Subprocess.start(subject);
  try {
    const order = { order: 'sync', scene } as const;
    return (await subprocess.ask(order, 'synced')).cost;
  } finally {
    await subprocess.stop();
  }
}

/** How long it takes, in ms, until changes can be read, and how many never arrive. */
async function followChanges(
  fleet: Subprocess,
  scene: Scene,
): Promise<Distribution & { changed: number; seen: number }> {
  const count = Math.ceil(scene.objects / 4 / 100);
  const subprocess = Subprocess.start('holdfast');
  try {
    await subprocess.ask({ order: 'sync', scene }, 'synced');
    const seeing = subprocess.ask({ order: 'expect', count }, 'seen');
    await delay(200);
    const { sightings: changed } = await fleet.ask(
      { order: 'change', count },
      'changed',
    );
    const { sightings } = await seeing;
    const seenAt = new Map(sightings.map(({ name, at }) => [name, at]));
    const delays = changed.flatMap(({ name, at }) => {
      const seen = seenAt.get(name);
      return seen === undefined ? [] : [Math.max(0, seen - at)];
    });
    return {
      ...distributionOf(delays),
      changed: changed.length,
      seen: delays.length,
    };
  } finally {
    await subprocess.stop();
  }
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      objects: { type: 'string', default: '40000' },
      rounds: { type: 'string', default: '3' },
      postgres: { type: 'string' },
      json: { type: 'string' },
    },
  });
  const objects = Number(values.objects);
  const machine = describeMachine();
  print(machine);

  const folder = await mkdtemp(join(tmpdir(), 'holdfast-bench-'));
  const fleet = Subprocess.start('fleet');
  try {
    const { url, token, megabytes } = await fleet.ask(
      { order: 'serve', objects },
      'serving',
    );
    const scene: Scene = {
      url,
      token,
      objects,
      folder,
      postgres: values.postgres,
    };
    print(
      `${objects} objects, ${megabytes.toFixed(0)} MB as JSON, into ${
        scene.postgres ? 'PostgreSQL' : 'SQLite'
      }, median of ${values.rounds} rounds\n`,
    );

    const rounds = { floor: [] as SyncCost[], holdfast: [] as SyncCost[] };
    for (let round = 0; round < Number(values.rounds); round++) {
      rounds.floor.push(await syncOnce('floor', scene));
      rounds.holdfast.push(await syncOnce('holdfast', scene));
    }
    const floor = medianOf('fetch, parse, project, write', rounds.floor);
    const holdfast = medianOf('Holdfast', rounds.holdfast);
    const columns: Column<Result>[] = [
      { heading: 'sync', value: ({ name }) => name },
      { heading: 's', value: ({ seconds }) => seconds },
      { heading: 'times the floor', value: r => r.seconds / floor.seconds },
      { heading: 'CPU s', value: ({ cpuSeconds }) => cpuSeconds },
      { heading: 'MB over idle', value: r => r.megabytes },
      { heading: 'longest block ms', value: r => r.blockMilliseconds },
      { heading: 'rows', value: ({ rows }) => rows },
    ];
    print(formatTable(columns, [floor, holdfast]));

    const visible = await followChanges(fleet, scene);
    print(
      `\nChanges of 1 % of the databases: ${visible.seen} of ${
        visible.changed
      } seen, after ${visible.p50.toFixed(0)} ms (p50), ${visible.p99.toFixed(
        0,
      )} ms (p99)\n`,
    );

    const checks: Array<[string, boolean]> = [
      [
        `at most ${AIMS.timesTheFloor} times the floor`,
        holdfast.seconds <= AIMS.timesTheFloor * floor.seconds,
      ],
      [
        `at most ${AIMS.megabytes} MB over idle`,
        holdfast.megabytes <= AIMS.megabytes,
      ],
      [
        `no block of more than ${AIMS.blockMilliseconds} ms`,
        holdfast.blockMilliseconds <= AIMS.blockMilliseconds,
      ],
      [
        `changes seen within ${AIMS.visibleMilliseconds} ms (p99)`,
        visible.p99 <= AIMS.visibleMilliseconds,
      ],
      ['all changes seen', visible.seen === visible.changed],
      ['all objects kept', holdfast.rows === floor.rows],
    ];
    for (const [aim, held] of checks) {
      print(`${held ? 'held  ' : 'MISSED'} ${aim}`);
    }
    if (values.json) {
      const figures = { machine, objects, rounds, floor, holdfast, visible };
      await writeFile(values.json, JSON.stringify(figures, undefined, 2));
    }
    process.exitCode = checks.every(([, held]) => held) ? 0 : 1;
  } finally {
    await fleet.stop();
    await rm(folder, { recursive: true });
  }
}

main().catch(error => {
  process.stderr.write(`${error.stack}\n`);
  process.exitCode = 2;
});
