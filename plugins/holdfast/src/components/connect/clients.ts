import { EngineName } from '@holdfast/plugin-holdfast-common';
import { ConnectionChoice } from './choice';
import { KubernetesPlace } from './kubectl';
import { LocalSession, localSession } from './postgresql/localSession';
import { podEnvironment } from './postgresql/podEnvironment';

/** How the usual client of an engine is told what to connect to. */
export interface Client {
  podEnvironment(choice: ConnectionChoice): string;
  localSession(
    choice: ConnectionChoice,
    options: { place: KubernetesPlace; localPort: number },
  ): LocalSession;
  /** A port of one's own machine that is seldom taken. */
  localPort: number;
}

/** The engines whose client is known here; of others the address and the Secret are shown. */
export const clients: Partial<Record<EngineName, Client>> = {
  postgresql: { podEnvironment, localSession, localPort: 15432 },
};
