import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Preview, PreviewedDatabase } from '@holdfast/plugin-holdfast-common';
import { holdfastTranslationRef } from '../../../translation';
import { FindingItem } from '../../recovery/FindingItem';
import { Section } from '../../card';
import { Note } from '../Note';
import { PredictedCost } from './PredictedCost';
import { PredictedDisruptions } from './PredictedDisruptions';
import { PredictedVerdict } from './PredictedVerdict';
import styles from './PreviewPanel.module.css';

/** Everything that is known of a database that does not exist yet. */
export const PreviewPanel = (props: {
  preview: Preview;
  database: PreviewedDatabase;
}) => {
  const { t } = useTranslationRef(holdfastTranslationRef);
  const { preview, database } = props;
  return (
    <div className={styles.panel}>
      <PredictedVerdict database={database} />
      <Section title={t('preview.disruptions.title')}>
        <PredictedDisruptions database={database} />
      </Section>
      <Section title={t('findings.title')}>
        {database.findings.length === 0 && <Note>{t('findings.none')}</Note>}
        {database.findings.map((finding, index) => (
          <FindingItem
            key={`${finding.rule} ${index}`}
            // The objects that it would point at are not there yet.
            finding={{ ...finding, evidence: [] }}
          />
        ))}
      </Section>
      {preview.cost && (
        <Section title={t('cost.title')}>
          <PredictedCost cost={preview.cost} place={preview.place} />
        </Section>
      )}
    </div>
  );
};
