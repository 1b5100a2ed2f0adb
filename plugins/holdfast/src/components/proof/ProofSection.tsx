import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Assessment } from '@holdfast/plugin-holdfast-common';
import { useProtection, useRestores } from '../../queries';
import { holdfastTranslationRef } from '../../translation';
import { Section } from '../card';
import { Loaded } from '../states';
import { DrillLine } from './DrillLine';
import { MeasuredRto } from './MeasuredRto';
import { ProofLine } from './ProofLine';
import styles from './ProofSection.module.css';
import { readProof } from './readProof';

/** More than are looked at by eye: enough to find the last that succeeded behind a row of failed ones. */
const looksBack = 20;

/** Whether the database was ever restored, how that went, and what restores it again. */
export const ProofSection = (props: {
  databaseId: string;
  assessment: Assessment;
  now: number;
}) => {
  const { t } = useTranslationRef(holdfastTranslationRef);
  const { databaseId, assessment, now } = props;
  const restores = useRestores(databaseId, { limit: looksBack });
  const protection = useProtection(databaseId);
  const drillIntervalSeconds = assessment.objective.drillIntervalSeconds.value;
  return (
    <Section title={t('proof.title')}>
      <Loaded query={restores} failed={t('proof.failed')}>
        {({ items, measuredRto }) => (
          <div className={styles.lines}>
            <ProofLine
              proof={readProof({ restores: items, drillIntervalSeconds, now })}
              drillIntervalSeconds={drillIntervalSeconds}
            />
            <MeasuredRto restores={items} measuredRto={measuredRto} />
            {protection.data?.drills.map(drill => (
              <DrillLine
                key={drill.name}
                drill={drill}
                drillIntervalSeconds={drillIntervalSeconds}
                now={now}
              />
            ))}
          </div>
        )}
      </Loaded>
    </Section>
  );
};
