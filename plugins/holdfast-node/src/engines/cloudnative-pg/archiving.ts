import {
  Archiving,
  BackupStore,
  Observed,
} from '@holdfast/plugin-holdfast-common';
import { booleanAt, FactReader, stringAt } from '../../engine';
import { writtenArchives } from './archives';
import { ClusterFacts } from './ClusterFacts';
import { lastArchivedTime, lastFailedTime, walArchiveStatus } from './metrics';
import { barmanCloudPlugin, skipWalArchivingAnnotation } from './names';
import { parsePostgresSeconds } from './postgresDuration';

/** What the operator sets where nothing is asked for (`pkg/postgres/configuration.go`). */
const defaultTimeoutSeconds = 300;
/** The largest `archive_timeout` that PostgreSQL takes, half of the largest 32-bit integer: as good as none. */
const noTimeoutSeconds = 1_073_741_823;

/**
 * How WAL leaves the database.
 */
export function describeArchiving(
  facts: ClusterFacts,
  stores: readonly BackupStore[],
): Archiving {
  const { cluster, currentPrimary } = facts;
  const configured = describeConfigured(facts);
  const condition = cluster.condition('ContinuousArchiving');
  const working = condition && describeWorking(condition.status);
  const skip = cluster.string(
    'metadata',
    'annotations',
    skipWalArchivingAnnotation,
  );
  const skipped = skip && { ...skip, value: skip.value === 'enabled' };
  // Without an archiver PostgreSQL is told that every file was archived, and counts it (`internalRun` in the archiver).
  const primary =
    configured.value && !skipped?.value ? currentPrimary : undefined;
  return {
    configured,
    storeId: configured.value ? storeIdOfWal(stores) : undefined,
    skipped,
    working,
    workingSince: working && condition.since,
    failure: working?.value === false ? condition?.message : undefined,
    backlogSegments: facts.sample(
      primary,
      walArchiveStatus,
      ({ value }) => value === 'ready',
    ),
    lastArchivedAt: atEpoch(facts.sample(primary, lastArchivedTime)),
    lastFailedAt: atEpoch(facts.sample(primary, lastFailedTime)),
    timeoutSeconds: describeTimeout(cluster),
  };
}

/** The archiver's store comes first among those in use. */
function storeIdOfWal(stores: readonly BackupStore[]): string | undefined {
  return stores.find(({ method }) => method !== 'volume-snapshot')?.id;
}

function describeConfigured({ cluster, input }: ClusterFacts) {
  const plugins = cluster.list('spec', 'plugins');
  const marked = plugins.findIndex(
    plugin =>
      booleanAt(plugin, 'isWALArchiver') === true &&
      booleanAt(plugin, 'enabled') !== false,
  );
  if (marked >= 0) {
    return cluster.derive(
      true,
      ['spec', 'plugins', marked, 'isWALArchiver'],
      true,
    );
  }
  const [archive] = writtenArchives(input.root.data, input.root.name);
  if (archive) {
    return archive.method === 'barman-cloud-plugin'
      ? cluster.derive(true, [...archive.path, 'name'], barmanCloudPlugin)
      : cluster.derive(
          true,
          [...archive.path, 'destinationPath'],
          stringAt(archive.configuration, 'destinationPath'),
        );
  }
  const disabled = plugins.findIndex(
    plugin => booleanAt(plugin, 'enabled') === false,
  );
  return disabled >= 0
    ? cluster.derive(false, ['spec', 'plugins', disabled, 'enabled'], false)
    : cluster.derive(false, ['spec', 'plugins']);
}

function describeWorking(
  status: Observed<string>,
): Observed<boolean> | undefined {
  return status.value === 'True' || status.value === 'False'
    ? { ...status, value: status.value === 'True' }
    : undefined;
}

/** PostgreSQL reports times as seconds since 1970, and -1 for never. */
function atEpoch(
  sample: Observed<number> | undefined,
): Observed<string> | undefined {
  if (!sample || sample.value <= 0) return undefined;
  const milliseconds = Math.round(sample.value * 1000);
  // Dates end there (ECMA-262, 21.4.1.1).
  if (milliseconds > 8.64e15) return undefined;
  return { ...sample, value: new Date(milliseconds).toISOString() };
}

function describeTimeout(cluster: FactReader): Observed<number> {
  const path = ['spec', 'postgresql', 'parameters', 'archive_timeout'];
  const text = cluster.string(...path)?.value;
  const seconds = text === undefined ? undefined : parsePostgresSeconds(text);
  return seconds === undefined
    ? cluster.derive(defaultTimeoutSeconds, path, text)
    : cluster.derive(seconds > 0 ? seconds : noTimeoutSeconds, path, text);
}
