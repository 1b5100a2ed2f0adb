import { useId } from 'react';
import styles from './CodeBlock.module.css';
import { CopyAction } from './CopyAction';

/** Lines to copy, under a title. */
export const CodeBlock = (props: {
  title: string;
  code: string;
  /** What is to be known of it. */
  note?: string;
}) => {
  const titleId = useId();
  return (
    <div className={styles.block}>
      <div className={styles.header}>
        <h5 id={titleId} className={styles.title}>
          {props.title}
        </h5>
        <CopyAction text={props.code} what={props.title} />
      </div>
      <pre className={styles.code} aria-labelledby={titleId}>
        <code>{props.code}</code>
      </pre>
      {props.note && <p className={styles.note}>{props.note}</p>}
    </div>
  );
};
