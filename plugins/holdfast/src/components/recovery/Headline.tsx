import { Verdict } from '@holdfast/plugin-holdfast-common';
import clsx from 'clsx';
import { ReactNode } from 'react';
import { verdictLook } from '../verdict';
import tones from '../verdict/tone.module.css';
import styles from './Headline.module.css';

/** A verdict writ large, and one sentence why. What is only remembered has an outline alone. */
export const Headline = (props: {
  verdict: Verdict;
  title: ReactNode;
  why: string;
  stale?: boolean;
}) => {
  const { Icon, tone } = verdictLook[props.verdict];
  return (
    <div
      className={clsx(tones.tone, styles.headline)}
      data-tone={tone}
      data-stale={props.stale}
    >
      <Icon aria-hidden className={styles.icon} />
      <h4 className={styles.verdict}>{props.title}</h4>
      <p className={styles.why}>{props.why}</p>
    </div>
  );
};
