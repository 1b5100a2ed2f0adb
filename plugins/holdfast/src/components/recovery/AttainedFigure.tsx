import {
  RemixiconComponentType,
  RiCheckLine,
  RiCloseLine,
  RiSubtractLine,
} from '@remixicon/react';
import clsx from 'clsx';
import { ReactNode } from 'react';
import { Tone } from '../verdict';
import tones from '../verdict/tone.module.css';
import styles from './AttainedFigure.module.css';
import { Comparison } from '../comparison';

const looks: Record<Comparison, { Icon: RemixiconComponentType; tone: Tone }> =
  {
    met: { Icon: RiCheckLine, tone: 'positive' },
    missed: { Icon: RiCloseLine, tone: 'negative' },
    undecided: { Icon: RiSubtractLine, tone: 'neutral' },
  };

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
  const { Icon, tone } = looks[props.comparison];
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
