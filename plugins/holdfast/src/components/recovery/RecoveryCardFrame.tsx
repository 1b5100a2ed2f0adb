import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { DatabaseDetail } from '@holdfast/plugin-holdfast-common';
import { ReactNode } from 'react';
import { problemOf } from '../../queries';
import { holdfastTranslationRef } from '../../translation';
import { CardFrame } from '../card';
import { ProblemNotice } from '../states';
import { LocalTime } from '../time';
import { DatabaseRecovery } from './DatabaseRecovery';
import { RecoverySkeleton } from './RecoverySkeleton';

/** A card for one database in whatever state its query is. */
export const RecoveryCardFrame = (props: {
  database?: DatabaseDetail;
  error: Error | null;
  isPending: boolean;
  onRetry: () => void;
  /** What to show when there is no such database. */
  empty: ReactNode;
  /** What stands below the recovery of the database. */
  more?: ReactNode;
}) => {
  const { t } = useTranslationRef(holdfastTranslationRef);
  const { database, error, isPending, onRetry, empty } = props;
  const refused = error !== null && problemOf(error) === 'refused';
  const shown = refused ? undefined : database;

  const body = () => {
    if (shown) return <DatabaseRecovery database={shown} more={props.more} />;
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
    <CardFrame
      title={t('card.title')}
      asOf={shown?.summary.asOf}
      isPending={isPending}
      refreshProblem={
        shown &&
        error &&
        t('card.refreshFailed', {
          time: <LocalTime instant={shown.summary.asOf} seconds />,
        })
      }
    >
      {body()}
    </CardFrame>
  );
};
