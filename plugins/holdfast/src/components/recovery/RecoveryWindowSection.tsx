import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Accordion, AccordionPanel, AccordionTrigger } from '@backstage/ui';
import { DatabaseDetail } from '@holdfast/plugin-holdfast-common';
import { useRecoveryPoints } from '../../queries';
import { holdfastTranslationRef } from '../../translation';
import { Section } from '../card';
import { Tone } from '../verdict';
import { compare } from '../comparison';
import { RecoveryPointTable } from './RecoveryPointTable';
import { RecoveryTimeline } from './RecoveryTimeline';
import timeline from './RecoveryTimeline.module.css';
import { rpoNow } from './rpoNow';

/** What moments can be restored, as a picture, a sentence and a list of recovery points. */
export const RecoveryWindowSection = (props: {
  database: DatabaseDetail;
  now: number;
}) => {
  const { t } = useTranslationRef(holdfastTranslationRef);
  const { summary, assessment, evidenceHidden } = props.database;
  const { verdict, window, rpo, objective } = assessment;
  // Recovery points are evidence too.
  const points = useRecoveryPoints(summary.id, { enabled: !evidenceHidden });
  const { now } = props;
  const gapSeconds = rpoNow(rpo.data, now);
  const comparison = compare({
    attained: gapSeconds,
    objective: objective.rpoSeconds.data.value,
    nothing: false,
    exempt: verdict === 'exempt',
  });
  const gapTone: Tone = comparison === 'missed' ? 'negative' : 'neutral';
  const items = points.data?.items ?? [];
  const unusable = items.filter(point => !point.usable).length;

  return (
    <Section title={t('window.title')}>
      {window ? (
        <RecoveryTimeline
          // It ends where the attained RPO begins.
          window={
            gapSeconds === undefined
              ? window
              : {
                  ...window,
                  to: new Date(now - gapSeconds * 1_000).toISOString(),
                }
          }
          points={items}
          now={now}
          gapTone={gapTone}
        />
      ) : (
        <div className={timeline.timeline}>
          <div aria-hidden className={timeline.nothing} />
          <span className={timeline.words}>
            {verdict === 'unprotected'
              ? t('window.none')
              : t('window.notKnown')}
          </span>
        </div>
      )}
      {points.error && !points.data && (
        <span className={timeline.words}>{t('window.pointsFailed')}</span>
      )}
      {points.data && points.data.totalItems > 0 && (
        <Accordion>
          <AccordionTrigger>
            <span className={timeline.words}>
              {t('window.points', { count: points.data.totalItems })}
              {unusable > 0 && `; ${t('window.unusable', { count: unusable })}`}
            </span>
          </AccordionTrigger>
          <AccordionPanel>
            <RecoveryPointTable page={points.data} />
          </AccordionPanel>
        </Accordion>
      )}
    </Section>
  );
};
