import { resourceTypes } from '../../kubernetes';
import { timestamp } from '../../postgresql/names';
import { formatGiB } from '../../postgresql/volume';
import { classOf, sizeOf } from '../kubernetes/claim';
import { Server, ServerWorkload } from '../ServerWorkload';
import { TypedObject } from '../SimulatedWorkload';
import { condition } from './condition';
import { mariaDbBackups } from './mariaDbBackups';
import { MariaDbTraits } from './MySqlTraits';

const IMAGE = 'docker-registry1.mariadb.com/library/mariadb:11.8.5';

/** How often a database that is written to steadily closes a binary log, which is then archived. */
const ARCHIVE_INTERVAL_MS = 120_000;

/**
 * A MariaDB with replicas under mariadb-operator 26.6. Specs follow its `examples/manifests/mariadb_replication_pitr_s3.yaml`, statuses what
 * `docs/pitr.md` prints and what `pkg/condition` and `internal/controller` write.
 */
export class MariaDbWorkload extends ServerWorkload<MariaDbTraits> {
  get kind(): string {
    return 'MariaDB.k8s.mariadb.com';
  }

  protected get servers(): Server[] {
    const { name, site } = this;
    const { instances: count = 3 } = this.traits;
    const labels = {
      'app.kubernetes.io/instance': name,
      'app.kubernetes.io/name': 'mariadb',
    };
    return Array.from({ length: count }, (_, index) => {
      const pod = `${name}-${index}`;
      const claim = this.claim(`storage-${pod}`, { index, count, labels });
      return {
        pod: {
          name: pod,
          labels: {
            ...labels,
            ...this.policyLabels,
            'statefulset.kubernetes.io/pod-name': pod,
          },
          owner: [resourceTypes.statefulSets, name],
          container: { name: 'mariadb', image: IMAGE },
          volumes: [{ name: 'storage', claim: claim.name }],
          node: site.node(index),
          startedAt: site.createdAt,
        },
        claims: [claim],
      };
    });
  }

  protected declaredAt(now: Date): TypedObject[] {
    const { name, site, traits, policyLabels } = this;
    const { instances = 3 } = traits;
    return [
      site.object(resourceTypes.mariaDbs, {
        name,
        labels: policyLabels,
        annotations: traits.annotations,
        body: { spec: this.#spec, status: this.#statusAt(now) },
      }),
      site.object(resourceTypes.statefulSets, {
        name,
        owner: [resourceTypes.mariaDbs, name],
        body: {
          spec: { replicas: instances, serviceName: `${name}-internal` },
          status: { replicas: instances, readyReplicas: instances },
        },
      }),
      ...mariaDbBackups(site, traits, {
        now,
        lastArchivedAt: this.#lastArchivedAt(now),
      }),
    ];
  }

  get #spec() {
    const { archivesLog = false, instances = 3 } = this.traits;
    return {
      image: IMAGE,
      replicas: instances,
      storage: {
        size: formatGiB(sizeOf(this.volume)),
        storageClassName: classOf(this.volume),
      },
      ...(instances > 1 && {
        replication: { enabled: true, semiSyncEnabled: true },
      }),
      rootPasswordSecretKeyRef: { name: 'mariadb', key: 'root-password' },
      tls: { enabled: true, required: true },
      ...(archivesLog && { pointInTimeRecoveryRef: { name: this.name } }),
    };
  }

  #lastArchivedAt(now: Date): Date {
    const at = Math.floor(now.getTime() / ARCHIVE_INTERVAL_MS);
    return new Date(at * ARCHIVE_INTERVAL_MS);
  }

  #statusAt(now: Date) {
    const { name, site } = this;
    const { archivesLog = false, instances = 3 } = this.traits;
    const [primary, ...replicas] = Array.from(
      { length: instances },
      (_, index) => `${name}-${index}`,
    );
    const since = site.createdAt;
    return {
      conditions: [
        condition('Ready', 'StatefulSetReady', 'Running', since),
        condition('Updated', 'Updated', 'Updated', since),
        ...(archivesLog
          ? [
              condition(
                'BinlogsArchived',
                'ArchiveBinlogs',
                'Archived binlogs',
                since,
              ),
            ]
          : []),
      ],
      currentPrimary: primary,
      currentPrimaryPodIndex: 0,
      defaultVersion: '11.8',
      replicas: instances,
      ...(archivesLog && {
        pointInTimeRecovery: {
          lastArchivedTime: timestamp(this.#lastArchivedAt(now)),
          serverId: 10,
          storageReadyForArchival: true,
        },
      }),
      ...(replicas.length > 0 && {
        replication: {
          roles: Object.fromEntries([
            [primary, 'Primary'],
            ...replicas.map(replica => [replica, 'Replica']),
          ]),
          replicas: Object.fromEntries(
            replicas.map(replica => [
              replica,
              {
                secondsBehindMaster: 0,
                slaveIORunning: true,
                slaveSQLRunning: true,
                usingGtid: 'Current_Pos',
              },
            ]),
          ),
        },
      }),
    };
  }
}
