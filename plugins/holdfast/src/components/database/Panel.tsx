import { Card, CardBody } from '@backstage/ui';
import { PropsWithChildren } from 'react';
import styles from './Panel.module.css';

/** A surface for one question about a database, as high as what is in it. */
export const Panel = (props: PropsWithChildren<{}>) => (
  <Card className={styles.card}>
    <CardBody className={styles.body}>{props.children}</CardBody>
  </Card>
);
