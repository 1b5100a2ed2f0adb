import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Accordion,
  AccordionPanel,
  AccordionTrigger,
  VisuallyHidden,
} from '@backstage/ui';
import { Evidence } from '@holdfast/plugin-holdfast-common';
import { holdfastTranslationRef } from '../../translation';
import { EvidenceList } from '../evidence';
import styles from './EvidenceDisclosure.module.css';

/** What was read to tell something, once it is asked for; nothing where there is none to show. */
export const EvidenceDisclosure = (props: {
  /** What it is the evidence of, for those who hear the button by itself. */
  of: string;
  evidence: Evidence[];
}) => {
  const { t } = useTranslationRef(holdfastTranslationRef);
  if (props.evidence.length === 0) return null;
  return (
    <div className={styles.disclosure}>
      <Accordion>
        <AccordionTrigger>
          <span className={styles.words}>
            {t('findings.evidence')}
            <VisuallyHidden>: {props.of}</VisuallyHidden>
          </span>
        </AccordionTrigger>
        <AccordionPanel>
          <EvidenceList evidence={props.evidence} />
        </AccordionPanel>
      </Accordion>
    </div>
  );
};
