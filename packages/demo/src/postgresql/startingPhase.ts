import { Phase } from './phase';
import { SimulatedDatabase } from './SimulatedDatabase';

/**
 * What the operator says while instances come; `undefined` once all are there. Words of `createPrimaryInstance`, `joinReplicaInstance` and
 * `reconcilePods` in `internal/controller/` of CloudNativePG 1.30; the first one is recorded in `restoring`.
 */
export function startingPhase(database: SimulatedDatabase): Phase | undefined {
  const { initializingInstances, runningInstances, readyInstances } = database;
  const [coming] = initializingInstances;
  if (coming?.name === database.primary) {
    return {
      name: 'Setting up primary',
      reason: `Creating primary instance ${coming.name}`,
    };
  }
  if (coming) {
    return {
      name: 'Creating a new replica',
      reason: `Creating replica ${coming.name}-join`,
    };
  }
  const isStarting =
    !database.stoppedSince && readyInstances.length < runningInstances.length;
  return isStarting || database.instances.length < database.wantedInstances
    ? {
        name: 'Waiting for the instances to become active',
        reason: 'Some instances are not yet active. Please wait.',
      }
    : undefined;
}
