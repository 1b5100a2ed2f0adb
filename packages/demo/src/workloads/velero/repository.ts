import { resourceTypes } from '../../kubernetes';
import { timestamp } from '../../postgresql/names';
import { Site } from '../Site';
import { TypedObject } from '../SimulatedWorkload';
import { VeleroLocationTraits } from './VeleroTraits';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** As `NewBackupRepository` in `pkg/repository/backup_repo_op.go` of vmware-tanzu/velero 1.18 makes it; the hour is Kopia's. */
export function repositoryObjects(
  site: Site,
  location: VeleroLocationTraits,
  options: { namespaces: readonly string[]; now: Date },
): TypedObject[] {
  const { namespaces, now } = options;
  return namespaces.map(namespace => {
    const prefix = `${namespace}-${location.name}-kopia`;
    const suffix = site.seed(prefix, 0xfffff).toString(36).padStart(5, 'x');
    return site.object(resourceTypes.backupRepositories, {
      name: `${prefix}-${suffix}`,
      labels: {
        'velero.io/repository-type': 'kopia',
        'velero.io/storage-location': location.name,
        'velero.io/volume-namespace': namespace,
      },
      body: {
        spec: {
          backupStorageLocation: location.name,
          maintenanceFrequency: '1h0m0s',
          repositoryType: 'kopia',
          resticIdentifier: '',
          volumeNamespace: namespace,
        },
        status: statusOf(site, location, now),
      },
    });
  });
}

/** Maintenance that has failed for long: the last run says why, and the last success is as old as that. */
function statusOf(
  site: Site,
  { maintenanceStaleDays }: VeleroLocationTraits,
  now: Date,
) {
  const started = Math.floor(now.getTime() / HOUR) * HOUR;
  const isStale = maintenanceStaleDays !== undefined;
  return {
    phase: 'Ready',
    lastMaintenanceTime: timestamp(
      isStale ? site.daysAgo(maintenanceStaleDays) : started - HOUR + MINUTE,
    ),
    recentMaintenance: [
      {
        startTimestamp: timestamp(started - HOUR),
        completeTimestamp: timestamp(started - HOUR + MINUTE),
        result: isStale ? 'Failed' : 'Succeeded',
        ...(isStale && {
          message: 'error to prune repo: the maintenance job was OOMKilled',
        }),
      },
    ],
  };
}
