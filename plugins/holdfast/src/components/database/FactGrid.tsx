import { ReactNode } from 'react';
import styles from './Panel.module.css';

/** Facts under their names; those that are not known are left out. */
export const FactGrid = (props: {
  facts: { term: string; fact: ReactNode }[];
}) => (
  <dl className={styles.facts}>
    {props.facts
      .filter(({ fact }) => fact !== undefined && fact !== false)
      .map(({ term, fact }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{fact}</dd>
        </div>
      ))}
  </dl>
);
