import { Database, databaseIdOf } from '@holdfast/plugin-holdfast-common';
import { AssemblyInput, describeCustody } from '../../engine';
import { describeAnnotations } from '../annotations';
import { purposeOf } from '../servers/purposeOf';
import { archiveStore, describeArchiving } from './archiving';
import { describeArrangements } from './arrangements';
import { describeEncryption } from './encryption';
import { describeHealth } from './health';
import { describeInstances } from './instances';
import { MariaDbFacts } from './MariaDbFacts';
import { describeMissing } from './missing';
import { appLabel, appName, instanceLabel } from './names';
import {
  describeRole,
  describeSpread,
  describeSynchronous,
} from './replication';
import { describeRestores, restoredFrom } from './restores';
import { describeRuns } from './runs';
import { describeSchedules } from './schedules';
import { versionOf } from './version';
import {
  claimsWhenDeleted,
  describeVolumes,
  requestedStorage,
} from './volumes';

/**
 * Describes a MariaDB with its backups and everything else that is about it.
 */
export function assemble(input: AssemblyInput): Database {
  const facts = new MariaDbFacts(input);
  const { mariadb } = facts;
  const { root } = input;
  const arrangements = describeArrangements(facts);
  const archive = archiveStore(facts);
  const replicas = mariadb.number('spec', 'replicas');

  return {
    id: databaseIdOf(mariadb.reference),
    reference: mariadb.reference,
    uid: root.uid,
    engine: 'mariadb',
    version: versionOf(mariadb),
    operator: 'mariadb-operator',
    createdAt: root.createdAt,
    annotations: describeAnnotations(input),
    restoreCopy: purposeOf(mariadb),
    restoredFrom: restoredFrom(facts),
    podSelector: `${appLabel}=${appName},${instanceLabel}=${root.name}`,
    health: describeHealth(facts),
    desiredInstances: replicas ?? mariadb.derive(1, ['spec', 'replicas']),
    readyInstances: mariadb.number('status', 'replicas'),
    instances: describeInstances(facts),
    spread: describeSpread(facts),
    role: describeRole(facts),
    synchronous: describeSynchronous(facts),
    archiving: describeArchiving(facts, archive),
    stores: [
      ...(archive ? [archive] : []),
      ...arrangements.flatMap(({ store }) => store ?? []),
    ],
    schedules: describeSchedules(facts, arrangements),
    ...describeRuns(facts, arrangements),
    restores: describeRestores(facts, arrangements),
    volumes: describeVolumes(facts),
    encryptedInTransit: describeEncryption(facts),
    requestedBytes: requestedStorage(facts),
    custody: {
      ...describeCustody(input, root),
      claims: claimsWhenDeleted(facts),
    },
    missing: describeMissing(facts, arrangements),
  };
}
