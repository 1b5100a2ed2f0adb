import { PropsWithChildren } from 'react';
import styles from './Facts.module.css';

/** Names with what they mean here. */
export const Facts = (props: PropsWithChildren) => (
  <dl className={styles.facts}>{props.children}</dl>
);

export const Fact = (props: PropsWithChildren<{ name: string }>) => (
  <div className={styles.fact}>
    <dt className={styles.name}>{props.name}</dt>
    <dd className={styles.value}>{props.children}</dd>
  </div>
);
