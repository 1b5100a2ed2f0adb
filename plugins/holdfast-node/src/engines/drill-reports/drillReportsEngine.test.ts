import { Database } from '@holdfast/plugin-holdfast-common';
import { describeDatabases, Engines, KubernetesObject } from '../../engine';
import { describeEngineContract } from '../../testUtils';
import { cloudNativePgEngine } from '../cloudnative-pg';
import { readRecording } from '../__testUtils__/recording';
import { volumesEngine } from '../volumes';
import { cronJobs, jobs } from '../workloads/resources';
import { drillReportsEngine } from './drillReportsEngine';

/** Stands for the engine that reads CronJobs and Jobs. */
const jobsEngine = {
  id: 'jobs',
  projectionVersion: 1,
  resources: [cronJobs, jobs],
  databaseKinds: [],
  project: () => ({ subjects: [], needs: [], data: {} }),
};
const alongside = [cloudNativePgEngine, volumesEngine, jobsEngine];
const engines = Engines.create([drillReportsEngine, ...alongside]);

/** `orders` in `default`, as the lab recorded it. */
const recorded = readRecording('healthy-one-instance').objects;
const [orders] = recorded.filter(({ kind }) => kind === 'Cluster');
const { namespace = '', name, uid } = orders.metadata;

const report = {
  schemaVersion: 1,
  id: 'nightly-20',
  database: { namespace, kind: 'Cluster.postgresql.cnpg.io', name },
  purpose: 'drill',
  tool: 'pgBackRest',
  startedAt: '2026-11-20T18:00:00Z',
  readyAt: '2026-11-20T18:10:00Z',
  outcome: 'succeeded',
  checks: [{ name: 'orders-today', passed: true, detail: '4711 rows' }],
};

type Changes = Partial<KubernetesObject['metadata']>;

function configMap(
  data: Record<string, unknown>,
  metadata: Changes = {},
): KubernetesObject {
  return {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: {
      name: 'drill-20',
      namespace,
      uid: 'c-1',
      labels: { 'holdfast.io/report': 'true' },
      ...metadata,
    },
    data: Object.fromEntries(
      Object.entries(data).map(([key, value]) => [
        key,
        typeof value === 'string' ? value : JSON.stringify(value),
      ]),
    ),
  };
}

function pod(message: unknown, metadata: Changes = {}): KubernetesObject {
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      name: 'orders-drill-1-x',
      namespace,
      uid: 'p-1',
      labels: { 'holdfast.io/report': 'true' },
      ...metadata,
    },
    status: {
      phase: 'Succeeded',
      containerStatuses: [
        {
          name: 'drill',
          state: {
            terminated: {
              exitCode: 0,
              finishedAt: '2026-11-20T18:12:00Z',
              message: JSON.stringify(message),
            },
          },
        },
      ],
    },
  };
}

const named = { 'holdfast.io/database': `Cluster.postgresql.cnpg.io/${name}` };

const cronJob: KubernetesObject = {
  apiVersion: 'batch/v1',
  kind: 'CronJob',
  metadata: {
    name: 'orders-drill',
    namespace,
    uid: 'j-1',
    creationTimestamp: '2026-11-01T00:00:00Z',
    labels: { 'holdfast.io/purpose': 'drill' },
    annotations: named,
  },
  spec: { schedule: '0 3 * * 0', timeZone: 'Europe/Berlin', suspend: false },
  status: {
    lastScheduleTime: '2026-11-15T02:00:00Z',
    lastSuccessfulTime: '2026-11-08T02:10:00Z',
  },
};

const job: KubernetesObject = {
  apiVersion: 'batch/v1',
  kind: 'Job',
  metadata: {
    name: 'orders-drill-1',
    namespace,
    uid: 'j-2',
    labels: { 'holdfast.io/purpose': 'drill' },
    annotations: named,
    ownerReferences: [
      {
        apiVersion: 'batch/v1',
        kind: 'CronJob',
        name: 'orders-drill',
        uid: '',
      },
    ],
  },
  status: {
    completionTime: '2026-11-15T02:12:00Z',
    conditions: [{ type: 'Complete', status: 'True' }],
  },
};

describeEngineContract(drillReportsEngine, {
  samples: [
    configMap({ 'report.json': report, broken: '{' }, { annotations: named }),
    pod(report),
    cronJob,
    job,
    ...recorded.filter(({ kind }) => kind === 'Cluster'),
  ],
  alongside,
});

function describeWith(...objects: KubernetesObject[]): Database {
  const [database] = describeDatabases({
    engines,
    cluster: 'eu',
    objects: [...recorded, ...objects],
  });
  return database;
}

const reportedTo = (database: Database) =>
  database.restores.filter(({ origin }) => origin === 'reported');

describe('reports', () => {
  it.each([
    [
      'a ConfigMap',
      configMap({ 'report.json': report }),
      ".data['report.json']",
    ],
    [
      'a termination message',
      pod(report),
      '.status.containerStatuses[0].state.terminated.message',
    ],
  ])('of %s reach the database that they name', (_, object, field) => {
    expect(reportedTo(describeWith(object))).toMatchObject([
      {
        id: 'nightly-20',
        state: 'succeeded',
        readyAt: '2026-11-20T18:10:00.000Z',
        evidence: {
          object: {
            cluster: 'eu',
            kind: object.kind,
            namespace,
            name: object.metadata.name,
          },
          field,
        },
      },
    ]);
  });

  it('count once, however often they are found', () => {
    const database = describeWith(
      configMap({ a: report, b: report }),
      pod(report),
    );
    expect(reportedTo(database)).toHaveLength(1);
  });

  it('are not looked for without the label', () => {
    const database = describeWith(
      configMap({ a: report }, { labels: {} }),
      pod(report, { labels: {} }),
    );
    expect(reportedTo(database)).toEqual([]);
  });

  it('of another namespace prove nothing, so that nobody proves the database of another team', () => {
    const elsewhere = { namespace: 'attacker', annotations: named };
    const database = describeWith(
      configMap({ a: report }, elsewhere),
      pod(report, elsewhere),
    );
    expect(reportedTo(database)).toEqual([]);
    // Of the namespace of the database itself, but about one of another.
    const other = {
      ...report,
      database: { ...report.database, namespace: 'other' },
    };
    const { unreadReports } = describeWith(
      configMap({ a: other }, { annotations: named }),
    );
    expect(unreadReports?.[0].message).toContain(
      'is another namespace than that of the object',
    );
  });

  it('of another cluster prove nothing, and say so', () => {
    const of = (cluster: string) =>
      describeWith(
        configMap({
          r: { ...report, database: { ...report.database, cluster } },
        }),
      );
    expect(of('eu').restores).toHaveLength(1);
    const { restores, unreadReports } = of('us');
    expect(restores).toEqual([]);
    expect(unreadReports).toMatchObject([
      {
        message: expect.stringContaining(
          'database.cluster: "us" is another cluster than that of the object, eu',
        ),
      },
    ]);
  });

  it('of an earlier database of that name prove nothing', () => {
    const of = (other: string | undefined) =>
      reportedTo(
        describeWith(
          configMap({
            a: { ...report, database: { ...report.database, uid: other } },
          }),
        ),
      );
    expect(of(uid)).toHaveLength(1);
    expect(of('72cacda6-e486-4424-b9ef-640cd61d7add')).toHaveLength(0);
  });

  it('of a container cannot tell of what came after it ended', () => {
    const { restores, unreadReports } = describeWith(
      pod(
        { ...report, readyAt: '2027-11-20T18:10:00Z' },
        { annotations: named },
      ),
    );
    expect(restores.filter(({ origin }) => origin)).toEqual([]);
    expect(unreadReports?.[0].message).toContain('is later than the report');
  });

  it('that cannot be read are told of where their object names the database', () => {
    const { unreadReports } = describeWith(
      configMap(
        { 'report.json': { ...report, outcome: 'ok' } },
        { annotations: named },
      ),
    );
    expect(unreadReports).toEqual([
      {
        message: 'outcome: "ok" has to be succeeded or failed',
        evidence: {
          object: {
            cluster: 'eu',
            kind: 'ConfigMap',
            namespace,
            name: 'drill-20',
          },
          field: ".data['report.json']",
        },
      },
    ]);
    expect(
      describeWith(configMap({ a: 'no JSON' })).unreadReports,
    ).toBeUndefined();
  });

  it('of restore-drill are of the database and the drill that the object names', () => {
    const results = ['orders', 'carts'].map(drill => ({
      name: drill,
      provider: 'postgres',
      status: 'pass',
      started_at: '2026-11-20T18:00:00Z',
      duration: '1m30s',
      duration_ms: 90_000,
      validation_passed: true,
      checks: [],
    }));
    const database = describeWith(
      configMap(
        { 'run.json': results },
        { annotations: { ...named, 'holdfast.io/drill': 'orders' } },
      ),
    );
    expect(reportedTo(database)).toMatchObject([
      { tool: 'restore-drill', readyAt: '2026-11-20T18:01:30.000Z' },
    ]);
  });

  it('of cnpg-drill are of the Cluster that was restored', () => {
    const database = describeWith(
      pod({
        schemaVersion: 1,
        source: `${namespace}/${name}`,
        sourceClusterUID: uid,
        drillCluster: 'drill-orders-1',
        backupName: 'orders-daily-1',
        startedAt: '2026-11-20T18:00:00+00:00',
        finishedAt: '2026-11-20T18:02:00+00:00',
        recoverySeconds: 60,
        status: 'passed',
        checks: [],
        targetTime: null,
      }),
    );
    expect(reportedTo(database)).toMatchObject([
      {
        tool: 'cnpg-drill',
        backup: 'orders-daily-1',
        readyAt: '2026-11-20T18:01:00.000Z',
        target: { kind: 'Cluster.postgresql.cnpg.io', name: 'drill-orders-1' },
      },
    ]);
  });
});

describe('drills', () => {
  it('are the CronJobs that say so, with the last success of the CronJob or its Jobs', () => {
    expect(describeWith(cronJob, job).drills).toEqual([
      {
        object: {
          cluster: 'eu',
          kind: 'CronJob.batch',
          namespace,
          name: 'orders-drill',
        },
        expression: expect.objectContaining({ value: '0 3 * * 0' }),
        dialect: 'kubernetes',
        timeZone: 'Europe/Berlin',
        suspended: expect.objectContaining({ value: false }),
        createdAt: '2026-11-01T00:00:00Z',
        lastStartedAt: expect.objectContaining({
          value: '2026-11-15T02:00:00Z',
        }),
        lastSucceededAt: {
          value: '2026-11-15T02:12:00Z',
          evidence: {
            object: {
              cluster: 'eu',
              kind: 'Job.batch',
              namespace,
              name: 'orders-drill-1',
            },
            field: '.status.completionTime',
            value: '2026-11-15T02:12:00Z',
          },
        },
      },
    ]);
    expect(describeWith(cronJob).drills?.[0].lastSucceededAt?.value).toBe(
      '2026-11-08T02:10:00Z',
    );
  });

  it('are not taken for a restore', () => {
    expect(reportedTo(describeWith(cronJob, job))).toEqual([]);
  });

  it.each([
    ['no purpose', { labels: {} }],
    ['another purpose', { labels: { 'holdfast.io/purpose': 'restore' } }],
    ['no database', { annotations: {} }],
    ['half a name', { annotations: { 'holdfast.io/database': name } }],
    ['another namespace', { namespace: 'other' }],
  ])('are not CronJobs with %s', (_, metadata) => {
    const other = {
      ...cronJob,
      metadata: { ...cronJob.metadata, ...metadata },
    };
    expect(describeWith(other).drills).toBeUndefined();
  });
});
