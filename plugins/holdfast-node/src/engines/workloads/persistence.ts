import { Observed, Persistence } from '@holdfast/plugin-holdfast-common';
import {
  applyDirectives,
  longestInterval,
  redisDefaults,
  Settings,
} from '../redis/directives';
import { familyOf } from './keys';
import { VolumeSource } from './podVolumes';
import { WorkloadFacts } from './WorkloadFacts';

const pod = ['spec', 'template', 'spec', 'containers'];

/**
 * What a server that works in memory puts on its disk, by the options that its container gives it. What a file of configuration says cannot be told.
 */
export function describePersistence(
  facts: WorkloadFacts,
): Persistence | undefined {
  if (familyOf(facts.server.engine) !== 'redis') return undefined;
  const settings = settingsOf(facts);
  const { save, appendOnly, appendFsync, maxmemoryPolicy } = settings;
  const interval = save && longestInterval(save.value);
  const isOff = interval === 0 && appendOnly?.value === false;
  return {
    storage: isOff && save ? { ...save, value: 'none' } : storageOf(facts),
    ...(save && {
      snapshots:
        interval === undefined
          ? {}
          : { longestIntervalSeconds: { ...save, value: interval } },
    }),
    ...(appendOnly && {
      log: {
        enabled: appendOnly,
        ...(appendFsync && { flush: appendFsync }),
      },
    }),
    ...(maxmemoryPolicy && {
      evicts: {
        ...maxmemoryPolicy,
        value: maxmemoryPolicy.value !== 'noeviction',
      },
    }),
  };
}

function settingsOf({ workload, server }: WorkloadFacts): Settings {
  const told = server.redis;
  if (!told) return {};
  const path = [...pod, server.container, told.field];
  const base: Settings = told.hasMore
    ? {}
    : {
        save: workload.derive(redisDefaults.save, path),
        appendOnly: workload.derive(redisDefaults.appendOnly, path),
        appendFsync: workload.derive(redisDefaults.appendFsync, path),
        maxmemoryPolicy: workload.derive(redisDefaults.maxmemoryPolicy, path),
      };
  return applyDirectives(
    base,
    told.directives.map(directive =>
      workload.derive(directive, path, directive),
    ),
  );
}

function storageOf({
  workload,
  server,
}: WorkloadFacts): Observed<'ephemeral' | 'claim'> {
  const { data, container } = server;
  return data && data.kind !== 'pod'
    ? workload.derive('claim' as const, data.path, nameOf(data))
    : workload.derive(
        'ephemeral' as const,
        data?.path ?? [...pod, container, 'volumeMounts'],
      );
}

function nameOf(source: VolumeSource): string {
  switch (source.kind) {
    case 'claim':
      return source.claim;
    case 'template':
      return source.template;
    default:
      return source.what;
  }
}
