import { RemixiconComponentType } from '@remixicon/react';
import clsx from 'clsx';
import { PropsWithChildren, ReactNode } from 'react';
import { Tone } from '../verdict';
import tones from '../verdict/tone.module.css';
import styles from './FactLine.module.css';

/** A fact behind an icon that says again whether it is a good one, and in smaller words what else is known of it. */
export const FactLine = (
  props: PropsWithChildren<{
    Icon: RemixiconComponentType;
    tone: Tone;
    note?: ReactNode;
  }>,
) => (
  <div className={clsx(tones.tone, styles.line)} data-tone={props.tone}>
    <props.Icon aria-hidden />
    <div className={styles.words}>
      <span>{props.children}</span>
      {props.note && <span className={styles.note}>{props.note}</span>}
    </div>
  </div>
);
