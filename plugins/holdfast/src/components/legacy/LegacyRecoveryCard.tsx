import { RecoveryCard } from '../recovery';
import { SharedQueryProvider } from '../../queries';

/** The Recovery card with its own provider. */
export const LegacyRecoveryCard = () => (
  <SharedQueryProvider>
    <RecoveryCard />
  </SharedQueryProvider>
);
