import { describeDatabases, Engines } from '../../engine';
import { redisFailoverEngine } from '../redis-failover';
import { volumesEngine } from '../volumes';
import { backup, location, schedule } from './__testUtils__/objects';
import { veleroEngine } from './veleroEngine';

const engines = Engines.create([
  redisFailoverEngine,
  volumesEngine,
  veleroEngine,
]);

/** A RedisFailover of the namespace that the Velero objects take. */
function failover(storage: Record<string, unknown>) {
  return {
    apiVersion: 'databases.spotahome.com/v1',
    kind: 'RedisFailover',
    metadata: { namespace: 'shop', name: 'throttle', uid: 'f1' },
    spec: { redis: { replicas: 3, ...storage } },
  };
}

function schedulesOf(storage: Record<string, unknown>) {
  const objects = [failover(storage), location(), schedule(), backup()];
  const [database] = describeDatabases({ engines, cluster: 'lab', objects });
  return [database.schedules.length, database.stores.length];
}

it('does nothing for a database whose data lies on no claim', () => {
  expect(schedulesOf({})).toEqual([0, 0]);
});

it('may do something for one whose claims are not known yet', () => {
  const claim = { metadata: { name: 'data' }, spec: {} };
  expect(schedulesOf({ storage: { persistentVolumeClaim: claim } })).toEqual([
    1,
    expect.any(Number),
  ]);
});
