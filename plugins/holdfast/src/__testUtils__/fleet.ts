import {
  AttainedRpo,
  AttainedRto,
  ClusterState,
  DatabaseDeletion,
  DatabaseDetail,
  DatabaseProtection,
  Disruption,
  Evidence,
  Finding,
  HistoryPage,
  Objective,
  ObjectReference,
  RecoveryPointPage,
  RestoreEntry,
  SharedFatePage,
  Verdict,
} from '@holdfast/plugin-holdfast-common';
import { moreKnownAt } from './moreKnown';

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

function perDisruption<T>(
  valueOf: (disruption: Disruption) => T,
): Record<Disruption, T> {
  return {
    instance: valueOf('instance'),
    zone: valueOf('zone'),
    region: valueOf('region'),
    data: valueOf('data'),
  };
}

type Points = RecoveryPointPage['items'];

/** What has questions of its own. */
export interface MoreKnown {
  /** Newest first. */
  restores?: RestoreEntry[];
  protection?: Omit<DatabaseProtection, 'asOf' | 'stale'>;
  history?: Pick<HistoryPage, 'items' | 'attainment'>;
  deletion?: DatabaseDeletion['items'];
}

export interface Fleet {
  databases: DatabaseDetail[];
  /** By database id, newest first. */
  points: Record<string, Points>;
  clusters: ClusterState[];
  /** What else is known, by database id; nothing where it is left out. */
  more?: Record<string, MoreKnown>;
  sharedFate?: SharedFatePage['items'];
}

/** A small fleet as the backend describes it at a moment, with every verdict and a cluster that is away. Objects as CloudNativePG has them. */
export function fleetAt(now: number): Fleet {
  const ago = (seconds: number) =>
    new Date(now - seconds * 1_000).toISOString();
  const lostAt = ago(25 * minute);

  const objectOf = (
    database: ObjectReference,
    kind: string,
    name: string,
  ): ObjectReference => ({ ...database, kind, name });

  const objectiveOf = (tier: 'gold' | 'silver' | 'bronze'): Objective => {
    const [rpo, rto, retention] = {
      gold: [5 * minute, hour, 30 * day],
      silver: [hour, 4 * hour, 14 * day],
      bronze: [day, day, 7 * day],
    }[tier];
    const origin = {
      level: 'tier' as const,
      reference: tier,
      field: `holdfast.tiers.${tier}`,
    };
    return {
      tier: {
        value: tier,
        origin: {
          level: 'entity',
          field: 'metadata.annotations.holdfast.io/tier',
        },
      },
      rpoSeconds: perDisruption(() => ({ value: rpo, origin })),
      rtoSeconds: perDisruption(() => ({ value: rto, origin })),
      retentionSeconds: { value: retention, origin },
      drillIntervalSeconds: {
        value: 90 * day,
        origin: { level: 'default', field: 'holdfast.drillInterval' },
      },
      problems: [],
    };
  };

  const databaseOf = (options: {
    cluster: string;
    namespace: string;
    name: string;
    verdict: Verdict;
    tier: 'gold' | 'silver' | 'bronze';
    owner?: string;
    entityRef?: string;
    verdictSince: number;
    rpo?: Omit<AttainedRpo, 'evidence'>;
    rto?: Omit<AttainedRto, 'evidence' | 'inputs'> & { inputs?: string[] };
    window?: { from: number; to: number; continuous: boolean };
    findings?: Finding[];
    exempt?: string;
  }): DatabaseDetail => {
    const reference: ObjectReference = {
      cluster: options.cluster,
      kind: 'Cluster.postgresql.cnpg.io',
      namespace: options.namespace,
      name: options.name,
    };
    const stale = options.cluster === 'eu-north';
    const objective = objectiveOf(options.tier);
    if (options.exempt) {
      objective.exempt = {
        value: { reason: options.exempt },
        origin: {
          level: 'entity',
          field: 'metadata.annotations.holdfast.io/exempt',
        },
      };
    }
    const findings = options.findings ?? [];
    const rpo = { ...options.rpo, evidence: [] };
    const rto = { inputs: [], ...options.rto, evidence: [] };
    const counts = (severity: Finding['severity']) =>
      findings.filter(finding => finding.severity === severity).length;
    return {
      summary: {
        id: `${options.cluster}/${options.namespace}/${reference.kind}/${options.name}`,
        reference,
        uid: `0b6f-${options.name}`,
        engine: 'postgresql',
        version: '17.5',
        operator: 'cloudnative-pg',
        entityRef: options.entityRef,
        owner: options.owner,
        ownerOrigin: options.owner ? 'entity' : undefined,
        system: options.owner && 'system:default/shop',
        tier: options.tier,
        verdict: options.verdict,
        verdictSince: ago(options.verdictSince),
        attainedRpoSeconds: rpo.seconds,
        rpoBasis: rpo.basis,
        rpoObjectiveSeconds: objective.rpoSeconds.data.value,
        attainedRtoSeconds: rto.seconds,
        rtoBasis: rto.basis,
        rtoObjectiveSeconds: objective.rtoSeconds.data.value,
        topFinding: findings[0],
        findingCounts: {
          critical: counts('critical'),
          warning: counts('warning'),
          info: counts('info'),
        },
        asOf: stale ? lostAt : ago(2),
        stale,
      },
      assessment: {
        verdict: options.verdict,
        basis: 'observed',
        objective,
        rpo: perDisruption(disruption =>
          disruption === 'instance' && rpo.seconds !== undefined
            ? { seconds: 0, basis: 'measured', evidence: [] }
            : rpo,
        ),
        rto: perDisruption(disruption =>
          disruption === 'instance' && rto.seconds !== undefined
            ? {
                seconds: 30,
                basis: 'estimated',
                inputs: ['failover 30 s (default)'],
                evidence: [],
              }
            : rto,
        ),
        window: options.window && {
          from: ago(options.window.from),
          to: ago(options.window.to),
          continuous: options.window.continuous,
        },
        findings,
        staleSince: stale ? lostAt : undefined,
        assessedAt: ago(0),
      },
    };
  };

  const pointsOf = (
    { summary }: DatabaseDetail,
    ages: number[],
    unusable: number[] = [],
  ): Points =>
    ages.map(age => {
      const date = ago(age).slice(0, 10).replaceAll('-', '');
      const object = objectOf(
        summary.reference,
        'Backup.postgresql.cnpg.io',
        `${summary.reference.name}-${date}0200`,
      );
      return {
        object,
        method: 'barman-cloud-plugin',
        backupId: `${date}T020000`,
        startedAt: ago(age + 300),
        consistentAt: ago(age),
        needsWal: true,
        incarnation: unusable.includes(age) ? 'other' : 'current',
        location: `s3://acme-pg-${summary.reference.cluster}/${summary.reference.name}`,
        usable: !unusable.includes(age),
        evidence: {
          object,
          field: '.status.phase',
          value: 'completed',
          observedAt: ago(age),
        },
      };
    });

  const evidence = (
    object: ObjectReference,
    field: string,
    value?: Evidence['value'],
    observed?: number,
  ): Evidence => ({
    object,
    field,
    value,
    observedAt: observed === undefined ? undefined : ago(observed),
  });

  const ordersReference: ObjectReference = {
    cluster: 'eu-west',
    kind: 'Cluster.postgresql.cnpg.io',
    namespace: 'orders',
    name: 'orders-db',
  };
  const orders = databaseOf({
    cluster: 'eu-west',
    namespace: 'orders',
    name: 'orders-db',
    verdict: 'at-risk',
    tier: 'gold',
    owner: 'group:default/orders',
    entityRef: 'resource:default/orders-db',
    verdictSince: 7 * minute,
    rpo: {
      seconds: 12 * minute,
      basis: 'measured',
      latestRestorable: ago(12 * minute),
    },
    rto: {
      seconds: 23 * minute,
      basis: 'estimated',
      inputs: ['size 48 GiB', 'restore throughput 100 MiB/s (default)'],
    },
    window: { from: 29.4 * day, to: 12 * minute, continuous: true },
    findings: [
      {
        rule: 'archiving/failing',
        severity: 'critical',
        ceiling: 'at-risk',
        message:
          'WAL has not reached s3://acme-pg-eu-west/orders-db for 12 min: the archiver reports "connection refused", and 9 segments wait on the volume.',
        remedy:
          'Check that the store answers at https://s3.eu-west.acme.example and that the ObjectStore orders-store names it.',
        evidence: [
          evidence(
            ordersReference,
            '.status.conditions[?(@.type=="ContinuousArchiving")].message',
            'unexpected failure invoking barman-cloud-wal-archive: Could not connect to the endpoint URL: "https://s3.eu-west.acme.example/acme-pg-eu-west"',
            11 * minute,
          ),
          evidence(
            ordersReference,
            'cnpg_collector_pg_wal_archive_status{value="ready"}',
            9,
            14,
          ),
        ],
      },
      {
        rule: 'volume/nearly-full',
        severity: 'warning',
        message:
          'Volume orders-db-1 is 86% full (172 GiB of 200 GiB), and WAL that cannot be archived stays on it.',
        evidence: [
          evidence(
            objectOf(ordersReference, 'PersistentVolumeClaim', 'orders-db-1'),
            '.status.capacity.storage',
            '200Gi',
            40,
          ),
        ],
      },
      {
        rule: 'restore/never',
        severity: 'warning',
        ceiling: 'protected',
        message:
          'No restore of this database has been seen. Drills are due every 90 d.',
        remedy: 'Restore it into a scratch namespace.',
        evidence: [],
      },
      {
        rule: 'archiving/deprecated-method',
        severity: 'info',
        message:
          'Backups are made by the in-tree Barman Cloud support, which CloudNativePG has deprecated since 1.26.',
        evidence: [
          evidence(
            ordersReference,
            '.spec.backup.barmanObjectStore.destinationPath',
            's3://acme-pg-eu-west/orders-db',
          ),
        ],
      },
    ],
  });

  const ledger = databaseOf({
    cluster: 'eu-west',
    namespace: 'payments',
    name: 'ledger',
    verdict: 'proven',
    tier: 'gold',
    owner: 'group:default/payments',
    entityRef: 'resource:default/ledger',
    verdictSince: 12 * day,
    rpo: {
      seconds: 41,
      basis: 'measured',
      latestRestorable: ago(41),
    },
    rto: { seconds: 18 * minute, basis: 'measured', measuredAt: ago(12 * day) },
    window: { from: 30.2 * day, to: 41, continuous: true },
  });

  const catalogue = databaseOf({
    cluster: 'eu-west',
    namespace: 'shop',
    name: 'catalogue',
    verdict: 'protected',
    tier: 'silver',
    owner: 'group:default/shop',
    verdictSince: 3 * day,
    rpo: {
      seconds: 5 * minute,
      basis: 'bounded',
      latestRestorable: ago(5 * minute),
    },
    rto: {
      seconds: 9 * minute,
      basis: 'estimated',
      inputs: ['size 12 GiB', 'restore throughput 100 MiB/s (default)'],
    },
    window: { from: 14 * day, to: 5 * minute, continuous: true },
    findings: [
      {
        rule: 'restore/never',
        severity: 'warning',
        ceiling: 'protected',
        message:
          'No restore of this database has been seen. Drills are due every 90 d.',
        evidence: [],
      },
    ],
  });

  const sessionsReference = {
    ...ordersReference,
    namespace: 'identity',
    name: 'sessions',
  };
  const sessions = databaseOf({
    cluster: 'eu-west',
    namespace: 'identity',
    name: 'sessions',
    verdict: 'unprotected',
    tier: 'silver',
    owner: 'group:default/identity',
    entityRef: 'resource:default/sessions',
    verdictSince: 40 * day,
    findings: [
      {
        rule: 'base-backup/none',
        severity: 'critical',
        ceiling: 'unprotected',
        message:
          'There is no base backup. WAL is archived to s3://acme-pg-eu-west/sessions, but WAL alone restores nothing.',
        remedy: 'Create a ScheduledBackup for sessions.',
        evidence: [
          evidence(
            sessionsReference,
            '.status.conditions[?(@.type=="ContinuousArchiving")].status',
            'True',
            40 * day,
          ),
          evidence(sessionsReference, '.status.lastSuccessfulBackup'),
        ],
      },
    ],
  });

  const analytics = databaseOf({
    cluster: 'us-east',
    namespace: 'analytics',
    name: 'events',
    verdict: 'unknown',
    tier: 'bronze',
    owner: 'group:default/data',
    verdictSince: 2 * hour,
    findings: [
      {
        rule: 'facts/missing',
        severity: 'critical',
        ceiling: 'unknown',
        message:
          'Backups could not be read: cluster us-east does not let Holdfast list backups.postgresql.cnpg.io.',
        remedy:
          'Grant list and watch on backups.postgresql.cnpg.io to the service account of Holdfast.',
        evidence: [],
      },
    ],
  });

  const scratch = databaseOf({
    cluster: 'us-east',
    namespace: 'sandbox',
    name: 'scratch',
    verdict: 'exempt',
    tier: 'bronze',
    verdictSince: 60 * day,
    exempt: 'rebuilt from the event log every night',
    rto: undefined,
  });

  const reporting = databaseOf({
    cluster: 'us-east',
    namespace: 'a-namespace-with-a-rather-long-name-for-regional-reporting',
    name: 'reporting-warehouse-for-the-quarterly-statements-of-north-america',
    verdict: 'at-risk',
    tier: 'bronze',
    owner: 'group:default/data',
    entityRef: 'resource:default/reporting',
    verdictSince: 5 * hour,
    rpo: {
      seconds: 29 * hour,
      basis: 'points',
      latestRestorable: ago(29 * hour),
    },
    rto: {
      seconds: 6 * minute,
      basis: 'measured',
      measuredAt: ago(100 * day),
    },
    window: { from: 7 * day, to: 29 * hour, continuous: false },
    findings: [
      {
        rule: 'schedule/overdue',
        severity: 'critical',
        ceiling: 'at-risk',
        message:
          'The newest volume snapshot is 29 h old; the schedule 0 0 2 * * * should have made one 9 h ago, and the RPO is 1 d.',
        evidence: [],
      },
    ],
  });

  const billing = databaseOf({
    cluster: 'eu-north',
    namespace: 'billing',
    name: 'invoices',
    verdict: 'protected',
    tier: 'silver',
    owner: 'group:default/payments',
    entityRef: 'resource:default/invoices',
    verdictSince: 9 * day,
    rpo: {
      seconds: 2 * minute,
      basis: 'measured',
      latestRestorable: ago(27 * minute),
    },
    rto: {
      seconds: 14 * minute,
      basis: 'estimated',
      inputs: ['size 20 GiB', 'restore throughput 100 MiB/s (default)'],
    },
    window: { from: 14 * day, to: 27 * minute, continuous: true },
  });

  const daily = (count: number, newest: number) =>
    Array.from({ length: count }, (_, index) => newest + index * day);

  const databases = [
    sessions,
    analytics,
    orders,
    reporting,
    catalogue,
    billing,
    ledger,
    scratch,
  ];
  const resource = (
    kind: string,
    objects: number,
    state: ClusterState['resources'][number]['state'] = 'watching',
    error?: string,
  ) => ({
    kind,
    state,
    objects,
    lastEventAt: objects > 0 ? ago(objects) : undefined,
    lastCompleteSyncAt: ago(3 * hour),
    error,
  });

  return {
    databases,
    ...moreKnownAt(now, { proven: ledger, failing: orders }),
    points: {
      [orders.summary.id]: pointsOf(orders, daily(30, 0.4 * day), [
        28.4 * day,
        29.4 * day,
      ]),
      [ledger.summary.id]: pointsOf(ledger, daily(31, 0.2 * day)),
      [catalogue.summary.id]: pointsOf(catalogue, daily(14, 0.3 * day)),
      [billing.summary.id]: pointsOf(billing, daily(14, 0.5 * day)),
      [reporting.summary.id]: pointsOf(reporting, daily(6, 29 * hour)),
    },
    clusters: [
      {
        name: 'eu-north',
        state: 'lost',
        since: lostAt,
        lastContactAt: lostAt,
        lastCompleteSyncAt: ago(5 * hour),
        reason: 'connect ECONNREFUSED 10.2.0.4:6443',
        databases: 1,
        resources: [
          resource(
            'Cluster.postgresql.cnpg.io',
            1,
            'waiting',
            'connect ECONNREFUSED 10.2.0.4:6443',
          ),
          resource('Backup.postgresql.cnpg.io', 14, 'waiting'),
        ],
      },
      {
        name: 'eu-west',
        state: 'live',
        metrics: { state: 'live', lastSuccessAt: ago(12) },
        lastContactAt: ago(1),
        lastCompleteSyncAt: ago(3 * hour),
        databases: 4,
        resources: [
          resource('Cluster.postgresql.cnpg.io', 4),
          resource('Backup.postgresql.cnpg.io', 75),
          resource('ObjectStore.barmancloud.cnpg.io', 3),
          resource('VolumeSnapshot.snapshot.storage.k8s.io', 0, 'absent'),
        ],
      },
      {
        name: 'us-east',
        state: 'live',
        metrics: {
          state: 'failing',
          error: 'http://prometheus.us-east.acme.example answered 502',
        },
        lastContactAt: ago(2),
        lastCompleteSyncAt: ago(3 * hour),
        databases: 3,
        resources: [
          resource('Cluster.postgresql.cnpg.io', 3),
          resource(
            'Backup.postgresql.cnpg.io',
            0,
            'forbidden',
            'backups.postgresql.cnpg.io is forbidden',
          ),
        ],
      },
    ],
  };
}

/** The database of a fleet with this name. */
export function databaseNamed(fleet: Fleet, name: string): DatabaseDetail {
  const database = fleet.databases.find(
    ({ summary }) => summary.reference.name === name,
  );
  if (!database) throw new Error(`no database ${name} in the fleet`);
  return database;
}
