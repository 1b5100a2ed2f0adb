import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Table } from '@backstage/ui';
import { ReactNode, useState } from 'react';
import { useDatabases } from '../../queries';
import { holdfastTranslationRef } from '../../translation';
import { ProblemNotice, RefreshNotice } from '../states';
import { FleetFilter, fleetFilterQuery, OrderField } from './FleetFilter';
import { useDatabaseColumns } from './useDatabaseColumns';
import { useDatabaseHref } from './useDatabaseHref';
import { usePages } from '../paging';

const pageSizes = [25, 50, 100];

/**
 * The databases that a filter lets through, page by page.
 *
 * @remarks
 *
 * BUI's `useTable` fetches by itself, and dims the table on every reload. The rows come from the query cache instead, which polls,
 * and keeps what it has when a poll fails.
 */
export const DatabaseTable = (props: {
  filter: FleetFilter;
  onSort: (orderField: OrderField) => void;
  empty: ReactNode;
}) => {
  const { t } = useTranslationRef(holdfastTranslationRef);
  const { filter, onSort, empty } = props;
  const [pageSize, setPageSize] = useState(pageSizes[0]);
  const query = fleetFilterQuery(filter);
  const pages = usePages(JSON.stringify([query, pageSize]));
  const databases = useDatabases({
    ...query,
    limit: pageSize,
    cursor: pages.cursor,
  });
  const columns = useDatabaseColumns();
  const hrefOf = useDatabaseHref();
  const { data, error, isPlaceholderData } = databases;

  if (error && !data) {
    return (
      <ProblemNotice
        error={error}
        title={t('fleet.failed')}
        onRetry={databases.refetch}
      />
    );
  }

  const [column, direction] = filter.orderField.split(',');
  const offset = pages.index * pageSize;
  const nextCursor = data?.pageInfo.nextCursor;
  return (
    <>
      {error && <RefreshNotice>{t('fleet.refreshFailed')}</RefreshNotice>}
      <Table
        columnConfig={columns}
        data={data?.items}
        isPending={databases.isPending}
        isStale={isPlaceholderData}
        rowConfig={{ getHref: hrefOf }}
        emptyState={empty}
        sort={{
          descriptor: {
            column,
            direction: direction === 'desc' ? 'descending' : 'ascending',
          },
          onSortChange: sort =>
            onSort(
              `${sort.column}${
                sort.direction === 'descending' ? ',desc' : ',asc'
              }` as OrderField,
            ),
        }}
        pagination={{
          type: 'page',
          pageSize,
          pageSizeOptions: pageSizes.map(value => ({
            value,
            label: t('fleet.pageSize', { size: String(value) }),
          })),
          offset,
          totalCount: data?.totalItems,
          hasNextPage: nextCursor !== undefined && !isPlaceholderData,
          hasPreviousPage: pages.index > 0,
          onNextPage: () => nextCursor && pages.next(nextCursor),
          onPreviousPage: pages.previous,
          onPageSizeChange: setPageSize,
          getLabel: ({ totalCount = 0 }) =>
            t('fleet.range', {
              from: String(Math.min(offset + 1, totalCount)),
              to: String(offset + (data?.items.length ?? 0)),
              total: String(totalCount),
            }),
        }}
      />
    </>
  );
};
