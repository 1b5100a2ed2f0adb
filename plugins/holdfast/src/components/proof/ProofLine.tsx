import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { formatDuration } from '@holdfast/plugin-holdfast-common';
import {
  RemixiconComponentType,
  RiCheckboxCircleFill,
  RiCloseCircleFill,
  RiHistoryLine,
  RiQuestionLine,
} from '@remixicon/react';
import { holdfastTranslationRef } from '../../translation';
import { FactLine } from '../fact';
import { LocalTime, RelativeTime } from '../time';
import { Tone } from '../verdict';
import styles from './ProofSection.module.css';
import { ProofStanding } from './readProof';
import { RestoreWords } from './RestoreWords';

const looks: Record<
  ProofStanding['state'],
  { Icon: RemixiconComponentType; tone: Tone }
> = {
  current: { Icon: RiCheckboxCircleFill, tone: 'positive' },
  overdue: { Icon: RiHistoryLine, tone: 'warning' },
  failed: { Icon: RiCloseCircleFill, tone: 'negative' },
  'other-incarnation': { Icon: RiQuestionLine, tone: 'neutral' },
  none: { Icon: RiQuestionLine, tone: 'neutral' },
};

/** What the last restores prove, in a word and a sentence, and when the next is due. */
export const ProofLine = (props: {
  proof: ProofStanding;
  drillIntervalSeconds: number;
}) => {
  const { t } = useTranslationRef(holdfastTranslationRef);
  const { state, last, failed, dueAt } = props.proof;
  const shown = failed ?? last;
  const interval = formatDuration(props.drillIntervalSeconds);
  const due = () => {
    if (dueAt === undefined) return t('proof.due.every', { interval });
    const time = <LocalTime instant={new Date(dueAt).toISOString()} />;
    return state === 'overdue'
      ? t('proof.due.since', { interval, time })
      : t('proof.due.by', { interval, time });
  };
  return (
    <FactLine
      {...looks[state]}
      note={
        <>
          {failed && last && (
            <>
              {t('proof.lastSuccess', {
                time: (
                  <RelativeTime
                    instant={last.readyAt ?? last.endedAt ?? last.startedAt}
                  />
                ),
              })}{' '}
            </>
          )}
          {due()}
        </>
      }
    >
      <span className={styles.state}>{t(`proof.state.${state}`)}</span>
      {shown && (
        <>
          {'. '}
          <RestoreWords restore={shown} />
        </>
      )}
    </FactLine>
  );
};
