import { createHash } from 'node:crypto';
import { resourceTypes } from '../../kubernetes';
import { compactTime, timestamp } from '../../postgresql/names';
import { formatGiB } from '../../postgresql/volume';
import { accessModeOf, classOf, sizeOf } from '../kubernetes/claim';
import { JobRun, jobRuns } from '../kubernetes/job';
import { Server, ServerWorkload } from '../ServerWorkload';
import { TypedObject } from '../SimulatedWorkload';
import { PerconaTraits } from './MySqlTraits';
import { perconaS3 } from './objectStorage';

const SCHEDULE = 'daily-backup';
const STORAGE = 's3';
const BACKUP_SECONDS = 260;
const UPLOAD_INTERVAL_MS = 60_000;

interface Operator {
  clusters: (typeof resourceTypes)['perconaServers' | 'xtraDbClusters'];
  backups: (typeof resourceTypes)['perconaServerBackups' | 'xtraDbBackups'];
  server: 'mysql' | 'pxc';
  clusterField: 'clusterName' | 'pxcCluster';
  crVersion: string;
  image: string;
  labels: Record<string, string>;
}

/** Labels are those of `pkg/naming` of percona-server-mysql-operator 1.2 and of percona-xtradb-cluster-operator 1.19. */
const operators: Record<PerconaTraits['kind'], Operator> = {
  PerconaServerMySQL: {
    clusters: resourceTypes.perconaServers,
    backups: resourceTypes.perconaServerBackups,
    server: 'mysql',
    clusterField: 'clusterName',
    crVersion: '1.2.0',
    image: 'percona/percona-server:8.4.8-8.1',
    labels: {
      'app.kubernetes.io/component': 'database',
      'app.kubernetes.io/managed-by': 'percona-server-mysql-operator',
      'app.kubernetes.io/name': 'mysql',
      'app.kubernetes.io/part-of': 'percona-server',
    },
  },
  PerconaXtraDBCluster: {
    clusters: resourceTypes.xtraDbClusters,
    backups: resourceTypes.xtraDbBackups,
    server: 'pxc',
    clusterField: 'pxcCluster',
    crVersion: '1.19.0',
    image: 'percona/percona-xtradb-cluster:8.4.7-7.1',
    labels: {
      'app.kubernetes.io/component': 'pxc',
      'app.kubernetes.io/managed-by': 'percona-xtradb-cluster-operator',
      'app.kubernetes.io/name': 'percona-xtradb-cluster',
      'app.kubernetes.io/part-of': 'percona-xtradb-cluster',
    },
  },
};

/**
 * A MySQL of one of Percona's operators. Specs follow the `deploy/cr.yaml` of both, statuses `api/v1` and `pkg/apis/pxc/v1`.
 */
export class PerconaWorkload extends ServerWorkload<PerconaTraits> {
  get kind(): string {
    const { kind, group } = this.#operator.clusters;
    return `${kind}.${group}`;
  }

  protected get servers(): Server[] {
    const { name, site } = this;
    const { instances: count = 3 } = this.traits;
    const { server, image } = this.#operator;
    const labels = {
      ...this.#operator.labels,
      'app.kubernetes.io/instance': name,
    };
    return Array.from({ length: count }, (_, index) => {
      const pod = `${name}-${server}-${index}`;
      const claim = this.claim(`datadir-${pod}`, { index, count, labels });
      const isPrimary = server === 'mysql' && index === 0;
      return {
        pod: {
          name: pod,
          labels: {
            ...labels,
            ...this.policyLabels,
            ...(isPrimary && { 'mysql.percona.com/primary': 'true' }),
            'statefulset.kubernetes.io/pod-name': pod,
          },
          owner: [resourceTypes.statefulSets, `${name}-${server}`],
          container: { name: server, image },
          volumes: [{ name: 'datadir', claim: claim.name }],
          node: site.node(index),
          startedAt: site.createdAt,
        },
        claims: [claim],
      };
    });
  }

  protected declaredAt(now: Date): TypedObject[] {
    const { name, site, traits } = this;
    const { clusters, server, crVersion, image } = this.#operator;
    const { instances = 3, backup } = traits;
    return [
      site.object(clusters, {
        name,
        labels: this.policyLabels,
        annotations: traits.annotations,
        body: {
          spec: {
            crVersion,
            [server]: {
              size: instances,
              image,
              ...(server === 'mysql' && { clusterType: 'group-replication' }),
              affinity: { antiAffinityTopologyKey: 'kubernetes.io/hostname' },
              volumeSpec: { persistentVolumeClaim: this.#claimSpec },
            },
            ...(server === 'mysql'
              ? { proxy: { haproxy: { enabled: true, size: 3 } } }
              : { haproxy: { enabled: true, size: 3 } }),
            ...(backup && { backup: this.#backupSpec(backup) }),
          },
          status: {
            state: 'ready',
            host: `${name}-haproxy.${site.namespace}`,
            [server]: {
              ready: instances,
              size: instances,
              ...(server === 'mysql'
                ? { state: 'ready' }
                : { status: 'ready' }),
            },
            ...(traits.archive &&
              server === 'mysql' && {
                binlogServer: { state: 'ready', ready: 1, size: 1 },
              }),
          },
        },
      }),
      site.object(resourceTypes.statefulSets, {
        name: `${name}-${server}`,
        owner: [clusters, name],
        body: {
          spec: { replicas: instances, serviceName: `${name}-${server}` },
          status: { replicas: instances, readyReplicas: instances },
        },
      }),
      ...this.#backupsAt(now),
    ];
  }

  get #operator(): Operator {
    return operators[this.traits.kind];
  }

  get #claimSpec() {
    return {
      accessModes: [accessModeOf(this.volume)],
      storageClassName: classOf(this.volume),
      resources: { requests: { storage: formatGiB(sizeOf(this.volume)) } },
    };
  }

  get #prefix(): string {
    return `${this.site.namespace}/${this.name}`;
  }

  #s3(suffix = '') {
    return perconaS3(this.site, {
      prefix: `${this.#prefix}${suffix}`,
      hasPrefix: this.#operator.server === 'mysql',
    });
  }

  #backupSpec({ rhythm, keep }: NonNullable<PerconaTraits['backup']>) {
    const { traits } = this;
    const isServer = this.#operator.server === 'mysql';
    return {
      ...(isServer && { enabled: true }),
      schedule: [
        {
          name: SCHEDULE,
          schedule: rhythm.expression,
          storageName: STORAGE,
          ...(isServer
            ? { keep }
            : {
                retention: {
                  type: 'count',
                  count: keep,
                  deleteFromStorage: true,
                },
              }),
        },
      ],
      storages: {
        [STORAGE]: {
          type: 's3',
          verifyTLS: true,
          s3: this.#s3(),
        },
      },
      ...(traits.archive && {
        pitr: isServer
          ? {
              enabled: true,
              binlogServer: {
                storage: { s3: this.#s3('-binlogs') },
              },
            }
          : { enabled: true, storageName: STORAGE, timeBetweenUploads: 60 },
      }),
    };
  }

  /** The operator deletes what exceeds the number that is kept as soon as one more has succeeded. */
  #backupsAt(now: Date): TypedObject[] {
    const { backup } = this.traits;
    if (!backup) return [];
    const { rhythm, keep } = backup;
    const runs = jobRuns({
      rhythm,
      from: new Date(
        Math.max(
          now.getTime() - (keep + 2) * rhythm.periodMs,
          this.site.createdAt.getTime(),
        ),
      ),
      now,
      seconds: BACKUP_SECONDS,
    });
    const ended = runs.filter(({ endsAt }) => endsAt <= now).slice(-keep);
    const running = runs.filter(({ endsAt }) => endsAt > now);
    return [...ended, ...running].map(run =>
      this.#backupObject(run, { now, isNewest: run === ended.at(-1) }),
    );
  }

  /** Names and labels as `generateBackupName` and `createBackupJobFunc` in `pkg/controller/ps/backup.go` make them, and those of XtraDB likewise. */
  #backupObject(
    run: JobRun,
    options: { now: Date; isNewest: boolean },
  ): TypedObject {
    const { name: cluster, site } = this;
    const { backups, clusterField, server } = this.#operator;
    const suffix = sha1(`${site.namespace}/${cluster}`).slice(0, 5);
    const name = [
      'cron',
      cluster.slice(0, 16),
      STORAGE,
      compactTime(run.startedAt),
      suffix,
    ].join('-');
    const s3 = this.#s3();
    const isEnded = run.endsAt <= options.now;
    return site.object(backups, {
      name,
      createdAt: run.startedAt,
      labels: {
        ...this.#operator.labels,
        'percona.com/backup-ancestor': `${suffix}-${SCHEDULE}`,
        'percona.com/backup-type': 'cron',
        'percona.com/cluster': cluster,
      },
      metadata: { finalizers: ['percona.com/delete-backup'] },
      body: {
        spec: { [clusterField]: cluster, storageName: STORAGE },
        status: {
          state: isEnded ? 'Succeeded' : 'Running',
          destination: `s3://${site.around.store.bucket}/${
            this.#prefix
          }/${name}`,
          ...(isEnded && { completed: timestamp(run.endsAt) }),
          ...(server === 'mysql'
            ? { type: 'full', storage: { type: 's3', s3, verifyTLS: true } }
            : {
                storageName: STORAGE,
                storage_type: 's3',
                s3,
                verifyTLS: true,
                ...(options.isNewest && this.#restorableAt(options.now)),
              }),
        },
      },
    });
  }

  /** Of the newest backup alone (`updatePITRTimeline` in `pkg/controller/pxc`). */
  #restorableAt(now: Date) {
    const { archive } = this.traits;
    if (!archive) return {};
    const { stuckMinutes } = archive;
    const at =
      stuckMinutes === undefined
        ? Math.floor(now.getTime() / UPLOAD_INTERVAL_MS) * UPLOAD_INTERVAL_MS
        : this.site.around.startedAt.getTime() - stuckMinutes * 60_000;
    return { latestRestorableTime: timestamp(at) };
  }
}

function sha1(text: string): string {
  return createHash('sha1').update(text).digest('hex');
}
