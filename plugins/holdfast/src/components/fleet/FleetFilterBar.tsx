import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import { FleetSummary } from '@holdfast/plugin-holdfast-common';
import { useCallback } from 'react';
import { holdfastTranslationRef } from '../../translation';
import { entityName } from '../entityName';
import { FilterSelect } from './FilterSelect';
import { engines, FleetFilter, isFiltered, noFilter } from './FleetFilter';
import styles from './FleetFilterBar.module.css';
import { FleetSearch } from './FleetSearch';

/** Search and filters over the fleet. What can be chosen is what there is. */
export const FleetFilterBar = (props: {
  summary?: FleetSummary;
  filter: FleetFilter;
  onChange: (change: Partial<FleetFilter>) => void;
}) => {
  const { t } = useTranslationRef(holdfastTranslationRef);
  const { summary, filter, onChange } = props;
  const search = useCallback((text: string) => onChange({ text }), [onChange]);
  const engineName = (value: string) => {
    const engine = engines.find(name => name === value);
    return engine ? t(`engine.${engine}`) : value;
  };
  return (
    <div
      role="search"
      aria-label={t('fleet.filter.label')}
      className={styles.bar}
    >
      <FleetSearch text={filter.text} onChange={search} />
      <FilterSelect
        label={t('fleet.filter.engine')}
        placeholder={t('fleet.filter.any')}
        counts={summary?.byEngine}
        chosen={filter.engine}
        labelOf={engineName}
        onChange={chosen =>
          onChange({ engine: engines.filter(name => chosen.includes(name)) })
        }
      />
      <FilterSelect
        label={t('fleet.filter.cluster')}
        placeholder={t('fleet.filter.any')}
        counts={summary?.byCluster}
        chosen={filter.cluster}
        labelOf={value => value}
        onChange={cluster => onChange({ cluster })}
      />
      <FilterSelect
        label={t('fleet.filter.owner')}
        placeholder={t('fleet.filter.any')}
        counts={summary?.byOwner}
        chosen={filter.owner}
        labelOf={entityName}
        onChange={owner => onChange({ owner })}
      />
      <Button
        variant="tertiary"
        size="small"
        isDisabled={!isFiltered(filter)}
        onPress={() => onChange(noFilter)}
      >
        {t('fleet.filter.clear')}
      </Button>
    </div>
  );
};
