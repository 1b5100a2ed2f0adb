import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  formatDuration,
  RestoreEntry,
  RestorePage,
} from '@holdfast/plugin-holdfast-common';
import { holdfastTranslationRef } from '../../translation';
import styles from './ProofSection.module.css';

/** How far apart the measured times lie, and how many of the latest restores failed. */
export const MeasuredRto = (props: {
  restores: readonly RestoreEntry[];
  measuredRto: RestorePage['measuredRto'];
}) => {
  const { t } = useTranslationRef(holdfastTranslationRef);
  const { restores, measuredRto } = props;
  const failures = restores.filter(({ outcome }) => outcome === 'failed');
  const several = measuredRto && measuredRto.restores > 1;
  if (!several && failures.length === 0) return null;
  return (
    <p className={styles.words}>
      {several &&
        t('proof.measured', {
          count: measuredRto.restores,
          min: formatDuration(measuredRto.minSeconds),
          max: formatDuration(measuredRto.maxSeconds),
          median: formatDuration(measuredRto.medianSeconds),
        })}{' '}
      {failures.length > 0 &&
        t('proof.failures', {
          failed: String(failures.length),
          count: restores.length,
        })}
    </p>
  );
};
