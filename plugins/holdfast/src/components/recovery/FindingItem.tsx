import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Accordion,
  AccordionPanel,
  AccordionTrigger,
  VisuallyHidden,
} from '@backstage/ui';
import {
  Finding,
  ruleTitles,
  Severity,
} from '@holdfast/plugin-holdfast-common';
import {
  RemixiconComponentType,
  RiAlertFill,
  RiCloseCircleFill,
  RiInformationLine,
  RiShakeHandsLine,
} from '@remixicon/react';
import clsx from 'clsx';
import { holdfastTranslationRef } from '../../translation';
import { EvidenceList } from '../evidence';
import { Tone } from '../verdict';
import tones from '../verdict/tone.module.css';
import styles from './FindingItem.module.css';
import { WaiverWords } from './WaiverWords';

const looks: Record<Severity, { Icon: RemixiconComponentType; tone: Tone }> = {
  critical: { Icon: RiCloseCircleFill, tone: 'negative' },
  warning: { Icon: RiAlertFill, tone: 'warning' },
  info: { Icon: RiInformationLine, tone: 'neutral' },
};

/** What is accepted keeps its severity in words; its icon no longer calls for anybody. */
const waivedLook: (typeof looks)[Severity] = {
  Icon: RiShakeHandsLine,
  tone: 'neutral',
};

/** One finding; opened, it says what to do and shows its evidence. */
export const FindingItem = (props: { finding: Finding }) => {
  const { t } = useTranslationRef(holdfastTranslationRef);
  const { rule, severity, message, ceiling, remedy, evidence, waived } =
    props.finding;
  const title = ruleTitles[rule];
  const { Icon, tone } = waived ? waivedLook : looks[severity];
  return (
    <Accordion>
      <AccordionTrigger>
        <span className={clsx(tones.tone, styles.trigger)} data-tone={tone}>
          <Icon aria-hidden />
          <span>
            <VisuallyHidden>{t(`severity.${severity}`)}: </VisuallyHidden>
            {message}
            {waived && (
              <span className={styles.waived}>
                <WaiverWords waived={waived} />
              </span>
            )}
            <span className={styles.rule}>
              {title ? `${title} · ${rule}` : rule}
            </span>
          </span>
        </span>
      </AccordionTrigger>
      <AccordionPanel>
        <div className={styles.details}>
          {remedy && (
            <div>
              <h6>{t('findings.remedy')}</h6>
              <p>{remedy}</p>
            </div>
          )}
          {evidence.length > 0 && (
            <div>
              <h6>{t('findings.evidence')}</h6>
              <EvidenceList evidence={evidence} />
            </div>
          )}
          {ceiling && !waived && (
            <p className={styles.ceiling}>
              {t('findings.ceiling', {
                verdict: t(`verdict.${ceiling}.name`),
              })}
            </p>
          )}
        </div>
      </AccordionPanel>
    </Accordion>
  );
};
