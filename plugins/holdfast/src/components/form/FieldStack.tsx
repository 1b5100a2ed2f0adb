import { useScaffolderTheme } from '@backstage/plugin-scaffolder-react/alpha';
import { BgProvider } from '@backstage/ui';
import clsx from 'clsx';
import { PropsWithChildren } from 'react';
import contrast from '../contrast.module.css';
import styles from './FieldStack.module.css';

/**
 * A field and what it says about its value, one below the other.
 *
 * @remarks
 * The scaffolder lays its form on a card that BUI does not know of. In its own BUI theme it draws borders around inputs; in the other one they
 * would not be seen on it.
 */
export const FieldStack = (props: PropsWithChildren) => {
  const theme = useScaffolderTheme();
  const stack = (
    <div className={clsx(contrast.contrast, styles.stack)}>
      {props.children}
    </div>
  );
  return theme === 'bui' ? (
    stack
  ) : (
    <BgProvider bg="neutral-1">{stack}</BgProvider>
  );
};
