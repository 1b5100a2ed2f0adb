import { ReactNode } from 'react';
import { CopyAction } from './CopyAction';
import styles from './Named.module.css';

/** A name as a machine has it, with a word about it and a way to copy it. */
export const Named = (props: {
  name: string;
  what?: string;
  about?: ReactNode;
}) => (
  <span className={styles.named}>
    <code className={styles.name}>{props.name}</code>
    {props.what && <CopyAction text={props.name} what={props.what} />}
    {props.about && <span className={styles.about}>{props.about}</span>}
  </span>
);
