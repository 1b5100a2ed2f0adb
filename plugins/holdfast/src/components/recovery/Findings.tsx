import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import { DatabaseDetail } from '@holdfast/plugin-holdfast-common';
import { useState } from 'react';
import { holdfastTranslationRef } from '../../translation';
import { Section } from '../card';
import { FindingItem } from './FindingItem';
import styles from './Findings.module.css';

const shownAtFirst = 3;

/** The findings in the order of the assessment, worst first. Those that somebody accepts have a place of their own. */
export const Findings = (props: { database: DatabaseDetail }) => {
  const { t } = useTranslationRef(holdfastTranslationRef);
  const [all, setAll] = useState(false);
  const { evidenceHidden, assessment } = props.database;
  const findings = assessment.findings.filter(({ waived }) => !waived);
  const shown = all ? findings : findings.slice(0, shownAtFirst);
  return (
    <Section title={t('findings.title')}>
      {evidenceHidden && <p className={styles.words}>{t('evidence.hidden')}</p>}
      {findings.length === 0 && (
        <p className={styles.words}>
          {assessment.findings.length > 0
            ? t('findings.onlyWaived')
            : t('findings.none')}
        </p>
      )}
      <div className={styles.list}>
        {shown.map((finding, index) => (
          // A rule may speak more than once; its findings have no name of their own.
          <FindingItem key={`${finding.rule} ${index}`} finding={finding} />
        ))}
      </div>
      {findings.length > shownAtFirst && (
        <div>
          <Button
            variant="tertiary"
            size="small"
            aria-expanded={all}
            onPress={() => setAll(!all)}
          >
            {all
              ? t('findings.showFewer')
              : t('findings.showAll', { total: String(findings.length) })}
          </Button>
        </div>
      )}
    </Section>
  );
};
