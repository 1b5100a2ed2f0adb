import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { CopyCheck } from '@holdfast/plugin-holdfast-common';
import { holdfastTranslationRef } from '../../translation';
import { EvidenceDisclosure, FactLine } from '../fact';
import { controlLook } from './controlLook';
import styles from './Score.module.css';

/** 3-2-1-1-0, question by question, with what was counted. */
export const CopyChecklist = (props: { checks: CopyCheck[] }) => {
  const { t } = useTranslationRef(holdfastTranslationRef);
  return (
    <ul className={styles.list}>
      {props.checks.map(({ id, state, message, evidence }) => (
        <li key={id}>
          <FactLine {...controlLook[state]} note={message}>
            {t(`copies.${id}`)}
            <span className={styles.state}> {t(`score.state.${state}`)}</span>
          </FactLine>
          <EvidenceDisclosure of={t(`copies.${id}`)} evidence={evidence} />
        </li>
      ))}
    </ul>
  );
};
