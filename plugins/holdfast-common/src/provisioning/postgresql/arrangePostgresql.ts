import { DatabaseArrangement, VolumeClass } from '../../cost';
import { parseBytes, parseRetentionPolicy, readCron } from '../../quantity';
import { PostgresqlChoices } from './PostgresqlChoices';

const day = 86_400;

/** The providers that the template makes buckets of. Whose an S3-compatible store is, only the configuration can say. */
const storeProviders: Record<string, string> = {
  s3: 'aws',
  azure: 'azure',
  's3-compatible': 'on-premises',
  'in-cluster': 'on-premises',
};

/**
 * What of a database of the template costs money, for an estimate. Sound choices are asked for.
 *
 * @param options - `provider` and `region` are those of the cluster's machines and volumes, as far as they are known
 * @public
 */
export function arrangePostgresql(options: {
  choices: PostgresqlChoices;
  provider?: string;
  region?: string;
  storageClass: Omit<VolumeClass, 'region'>;
  /** Of the cluster in the second region; that of the first unless given. */
  secondStorageClass?: Omit<VolumeClass, 'region'>;
}): DatabaseArrangement {
  const { choices, provider, region, storageClass, secondStorageClass } =
    options;
  const { instances, secondRegion, snapshotClass, store } = choices;
  const retentionSeconds = parseRetentionPolicy(choices.retention);
  const tiers = storeTiers(store, retentionSeconds);
  return {
    provider,
    region,
    instances,
    cpuCores: coresOf(choices.cpu),
    memoryBytes: parseBytes(choices.memory),
    storageClass,
    dataVolume: { sizeBytes: parseBytes(choices.dataSize) },
    walVolume: { sizeBytes: parseBytes(choices.walSize) },
    backups: {
      provider: storeProviders[store],
      region: choices.region,
      tiers,
      retentionSeconds,
      intervalSeconds: intervalOf(choices.backupSchedule),
    },
    ...(snapshotClass && {
      // The operator keeps them for ever; scenarios/prune-snapshots.sh of the repository deletes what is older than the retention.
      snapshots: {
        intervalSeconds: intervalOf(choices.snapshotSchedule),
        retentionSeconds,
      },
    }),
    ...(secondRegion && {
      secondRegion: {
        region: secondRegion,
        copy: { tiers },
        instances,
        storageClass: secondStorageClass,
      },
    }),
  };
}

/** As the lifecycle rules of the template move objects: not before 60 days of retention. */
function storeTiers(store: string, retentionSeconds: number) {
  const days = retentionSeconds / day;
  if (store === 'azure') {
    return [
      { tier: 'hot', afterSeconds: 0 },
      ...(days >= 60 ? [{ tier: 'cool', afterSeconds: 30 * day }] : []),
      ...(days >= 180 ? [{ tier: 'cold', afterSeconds: 90 * day }] : []),
    ];
  }
  const tier =
    store === 's3' && days >= 60 ? 'intelligent-tiering' : 'standard';
  return [{ tier, afterSeconds: 0 }];
}

function intervalOf(expression: string): number {
  const { schedule } = readCron(expression, { dialect: 'cloudnative-pg' });
  // What never runs twice makes one backup, and keeps it.
  return schedule?.typicalIntervalSeconds ?? 365 * day;
}

/** `500m` is half a core. */
function coresOf(cpu: string): string {
  return cpu.endsWith('m') ? `${Number(cpu.slice(0, -1)) / 1000}` : cpu;
}
