import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Card, CardBody, CardHeader, Skeleton, Text } from '@backstage/ui';
import { DatabaseDetail } from '@holdfast/plugin-holdfast-common';
import clsx from 'clsx';
import { ReactNode } from 'react';
import { problemOf } from '../../queries';
import { holdfastTranslationRef } from '../../translation';
import contrast from '../contrast.module.css';
import { ProblemNotice, RefreshNotice } from '../states';
import { LocalTime, RelativeTime } from '../time';
import { DatabaseRecovery } from './DatabaseRecovery';
import styles from './RecoveryCardFrame.module.css';
import { RecoverySkeleton } from './RecoverySkeleton';

/** A card for one database in whatever state its query is. */
export const RecoveryCardFrame = (props: {
  database?: DatabaseDetail;
  error: Error | null;
  isPending: boolean;
  onRetry: () => void;
  /** What to show when there is no such database. */
  empty: ReactNode;
}) => {
  const { t } = useTranslationRef(holdfastTranslationRef);
  const { database, error, isPending, onRetry, empty } = props;
  const refused = error !== null && problemOf(error) === 'refused';
  const shown = refused ? undefined : database;

  const body = () => {
    if (shown) return <DatabaseRecovery database={shown} />;
    if (error) {
      return problemOf(error) === 'not-found' ? (
        empty
      ) : (
        <ProblemNotice
          error={error}
          title={t('state.failed.title')}
          onRetry={onRetry}
        />
      );
    }
    return isPending ? <RecoverySkeleton /> : empty;
  };

  return (
    <Card className={clsx(contrast.contrast, styles.card)}>
      <CardHeader>
        <div className={styles.header}>
          <Text as="h3" variant="title-x-small" weight="bold">
            {t('card.title')}
          </Text>
          {shown && (
            <Text variant="body-small" color="secondary">
              {t('card.asOf', {
                time: <RelativeTime instant={shown.summary.asOf} />,
              })}
            </Text>
          )}
          {isPending && <Skeleton width={96} height={12} />}
        </div>
        {shown && error && (
          <RefreshNotice>
            {t('card.refreshFailed', {
              time: <LocalTime instant={shown.summary.asOf} seconds />,
            })}
          </RefreshNotice>
        )}
      </CardHeader>
      <CardBody className={styles.body}>{body()}</CardBody>
    </Card>
  );
};
