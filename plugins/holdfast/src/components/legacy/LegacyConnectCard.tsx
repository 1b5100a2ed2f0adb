import { ConnectCard } from '../connect';
import { SharedQueryProvider } from '../../queries';

/** The Connect card with its own provider. */
export const LegacyConnectCard = () => (
  <SharedQueryProvider>
    <ConnectCard />
  </SharedQueryProvider>
);
