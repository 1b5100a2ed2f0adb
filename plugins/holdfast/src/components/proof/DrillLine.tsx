import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  DatabaseProtection,
  formatDuration,
} from '@holdfast/plugin-holdfast-common';
import { RiAlarmWarningLine, RiRefreshLine } from '@remixicon/react';
import { holdfastTranslationRef } from '../../translation';
import { FactLine } from '../fact';
import { RelativeTime } from '../time';

/** Whether a standing drill is alive: one that nobody watches stops without a sound, and the proof rots. */
export const DrillLine = (props: {
  drill: DatabaseProtection['drills'][number];
  drillIntervalSeconds: number;
  now: number;
}) => {
  const { t } = useTranslationRef(holdfastTranslationRef);
  const { drill, drillIntervalSeconds, now } = props;
  const { name, expression, suspended, lastStartedAt, lastSucceededAt } = drill;
  const late =
    lastSucceededAt !== undefined &&
    Date.parse(lastSucceededAt) + drillIntervalSeconds * 1_000 < now;
  const alive = !suspended && lastSucceededAt !== undefined && !late;
  const words = () => {
    if (suspended) return t('proof.drill.suspended', { name });
    if (late) {
      return t('proof.drill.late', {
        name,
        interval: formatDuration(drillIntervalSeconds),
      });
    }
    return alive
      ? t('proof.drill.alive', { name })
      : t('proof.drill.neverSucceeded', { name });
  };
  return (
    <FactLine
      Icon={alive ? RiRefreshLine : RiAlarmWarningLine}
      tone={alive ? 'neutral' : 'warning'}
      note={
        <>
          {t('proof.drill.schedule', { expression })}
          {lastStartedAt && (
            <>
              {' '}
              {t('proof.drill.started', {
                time: <RelativeTime instant={lastStartedAt} />,
              })}
            </>
          )}
          {lastSucceededAt && (
            <>
              {' '}
              {t('proof.drill.succeeded', {
                time: <RelativeTime instant={lastSucceededAt} />,
              })}
            </>
          )}
        </>
      }
    >
      {words()}
    </FactLine>
  );
};
