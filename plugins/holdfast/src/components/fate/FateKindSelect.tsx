import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Select } from '@backstage/ui';
import { FateKind } from '@holdfast/plugin-holdfast-common';
import { holdfastTranslationRef } from '../../translation';
import { fateKinds } from './fateKinds';
import styles from './SharedFatePage.module.css';

/** Chooses any number of kinds; none means all. */
export const FateKindSelect = (props: {
  kinds: FateKind[];
  onChange: (kinds: FateKind[]) => void;
}) => {
  const { t } = useTranslationRef(holdfastTranslationRef);
  return (
    <Select
      className={styles.kinds}
      label={t('fate.filter')}
      placeholder={t('fleet.filter.any')}
      size="small"
      selectionMode="multiple"
      value={props.kinds}
      onChange={keys =>
        props.onChange(fateKinds.filter(kind => keys.includes(kind)))
      }
      options={fateKinds.map(kind => ({
        id: kind,
        label: t(`fate.kind.${kind}`),
      }))}
    />
  );
};
