import { PropsWithChildren } from 'react';
import styles from './Updating.module.css';

/** Fades what is about to be replaced. */
export const Updating = (props: PropsWithChildren<{ when: boolean }>) => (
  <div className={styles.content} aria-busy={props.when}>
    {props.children}
  </div>
);
