import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ByteFate, DatabaseDeletion } from '@holdfast/plugin-holdfast-common';
import {
  RemixiconComponentType,
  RiDeleteBin2Fill,
  RiQuestionAnswerLine,
  RiQuestionLine,
  RiShieldCheckLine,
} from '@remixicon/react';
import { holdfastTranslationRef } from '../../../translation';
import { EvidenceDisclosure, FactLine } from '../../fact';
import { Tone } from '../../verdict';
import styles from './BytesItem.module.css';

const looks: Record<ByteFate, { Icon: RemixiconComponentType; tone: Tone }> = {
  dies: { Icon: RiDeleteBin2Fill, tone: 'negative' },
  asks: { Icon: RiQuestionAnswerLine, tone: 'warning' },
  stays: { Icon: RiShieldCheckLine, tone: 'positive' },
  unknown: { Icon: RiQuestionLine, tone: 'neutral' },
};

/** What becomes of one volume, or of the backups in one place, and by which steps. */
export const BytesItem = (props: {
  bytes: DatabaseDeletion['items'][number]['bytes'][number];
}) => {
  const { t } = useTranslationRef(holdfastTranslationRef);
  const { kind, name, role, fate, steps } = props.bytes;
  const what =
    kind === 'volume' && role
      ? t('deletion.volume', { name, role: t(`volumes.role.${role}`) })
      : t('deletion.backups', { name });
  return (
    <>
      <FactLine {...looks[fate]}>
        {what}:{' '}
        <span className={styles.fate}>{t(`deletion.fate.${fate}`)}</span>
        <ol className={styles.steps}>
          {steps.map(({ reason }) => (
            <li key={reason}>{reason}</li>
          ))}
        </ol>
      </FactLine>
      <EvidenceDisclosure
        of={what}
        evidence={steps.flatMap(({ evidence }) => evidence)}
      />
    </>
  );
};
