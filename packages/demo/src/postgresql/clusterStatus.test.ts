import { readRecordings } from '../__testUtils__/recordings';
import { simulate, Simulation } from '../__testUtils__/simulate';

/** What the simulation leaves out of every status: hashes and resource versions of what is not there. */
const leftOut = new Set([
  'availableArchitectures',
  'cloudNativePGCommitHash',
  'cloudNativePGOperatorHash',
  'configMapResourceVersion',
  'operatorCertificateFingerprint',
  'secretsResourceVersion',
]);

const recordings = readRecordings();

interface Status {
  phase?: string;
  phaseReason?: string;
  instances?: number;
  readyInstances?: number;
  currentPrimary?: string;
  targetPrimary?: string;
  instancesStatus?: Record<string, string[]>;
  conditions: Array<{
    type: string;
    status: string;
    reason: string;
    message: string;
  }>;
}

/** What a status says, without names and times. */
function summaryOf(name: string, status: Status) {
  const nameless = (text?: string) => text?.replaceAll(name, 'NAME');
  return {
    fields: Object.keys(status)
      .filter(field => !leftOut.has(field))
      .sort(),
    phase: status.phase,
    phaseReason: nameless(status.phaseReason),
    instances: status.instances,
    readyInstances: status.readyInstances,
    switching: status.currentPrimary !== status.targetPrimary,
    instancesStatus: Object.entries(status.instancesStatus ?? {})
      .map(([state, names]) => `${names.length} ${state}`)
      .sort(),
    conditions: status.conditions
      .map(({ type, status: holds, reason, message }) =>
        [type, holds, reason, nameless(message)].join(' | '),
      )
      .sort(),
  };
}

function recorded(state: string) {
  const cluster = recordings
    .get(state)
    ?.objects.find(({ kind }) => kind === 'Cluster');
  if (!cluster) throw new Error(`There is no recording of ${state}`);
  const { metadata, status } = JSON.parse(JSON.stringify(cluster));
  return summaryOf(metadata.name, status);
}

function simulated({ cluster }: Simulation) {
  const { metadata, status } = JSON.parse(JSON.stringify(cluster));
  return summaryOf(metadata.name, status);
}

const one = { instances: 1, schedule: 'none', backups: 'by-hand' } as const;
const three = { ...one, instances: 3 } as const;
const withoutBackups = { ...one, backups: 'none' } as const;
const refused = {
  instances: 1,
  ageHours: 48,
  schedule: { expression: '@daily', method: 'barmanObjectStore' },
  backups: 'refused',
} as const;
const unprotected = { ...withoutBackups, archiver: 'none' } as const;
const restoredFrom = { server: 'invoices', hoursAgo: 2 } as const;

function withStore(state: 'off' | 'refusing') {
  const simulation = simulate(one);
  simulation.store.switch(state, simulation.now);
  return simulation.pass(5);
}

function withFailedBackup(state: 'off' | 'refusing') {
  const simulation = withStore(state);
  return simulation
    .act(({ backups }) => backups.start(simulation.now))
    .pass(15);
}

function failingOver(seconds: number) {
  const simulation = simulate(three);
  return simulation
    .act(database => database.failOver(simulation.now))
    .pass(seconds);
}

const states: ReadonlyArray<readonly [state: string, () => Simulation]> = [
  ['first-backup-missing', () => simulate(withoutBackups)],
  [
    'backup-running',
    () => {
      const simulation = simulate(withoutBackups);
      return simulation.act(({ backups }) => backups.start(simulation.now));
    },
  ],
  ['healthy-one-instance', () => simulate(one)],
  ['healthy-three-instances', () => simulate(three)],
  ['idle', () => simulate({ ...one, writes: 'idle' })],
  ['store-gone', () => withStore('off')],
  ['backup-failed', () => withFailedBackup('off')],
  ['archiving-failing', () => withFailedBackup('refusing')],
  ['backup-failed-denied', () => withFailedBackup('refusing')],
  [
    'store-back',
    () => {
      const simulation = withFailedBackup('off');
      simulation.store.switch('on', simulation.now);
      return simulation.pass(5);
    },
  ],
  ['failing-over-1', () => failingOver(1)],
  ['failing-over-2', () => failingOver(3)],
  ['failing-over-3', () => failingOver(7)],
  ['failing-over-5', () => failingOver(11)],
  ['failing-over-6', () => failingOver(15)],
  ['failed-over', () => failingOver(21)],
  ['volume-nearly-full', () => simulate({ ...one, used: 0.93 })],
  [
    'volume-full',
    () => simulate({ ...one, used: 0.99, usedPerHour: 1 }).leap(60),
  ],
  [
    'waiting-for-user',
    () =>
      simulate({
        ...three,
        phase: {
          name: 'Waiting for user action',
          reason: 'User must issue a supervised switchover',
        },
      }),
  ],
  [
    'fenced',
    () => {
      const simulation = simulate(refused);
      return simulation.act(database => database.fence(simulation.now));
    },
  ],
  ['hibernated', () => simulate({ ...refused, hibernated: true })],
  ['no-archiver', () => simulate(unprotected)],
  [
    'skip-wal-archiving',
    () => simulate({ ...withoutBackups, archiver: 'skipped' }),
  ],
  ['in-tree-barman', () => simulate({ ...one, archiver: 'in-tree' })],
  ['restored-copy', () => simulate({ ...withoutBackups, restoredFrom })],
  [
    'restored-copy-not-archiving',
    () => simulate({ ...unprotected, restoredFrom }),
  ],
];

describe('the status of a simulated Cluster', () => {
  it.each(states)('is as recorded: %s', (state, simulation) => {
    expect(simulated(simulation())).toEqual(recorded(state));
  });

  it('differs from that of a restore under way only in what it says of it', () => {
    const failed = simulate({
      ...unprotected,
      restoredFrom,
      restoreFailed: true,
    });

    expect(simulated(failed)).toEqual({
      ...recorded('restoring'),
      // `internal/controller/cluster_controller.go` of the operator, at the check for failed jobs.
      phase: 'Cluster is unrecoverable and needs manual intervention',
      phaseReason:
        'Instance creation failed for the following jobs: NAME-1-full-recovery. Check the job logs to investigate the cause of the failure.',
    });
  });
});
