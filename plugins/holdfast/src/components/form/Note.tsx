import clsx from 'clsx';
import { PropsWithChildren } from 'react';
import contrast from '../contrast.module.css';
import styles from './Note.module.css';

/** Small print below a field. */
export const Note = (props: PropsWithChildren<{ id?: string }>) => (
  <p id={props.id} className={clsx(contrast.contrast, styles.note)}>
    {props.children}
  </p>
);
