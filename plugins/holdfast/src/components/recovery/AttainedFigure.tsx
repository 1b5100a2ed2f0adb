import clsx from 'clsx';
import { ReactNode } from 'react';
import { Comparison } from '../comparison';
import tones from '../verdict/tone.module.css';
import styles from './AttainedFigure.module.css';
import { comparisonLook } from './comparisonLook';

/** An attained value beside its objective, with how it is known and where the objective comes from. */
export const AttainedFigure = (props: {
  title: string;
  explanation: string;
  value: string;
  basis?: ReactNode;
  comparison: Comparison;
  comparisonText: string;
  origin: ReactNode;
}) => {
  const { Icon, tone } = comparisonLook[props.comparison];
  return (
    <div className={styles.figure}>
      <h4 className={styles.title}>{props.title}</h4>
      <span>{props.explanation}</span>
      <span className={styles.value}>{props.value}</span>
      <span
        className={clsx(tones.tone, styles.comparison)}
        data-tone={tone}
        data-comparison={props.comparison}
      >
        <Icon aria-hidden />
        {props.comparisonText}
      </span>
      <span>{props.origin}</span>
      {props.basis && <span>{props.basis}</span>}
    </div>
  );
};
