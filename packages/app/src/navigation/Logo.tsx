import { Link, useSidebarOpenState } from '@backstage/core-components';
import styles from './Logo.module.css';

/** A knot in a ring: what a holdfast is, the part of a seaweed that grips the rock. */
export const Logo = () => {
  const { isOpen } = useSidebarOpenState();
  return (
    <Link
      to="/"
      underline="none"
      className={styles.logo}
      aria-label="Holdfast, home"
    >
      <svg viewBox="0 0 32 32" width="28" height="28" aria-hidden="true">
        <circle cx="16" cy="16" r="13" className={styles.ring} />
        <path
          d="M16 5v12M16 17c-4 0-6 3-6 8M16 17c4 0 6 3 6 8M16 13c-4-1-6-3-7-6M16 13c4-1 6-3 7-6"
          className={styles.holdfast}
        />
      </svg>
      {isOpen && <span className={styles.name}>Holdfast</span>}
    </Link>
  );
};
