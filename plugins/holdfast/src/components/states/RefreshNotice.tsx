import { RiWifiOffLine } from '@remixicon/react';
import { ReactNode } from 'react';
import styles from './RefreshNotice.module.css';

/** Says quietly that what is shown is the last that was read. */
export const RefreshNotice = (props: { children: ReactNode }) => (
  <p className={styles.notice} role="status">
    <RiWifiOffLine aria-hidden />
    <span>{props.children}</span>
  </p>
);
