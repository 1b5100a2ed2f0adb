import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Accordion, AccordionPanel, AccordionTrigger } from '@backstage/ui';
import { Assessment } from '@holdfast/plugin-holdfast-common';
import { holdfastTranslationRef } from '../../translation';
import { countDisruptions } from './disruptions';
import { DisruptionTable } from './DisruptionTable';
import timeline from './RecoveryTimeline.module.css';

/** How many disruptions miss an objective; opened, what each of them would cost. */
export const DisruptionDisclosure = (props: {
  assessment: Assessment;
  now: number;
}) => {
  const { t } = useTranslationRef(holdfastTranslationRef);
  const { assessment, now } = props;
  const { missed, unknown } = countDisruptions(assessment, now);
  const counts = [
    missed > 0 && t('attained.eachMissed', { count: missed }),
    unknown > 0 && t('attained.eachUnknown', { count: unknown }),
  ].filter(Boolean);
  return (
    <Accordion>
      <AccordionTrigger>
        <span className={timeline.words}>
          {[t('attained.each'), counts.join(', ')].filter(Boolean).join(': ')}
        </span>
      </AccordionTrigger>
      <AccordionPanel>
        <DisruptionTable assessment={assessment} now={now} />
      </AccordionPanel>
    </Accordion>
  );
};
