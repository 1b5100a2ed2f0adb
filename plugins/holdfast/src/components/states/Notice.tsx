import { Text } from '@backstage/ui';
import { RemixiconComponentType } from '@remixicon/react';
import { ReactNode } from 'react';
import styles from './Notice.module.css';

/** What stands in the place of content that is not there: why, and what can be done. */
export const Notice = (props: {
  Icon: RemixiconComponentType;
  title: string;
  children?: ReactNode;
  role?: 'alert' | 'status';
}) => (
  <div className={styles.notice} role={props.role ?? 'status'}>
    <props.Icon aria-hidden />
    <Text as="p" variant="body-medium" weight="bold">
      {props.title}
    </Text>
    {props.children}
  </div>
);
