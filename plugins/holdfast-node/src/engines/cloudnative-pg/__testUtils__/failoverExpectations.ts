import { healthy } from './expectations';
import { Expectation } from './summarise';

const ledger: Expectation = {
  ...healthy,
  database: 'ledger',
  instances: ['primary', 'replica', 'replica'],
  lag: [0, 0],
};
const withoutPrimary: Expectation = {
  ...ledger,
  health: 'changing',
  instances: ['primary!', 'replica', 'replica'],
};
/** Replicas receive nothing until they follow the new primary, which has archived nothing yet. */
const newPrimary: Expectation = {
  ...ledger,
  health: 'changing',
  instances: ['replica!', 'primary', 'replica'],
  last: undefined,
  lag: undefined,
};
const failedOver: Expectation = {
  ...ledger,
  instances: ['replica', 'primary', 'replica'],
};
/** Of three instances, by the state of the recording. */
export const failoverExpectations: Record<string, Expectation> = {
  'healthy-three-instances': ledger,
  'failing-over-1': {
    ...ledger,
    health: 'degraded',
    instances: ['primary!', 'replica', 'replica'],
  },
  'failing-over-2': withoutPrimary,
  'failing-over-3': withoutPrimary,
  'failing-over-4': newPrimary,
  'failing-over-5': newPrimary,
  'failing-over-6': newPrimary,
  'failing-over-7': {
    ...newPrimary,
    instances: ['replica', 'primary', 'replica'],
    last: 'archived',
    lag: [0],
  },
  'failing-over-8': { ...failedOver, lag: [0] },
  'failed-over': { ...failedOver, lag: [0, 0] },
  'waiting-for-user': { ...failedOver, health: 'waiting', lag: [0, 0] },
  sync: {
    ...failedOver,
    lag: [0, 0],
    synchronous: '{"number":1,"durability":"required"}',
  },
  'sync-preferred': {
    ...failedOver,
    lag: [0, 0],
    synchronous: '{"number":1,"durability":"preferred"}',
  },
  'fenced-replica': {
    ...failedOver,
    health: 'degraded',
    instances: ['replica!', 'primary', 'replica'],
    lag: [0],
    synchronous: '{"number":1,"durability":"preferred"}',
  },
};
