import { Volume, VolumeCoverage } from '../../../model';
import { describeMoment } from '../../describe';
import { Finding } from '../../Finding';
import { momentOf } from '../../moment';
import { Rule } from '../../Rule';

/** `Completed` says that a backup is done, and not what is in it. */
export const volumeSkipped: Rule = {
  id: 'coverage/volume-skipped',
  title: 'Backup without the volume',
  description:
    'The newest backup that was to take a volume of the database ended without it, or failed to copy it.',
  judges: 'facts',
  evaluate({ database, usable }) {
    const { newestAt = -Infinity } = usable;
    return database.volumes.flatMap((volume): Finding[] => {
      if (volume.role === 'other') return [];
      const newest = newestEnd(volume);
      if (!newest || newest.state === 'held') return [];
      const at = momentOf(newest.at);
      // Another instance's volumes, or another tool, make up for it.
      const isMadeUp = at !== undefined && newestAt >= at;
      const reason = newest.reason === undefined ? '' : `: ${newest.reason}`;
      return [
        {
          rule: this.id,
          severity: isMadeUp ? 'info' : 'warning',
          message: `${newest.backup.name}${
            newest.at === undefined ? '' : ` (${describeMoment(newest.at)})`
          } ${
            newest.state === 'failed' ? 'failed to copy' : 'ended without'
          } the bytes of ${volume.claim.name}${reason}.${
            isMadeUp ? ' Another backup of that time has them.' : ''
          }`,
          evidence: [newest.evidence],
          ...(!isMadeUp && { ceiling: 'at-risk' as const }),
          remedy:
            'Look at the volumes with `velero backup describe --details`, mend what keeps this one out, and take a backup by hand.',
        },
      ];
    });
  },
};

/** What the newest backup that ended did with a volume that it was to take. */
function newestEnd({ coverage = [] }: Volume): VolumeCoverage | undefined {
  return coverage.find(
    ({ at, state }) =>
      at !== undefined && state !== 'running' && state !== 'excluded',
  );
}
