import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Cell, CellText, ColumnConfig } from '@backstage/ui';
import { DatabaseSummary } from '@holdfast/plugin-holdfast-common';
import { RiWifiOffLine } from '@remixicon/react';
import { useMemo } from 'react';
import { holdfastTranslationRef } from '../../translation';
import { VerdictBadge } from '../verdict';
import styles from './DatabaseTable.module.css';
import { entityName } from '../entityName';
import { RpoCell } from './RpoCell';

/** The columns of the fleet. Ids of sortable ones are the order fields of the API. */
export function useDatabaseColumns(): ColumnConfig<DatabaseSummary>[] {
  const { t } = useTranslationRef(holdfastTranslationRef);
  return useMemo(
    () => [
      {
        id: 'name',
        label: t('fleet.column.name'),
        isRowHeader: true,
        isSortable: true,
        width: '2.6fr',
        minWidth: 200,
        cell: ({ reference, engine, version }) => (
          <CellText
            title={reference.name}
            description={[
              reference.namespace,
              [t(`engine.${engine}`), version].filter(Boolean).join(' '),
            ]
              .filter(Boolean)
              .join(' · ')}
          />
        ),
      },
      {
        id: 'verdict',
        label: t('fleet.column.verdict'),
        isSortable: true,
        width: '1.2fr',
        minWidth: 145,
        cell: ({ verdict, stale }) => (
          <Cell>
            <span className={styles.verdict}>
              <VerdictBadge verdict={verdict} stale={stale} />
              {stale && (
                <span className={styles.stale}>
                  <RiWifiOffLine aria-hidden />
                  {t('verdict.stale')}
                </span>
              )}
            </span>
          </Cell>
        ),
      },
      {
        id: 'why',
        label: t('fleet.column.why'),
        width: '4fr',
        minWidth: 200,
        cell: ({ topFinding, verdict }) => {
          const why = topFinding?.message ?? t(`verdict.${verdict}.meaning`);
          return (
            <Cell>
              <span className={styles.cell}>
                <span className={styles.why} title={why}>
                  {why}
                </span>
              </span>
            </Cell>
          );
        },
      },
      {
        id: 'attainedRpo',
        label: t('fleet.column.attainedRpo'),
        isSortable: true,
        width: '1.2fr',
        minWidth: 150,
        cell: database => <RpoCell database={database} />,
      },
      {
        id: 'owner',
        label: t('fleet.column.owner'),
        isSortable: true,
        width: '1.2fr',
        minWidth: 120,
        cell: ({ owner }) => (
          <CellText title={owner ? entityName(owner) : t('fleet.noOwner')} />
        ),
      },
      {
        id: 'cluster',
        label: t('fleet.column.cluster'),
        isSortable: true,
        width: '1fr',
        minWidth: 120,
        cell: ({ reference }) => <CellText title={reference.cluster} />,
      },
    ],
    [t],
  );
}
