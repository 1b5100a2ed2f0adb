import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Finding } from '@holdfast/plugin-holdfast-common';
import { holdfastTranslationRef } from '../../translation';
import { Section } from '../card';
import { FindingItem } from './FindingItem';
import styles from './Findings.module.css';

/** What somebody accepts for a time: why, until when and who. It counts again when that time is over. */
export const WaivedFindings = (props: { findings: Finding[] }) => {
  const { t } = useTranslationRef(holdfastTranslationRef);
  const waived = props.findings.filter(finding => finding.waived);
  if (waived.length === 0) return null;
  return (
    <Section title={t('waived.title')}>
      <div className={styles.list}>
        {waived.map((finding, index) => (
          <FindingItem key={`${finding.rule} ${index}`} finding={finding} />
        ))}
      </div>
    </Section>
  );
};
