import { RecoveryCard } from '../recovery';
import { LegacyQueryProvider } from './LegacyQueryProvider';

/** The Recovery card with its own provider. */
export const LegacyRecoveryCard = () => (
  <LegacyQueryProvider>
    <RecoveryCard />
  </LegacyQueryProvider>
);
