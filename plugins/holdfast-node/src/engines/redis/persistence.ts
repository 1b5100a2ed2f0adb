import { Observed, Persistence } from '@holdfast/plugin-holdfast-common';
import { longestInterval, Settings } from './directives';
import {
  changesSinceSave,
  instanceInfo,
  lastSave,
  lastSaveStatus,
  logEnabled,
  logWriteStatus,
} from './metrics';
import { RedisFacts } from './RedisFacts';

/**
 * How a server brings its data back, from what it is told and from what its exporters measure, which is better known. Of several that
 * take writes the worst counts; while nobody says which do, of all.
 */
export function describePersistence(
  facts: RedisFacts,
  options: {
    /** Where what is written goes. */
    storage: Observed<'ephemeral' | 'claim'>;
    settings: Settings;
  },
): Persistence {
  const { storage, settings } = options;
  const writers = writingPods(facts);
  const measured = (metric: string) =>
    writers.flatMap(pod => facts.sample(pod, metric) ?? []);

  const enabled = worst(measured(logEnabled), isTrue) ?? settings.appendOnly;
  const { save } = settings;
  const interval = save && longestInterval(save.value);
  const isOff = interval === 0 && enabled?.value === false;
  const snapshots = snapshotsOf(
    measured,
    writers.length,
    save && interval !== undefined ? { ...save, value: interval } : undefined,
  );
  const logSucceeded = worst(measured(logWriteStatus), isTrue);
  const evicts = evictsOf(facts, writers, settings);
  return {
    storage: isOff && save ? { ...save, value: 'none' } : storage,
    ...(snapshots && { snapshots }),
    ...(enabled && {
      log: {
        enabled,
        ...(settings.appendFsync && { flush: settings.appendFsync }),
        ...(logSucceeded && enabled.value && { succeeded: logSucceeded }),
      },
    }),
    ...(evicts && { evicts }),
  };
}

function snapshotsOf(
  measured: (metric: string) => Observed<number>[],
  writers: number,
  interval: Observed<number> | undefined,
): Persistence['snapshots'] | undefined {
  const saved = lowest(measured(lastSave));
  const lastSavedAt = saved && instantOf(saved);
  const succeeded = worst(measured(lastSaveStatus), isTrue);
  const changes = measured(changesSinceSave);
  // Of those that say nothing it is not known.
  const changesSince =
    changes.length === writers
      ? lowest(changes, ({ value }) => -value)
      : undefined;
  // When it last saved, a server says also when it never has: then it is when it started.
  return interval || lastSavedAt || succeeded
    ? {
        ...(interval && { longestIntervalSeconds: interval }),
        ...(lastSavedAt && { lastSavedAt }),
        ...(succeeded && { succeeded }),
        ...(changesSince && { changesSince }),
      }
    : undefined;
}

function evictsOf(
  facts: RedisFacts,
  writers: readonly string[],
  { maxmemoryPolicy }: Settings,
): Observed<boolean> | undefined {
  const policies = writers.flatMap(
    pod => facts.label(pod, instanceInfo, 'maxmemory_policy') ?? [],
  );
  const policy =
    policies.find(({ value }) => value !== 'noeviction') ??
    policies[0] ??
    maxmemoryPolicy;
  return policy && { ...policy, value: policy.value !== 'noeviction' };
}

function writingPods(facts: RedisFacts): string[] {
  const primaries = facts.pods.filter(pod => facts.isPrimary(pod) === true);
  return (primaries.length > 0 ? primaries : facts.pods).map(
    ({ name }) => name,
  );
}

/** The sum of what the servers that take writes use of memory; undefined unless all of them say it. */
export function memoryOf(
  facts: RedisFacts,
  metric: string,
): Observed<number> | undefined {
  const primaries = facts.pods.filter(pod => facts.isPrimary(pod) === true);
  const used = primaries.flatMap(
    ({ name }) => facts.sample(name, metric) ?? [],
  );
  const [first] = used;
  return first && used.length === primaries.length
    ? { ...first, value: used.reduce((sum, { value }) => sum + value, 0) }
    : undefined;
}

function isTrue({ value }: Observed<number>): boolean {
  return value === 1;
}

function worst(
  samples: readonly Observed<number>[],
  isGood: (sample: Observed<number>) => boolean,
): Observed<boolean> | undefined {
  const sample = samples.find(one => !isGood(one)) ?? samples[0];
  return sample && { ...sample, value: isGood(sample) };
}

function lowest(
  samples: readonly Observed<number>[],
  rankOf: (sample: Observed<number>) => number = ({ value }) => value,
): Observed<number> | undefined {
  return samples.reduce<Observed<number> | undefined>(
    (low, sample) => (low && rankOf(low) <= rankOf(sample) ? low : sample),
    undefined,
  );
}

function instantOf({
  value,
  evidence,
}: Observed<number>): Observed<string> | undefined {
  const moment = new Date(value * 1000);
  return value > 0 && !Number.isNaN(moment.getTime())
    ? { value: moment.toISOString(), evidence }
    : undefined;
}
