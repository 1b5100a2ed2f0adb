import clsx from 'clsx';
import { PropsWithChildren } from 'react';
import contrast from '../contrast.module.css';
import styles from './FieldStack.module.css';

/** A field and what it says about its value, one below the other. */
export const FieldStack = (props: PropsWithChildren) => (
  <div className={clsx(contrast.contrast, styles.stack)}>{props.children}</div>
);
