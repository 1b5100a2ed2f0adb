import { RiAlertFill, RiInformationLine } from '@remixicon/react';
import { PropsWithChildren } from 'react';
import clsx from 'clsx';
import tones from '../verdict/tone.module.css';
import styles from './Remark.module.css';

/** A sentence that is to be known; a warning when connecting fails over it. */
export const Remark = (props: PropsWithChildren<{ warns?: boolean }>) => {
  const Icon = props.warns ? RiAlertFill : RiInformationLine;
  return (
    <p
      className={clsx(tones.tone, styles.remark)}
      data-tone={props.warns ? 'warning' : 'neutral'}
    >
      <Icon aria-hidden />
      <span>{props.children}</span>
    </p>
  );
};
