import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  DatabaseProtection,
  formatDuration,
} from '@holdfast/plugin-holdfast-common';
import { RiErrorWarningLine, RiSave3Line } from '@remixicon/react';
import { ReactNode } from 'react';
import { holdfastTranslationRef } from '../../translation';
import { FactLine } from '../fact';
import { RelativeTime } from '../time';

type Persistence = NonNullable<DatabaseProtection['persistence']>;

/** What a server that works in memory writes, how often, and where it stays: `AOF, flushed every second; RDB 3 minutes ago`. */
export const PersistenceLine = (props: { persistence: Persistence }) => {
  const { t } = useTranslationRef(holdfastTranslationRef);
  const { storage, snapshots, log, evicts } = props.persistence;
  const logWords = () => {
    if (!log) return t('holding.log.unknown');
    if (!log.enabled) return t('holding.log.off');
    return log.flush ? t(`holding.log.${log.flush}`) : t('holding.log.on');
  };
  const snapshotWords = (): ReactNode => {
    if (!snapshots) return t('holding.snapshots.unknown');
    const { lastSavedAt, longestIntervalSeconds } = snapshots;
    if (longestIntervalSeconds === 0) return t('holding.snapshots.off');
    if (lastSavedAt) {
      return t('holding.snapshots.saved', {
        time: <RelativeTime instant={lastSavedAt} />,
      });
    }
    return longestIntervalSeconds === undefined
      ? t('holding.snapshots.on')
      : t('holding.snapshots.within', {
          interval: formatDuration(longestIntervalSeconds),
        });
  };
  const failing = [
    log?.succeeded === false && t('holding.log.failing'),
    snapshots?.succeeded === false && t('holding.snapshots.failing'),
  ].filter(Boolean);
  const changes = snapshots?.changesSince;
  const good = storage === 'claim' && failing.length === 0;
  return (
    <FactLine
      Icon={good ? RiSave3Line : RiErrorWarningLine}
      tone={good ? 'neutral' : 'warning'}
      note={[
        t(`holding.storage.${storage}`),
        ...failing,
        evicts && t('holding.evicts'),
      ]
        .filter(Boolean)
        .join(' ')}
    >
      {storage === 'none' ? (
        t('holding.nothingWritten')
      ) : (
        <>
          {logWords()}
          {'; '}
          {snapshotWords()}
          {changes !== undefined &&
            `, ${t('holding.snapshots.changes', { count: changes })}`}
        </>
      )}
    </FactLine>
  );
};
