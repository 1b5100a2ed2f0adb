import { createHash } from 'node:crypto';
import { Rule } from '@holdfast/plugin-holdfast-common';
import { Engines } from '@holdfast/plugin-holdfast-node';
import packageJson from '../../package.json';
import { RecoveryConfig } from '../readRecoveryConfig';

/**
 * A text that changes with everything that bears on a judgement but is no fact: the software, what modules added, the configuration.
 * Databases that were judged with another one are judged anew.
 */
export function judgementVersion(options: {
  engines: Pick<Engines, 'projectionVersion'>;
  rules: readonly Rule[];
  config: Pick<RecoveryConfig, 'objectives' | 'defaultOwner'>;
}): string {
  const { engines, rules, config } = options;
  return createHash('sha1')
    .update(
      JSON.stringify([
        packageJson.version,
        engines.projectionVersion,
        rules.map(({ id }) => id),
        config.objectives,
        config.defaultOwner,
      ]),
    )
    .digest('base64')
    .slice(0, 10);
}
