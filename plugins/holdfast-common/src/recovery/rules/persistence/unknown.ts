import { Persistence } from '../../../model';
import { isVolumeCopy } from '../../backups/isVolumeCopy';
import { Rule } from '../../Rule';

/** Configuration in a ConfigMap, or a command of one's own, may say anything. */
export const persistenceUnknown: Rule = {
  id: 'persistence/unknown',
  title: 'Cannot tell what is written to disk',
  description:
    'The server has a volume, but whether and when it writes its data there cannot be told.',
  judges: 'arrangement',
  evaluate({ database, usable }) {
    const { persistence } = database;
    const untold = persistence && whatIsUntold(persistence);
    if (!persistence || untold === undefined) return undefined;
    // What the server itself gave out does not hang on it.
    const decides = usable.points.every(isVolumeCopy);
    return {
      rule: this.id,
      severity: 'warning',
      message: `There is a volume, but ${untold} cannot be told from what Holdfast reads. A backup of that volume may hold nothing.`,
      evidence: [persistence.storage.evidence],
      ...(decides && { ceiling: 'unknown' }),
      remedy:
        'Set `appendonly`, `appendfsync` and `save` where the operator applies them itself (dynamicConfig, customConfig), and connect a metrics source with the Redis exporter.',
    };
  },
};

function whatIsUntold({
  storage,
  log,
  snapshots,
}: Persistence): string | undefined {
  if (storage.value === 'none' || storage.value === 'ephemeral') {
    return undefined;
  }
  if (storage.value !== 'claim') return 'whether the data goes there';
  if (!log) return 'whether a log of writes (appendonly) is kept on it';
  if (log.enabled.value === true) {
    return log.flush ? undefined : 'when the log of writes is flushed to it';
  }
  return snapshots?.longestIntervalSeconds
    ? undefined
    : 'how soon a change is in a snapshot (save)';
}
