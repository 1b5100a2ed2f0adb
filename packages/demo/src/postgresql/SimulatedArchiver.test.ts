import { KubernetesObject } from '@holdfast/plugin-holdfast-node';
import { simulate, Simulation } from '../__testUtils__/simulate';
import { DatabaseTraits } from './DatabaseTraits';
import { StoreState } from './SimulatedStore';

// The words of the operator are those of the recordings `store-gone`, `archiving-failing` and `store-back`.
const working = ['True', 'Continuous archiving is working'];
const failing = [
  'False',
  'rpc error: code = Unknown desc = unexpected failure invoking barman-cloud-wal-archive: exit status 4',
];

const quiet: Partial<DatabaseTraits> = { schedule: 'none', backups: 'none' };

interface Condition {
  type: string;
  status: string;
  message: string;
}

function conditionOf({ status }: KubernetesObject): string[] | undefined {
  const { conditions } = JSON.parse(JSON.stringify(status));
  return conditions
    .filter(({ type }: Condition) => type === 'ContinuousArchiving')
    .map(({ status: holds, message }: Condition) => [holds, message])[0];
}

function switched(simulation: Simulation, state: StoreState): Simulation {
  simulation.store.switch(state, simulation.now);
  return simulation;
}

/** Seconds until the condition is as given. */
function secondsUntil(simulation: Simulation, wanted: string[]): number {
  for (let seconds = 1; seconds <= 300; seconds++) {
    simulation.pass(1);
    const [status] = conditionOf(simulation.cluster) ?? [];
    if (status === wanted[0]) return seconds;
  }
  return Infinity;
}

const ready = 'cnpg_collector_pg_wal_archive_status';
const lastArchived = 'cnpg_pg_stat_archiver_last_archived_time';
const lastFailed = 'cnpg_pg_stat_archiver_last_failed_time';

const waitingIn = (simulation: Simulation) =>
  simulation.metric(ready, {
    pod: simulation.database.primary,
    value: 'ready',
  });

describe('SimulatedArchiver', () => {
  it('archives a segment every 20 to 40 s, which only metrics show', () => {
    const simulation = simulate(quiet);
    const { revision } = simulation;
    const before = simulation.metric(lastArchived) ?? 0;
    simulation.pass(40);

    expect(simulation.metric(lastArchived)).toBeGreaterThan(before);
    expect(simulation.metric(lastFailed)).toBe(-1);
    expect(waitingIn(simulation)).toBe(0);
    expect(simulation.revision).toBe(revision);
  });

  it.each<StoreState>(['off', 'refusing'])(
    'fails within 3 s of a store that is %s, and works again within 3 s of its return',
    state => {
      const simulation = simulate(quiet);
      expect(conditionOf(simulation.cluster)).toEqual(working);

      switched(simulation, state);
      expect(secondsUntil(simulation, failing)).toBeLessThanOrEqual(3);
      expect(conditionOf(simulation.cluster)).toEqual(failing);
      const { revision } = simulation;
      simulation.pass(120);
      expect(simulation.revision).toBe(revision);
      expect(waitingIn(simulation)).toBeGreaterThan(2);
      expect(simulation.metric(lastFailed)).toBeGreaterThan(
        simulation.metric(lastArchived) ?? Infinity,
      );

      switched(simulation, 'on');
      expect(secondsUntil(simulation, working)).toBeLessThanOrEqual(3);
      expect(waitingIn(simulation)).toBe(0);
      expect(simulation.metric(lastArchived)).toBe(
        simulation.now.getTime() / 1000,
      );
    },
  );

  it('says for minutes that all is well while a store hangs; only metrics tell', () => {
    const simulation = switched(simulate(quiet), 'hanging').pass(180);

    expect(conditionOf(simulation.cluster)).toEqual(working);
    expect(waitingIn(simulation)).toBeGreaterThan(3);
    expect(simulation.metric(lastFailed)).toBe(-1);
    // 194 s, as recorded in `store-hanging`.
    expect(secondsUntil(simulation, failing)).toBe(14);
  });

  it('says nothing of a store that an idle database does not need', () => {
    const simulation = simulate({ ...quiet, writes: 'idle' });
    const before = simulation.metric(lastArchived);
    switched(simulation, 'off').pass(600);

    expect(conditionOf(simulation.cluster)).toEqual(working);
    expect(waitingIn(simulation)).toBe(0);
    expect(simulation.metric(lastArchived)).toBe(before);
  });

  it('works for nothing where no archiver is configured', () => {
    const simulation = simulate({ ...quiet, archiver: 'none' });
    switched(simulation, 'off').pass(60);

    expect(conditionOf(simulation.cluster)).toEqual(working);
    expect(simulation.now.getTime() / 1000).toBeLessThan(
      (simulation.metric(lastArchived) ?? 0) + 40,
    );
  });

  it('never archives where an annotation says so', () => {
    const simulation = simulate({ ...quiet, archiver: 'skipped' }).pass(60);

    expect(conditionOf(simulation.cluster)).toBeUndefined();
    expect(simulation.metric(lastArchived)).toBe(-1);
  });

  it('keeps the trouble of a database apart from that of its store', () => {
    const simulation = simulate({ ...quiet, archivingFailingMinutes: 26 });

    expect(conditionOf(simulation.pass(10).cluster)).toEqual(failing);
    expect(
      simulation.now.getTime() / 1000 - (simulation.metric(lastArchived) ?? 0),
    ).toBe(26 * 60 + 10);
  });

  it('stands still while a fence or a failover keeps the primary from writing', () => {
    const simulation = simulate(quiet);
    simulation.act(database => database.fence(simulation.now));
    switched(simulation, 'off').pass(30);
    expect(conditionOf(simulation.cluster)).toEqual(working);

    simulation.act(database => database.unfence(simulation.now)).pass(1);
    expect(conditionOf(simulation.cluster)).toEqual(failing);
  });

  it('tells of the past as far as it can be worked out', () => {
    const { fleet, now } = simulate(quiet).pass(60);
    const anHourAgo = new Date(now.getTime() - 3_600_000);
    const past = fleet
      .metrics(anHourAgo)
      .find(({ name }) => name === lastArchived);

    expect(past?.value).toBeLessThanOrEqual(anHourAgo.getTime() / 1000);
    expect(past?.value).toBeGreaterThan(anHourAgo.getTime() / 1000 - 40);
  });
});
