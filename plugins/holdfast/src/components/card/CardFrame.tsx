import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Card, CardBody, CardHeader, Skeleton, Text } from '@backstage/ui';
import clsx from 'clsx';
import { PropsWithChildren, ReactNode } from 'react';
import { holdfastTranslationRef } from '../../translation';
import contrast from '../contrast.module.css';
import { RefreshNotice } from '../states';
import { RelativeTime } from '../time';
import styles from './CardFrame.module.css';

/** A card about one database: what it is called, as of when it is, and that it could not be refreshed. */
export const CardFrame = (
  props: PropsWithChildren<{
    title: string;
    /** Of what the card shows; nothing while it shows none. */
    asOf?: string;
    isPending?: boolean;
    /** Why it is older than it could be. */
    refreshProblem?: ReactNode;
  }>,
) => {
  const { t } = useTranslationRef(holdfastTranslationRef);
  const { title, asOf, isPending, refreshProblem, children } = props;
  return (
    <Card className={clsx(contrast.contrast, styles.card)}>
      <CardHeader>
        <div className={styles.header}>
          <Text as="h3" variant="title-x-small" weight="bold">
            {title}
          </Text>
          {asOf && (
            <Text variant="body-small" color="secondary">
              {t('card.asOf', { time: <RelativeTime instant={asOf} /> })}
            </Text>
          )}
          {isPending && <Skeleton width={96} height={12} />}
        </div>
        {refreshProblem && <RefreshNotice>{refreshProblem}</RefreshNotice>}
      </CardHeader>
      <CardBody className={styles.body}>{children}</CardBody>
    </Card>
  );
};
