import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { formatDuration, RestoreEntry } from '@holdfast/plugin-holdfast-common';
import { holdfastTranslationRef } from '../../translation';
import { RelativeTime } from '../time';
import { useActor } from './useActor';

/** A restore in a sentence: when, by whom, from what, how long it took, and what was found in it. */
export const RestoreWords = (props: { restore: RestoreEntry }) => {
  const { t } = useTranslationRef(holdfastTranslationRef);
  const { restore } = props;
  const { seconds, checks, backup, failure, outcome } = restore;
  const actorOf = useActor();
  const when = (
    <RelativeTime
      instant={restore.readyAt ?? restore.endedAt ?? restore.startedAt}
    />
  );
  const passed = checks.filter(check => check.passed).length;
  const failedChecks = checks.filter(check => !check.passed);
  const by = actorOf(restore);
  const parts = [
    outcome === 'failed'
      ? t('proof.restore.failed', { when, by })
      : t('proof.restore.succeeded', { when, by }),
    backup && t('proof.restore.from', { backup }),
    outcome === 'succeeded' &&
      seconds !== undefined &&
      t('proof.restore.in', { duration: formatDuration(seconds) }),
    checks.length > 0
      ? t('proof.restore.checks', {
          passed: String(passed),
          total: String(checks.length),
        })
      : outcome === 'succeeded' && t('proof.restore.unchecked'),
  ].filter(Boolean);
  return (
    <>
      {parts.map((part, index) => (
        // The parts of one sentence have no names, and their order stays.
        // eslint-disable-next-line react/no-array-index-key
        <span key={index}>
          {index > 0 && ', '}
          {part}
        </span>
      ))}
      .
      {failedChecks.map(({ name, detail }) => (
        <span key={name}>
          {' '}
          {detail
            ? t('proof.restore.notPassedWith', { name, detail })
            : t('proof.restore.notPassed', { name })}
        </span>
      ))}
      {failure && ` ${t('proof.restore.says', { failure })}`}
    </>
  );
};
