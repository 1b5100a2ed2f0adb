import { Config, readDurationFromConfig } from '@backstage/config';
import { InputError } from '@backstage/errors';
import {
  ObjectiveConfig,
  parseObjectiveConfig,
} from '@holdfast/plugin-holdfast-common';
import { durationToMilliseconds } from '@backstage/types';
import { entityRefOf } from './claims/entityRefOf';
import { MetricsSource, readMetricsSources } from './metrics/MetricsSource';

/**
 * What judgement is told by the configuration.
 */
export interface RecoveryConfig {
  objectives: ObjectiveConfig;
  /** Entity ref of the owner of databases that state none. */
  defaultOwner: string | undefined;
  metrics: MetricsSource[];
  metricsIntervalMs: number;
  /** How long transitions of verdicts are kept. */
  historyRetentionMs: number;
}

/**
 * Reads the configuration of judgement.
 *
 * @throws InputError that names the key, its value and what would be right.
 */
export function readRecoveryConfig(config: Config): RecoveryConfig {
  return {
    objectives: parseObjectiveConfig(config.getOptional('holdfast.objectives')),
    defaultOwner: readDefaultOwner(config),
    metrics: readMetricsSources(config),
    metricsIntervalMs: readDuration(config, 'holdfast.metricsInterval', {
      seconds: 30,
    }),
    historyRetentionMs: readDuration(config, 'holdfast.historyRetention', {
      days: 400,
    }),
  };
}

function readDefaultOwner(config: Config): string | undefined {
  const key = 'holdfast.defaultOwner';
  const text = config.getOptionalString(key);
  if (text === undefined) {
    return undefined;
  }
  const owner = entityRefOf(text, { defaultKind: 'Group' });
  if (owner === undefined) {
    throw new InputError(
      `Configuration ${key} is '${text}', which is not an entity reference; it has to be one such as 'group:default/platform'`,
    );
  }
  return owner;
}

function readDuration(
  config: Config,
  key: string,
  fallback: { seconds: number } | { days: number },
): number {
  const milliseconds = durationToMilliseconds(
    config.has(key) ? readDurationFromConfig(config, { key }) : fallback,
  );
  if (milliseconds < 1000) {
    throw new InputError(
      `Configuration ${key} is ${milliseconds} ms; it has to be at least 1 s, for example '30s'`,
    );
  }
  return milliseconds;
}
