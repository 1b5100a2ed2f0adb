import { PropsWithChildren, useId } from 'react';
import styles from './Section.module.css';

/** A part of a card under a title. */
export const Section = (props: PropsWithChildren<{ title: string }>) => {
  const titleId = useId();
  return (
    <section className={styles.section} aria-labelledby={titleId}>
      <h4 id={titleId} className={styles.title}>
        {props.title}
      </h4>
      {props.children}
    </section>
  );
};
