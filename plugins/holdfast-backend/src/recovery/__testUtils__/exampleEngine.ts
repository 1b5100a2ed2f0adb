import {
  Database,
  databaseIdOf,
  RecoveryPoint,
  Rule,
} from '@holdfast/plugin-holdfast-common';
import {
  Engine,
  Fact,
  factKeyOf,
  referenceOf,
  undescribedDatabase,
} from '@holdfast/plugin-holdfast-node';
import { hashFact } from '../../inventory/hashFact';
import { HashedFact } from '../../inventory/Inventory';

export const SERVER_KIND = 'Server.example.org';
export const BACKUP_KIND = 'Backup.example.org';

/**
 * An engine for tests: a Server says in its data what to make of it, a Backup is a recovery point.
 */
export const exampleEngine: Engine = {
  id: 'example',
  engineName: 'mysql',
  projectionVersion: 1,
  resources: ['Server', 'Backup'].map(kind => ({
    group: 'example.org',
    version: 'v1',
    plural: `${kind.toLowerCase()}s`,
    kind,
    namespaced: true,
  })),
  databaseKinds: [SERVER_KIND],
  project: () => undefined,
  assemble({ cluster, root, related, samples, unread }) {
    const { fails, lacking, store, copy, annotations } = root.data;
    if (fails) {
      throw new Error('it is upside down');
    }
    const reference = referenceOf(cluster, root);
    const evidence = { object: reference, field: '.spec' };
    const database: Database = {
      ...undescribedDatabase({
        cluster,
        root,
        engine: exampleEngine,
        engineName: 'mysql',
      }),
      id: databaseIdOf(reference),
      annotations:
        typeof annotations === 'object'
          ? Object.fromEntries(
              Object.entries(annotations ?? {}).map(([key, value]) => [
                key,
                String(value),
              ]),
            )
          : {},
      ...(copy && { restoreCopy: { value: 'drill', evidence } }),
      stores: store
        ? [
            {
              id: String(store),
              method: 'other',
              definedBy: reference,
              exists: true,
              inUse: true,
              otherWriters: [],
            },
          ]
        : [],
      recoveryPoints: (related.get(BACKUP_KIND) ?? []).map(
        (fact): RecoveryPoint => ({
          object: referenceOf(cluster, fact),
          method: 'other',
          consistentAt: '2026-11-20T10:00:00Z',
          needsWal: false,
          incarnation: 'current',
          evidence,
        }),
      ),
      ...(samples.length > 0 && {
        sizeBytes: { value: samples[0].value, evidence },
      }),
      missing: unread.map(kind => ({ area: 'backups', ...kind })),
    };
    if (lacking === 'schedule') {
      database.schedules = JSON.parse('[{}]');
    } else if (typeof lacking === 'string') {
      Reflect.deleteProperty(database, lacking);
    }
    return database;
  },
};

/**
 * Unprotected without a backup, Unknown where backups cannot be read, at risk where another one writes to the store.
 */
export const exampleRule: Rule = {
  id: 'example/backups',
  title: 'Backups',
  description: 'A rule for tests.',
  judges: 'facts',
  evaluate({ database }) {
    const finding = {
      rule: 'example/backups',
      severity: 'critical' as const,
      evidence: [],
    };
    if (database.missing.length) {
      const [{ message }] = database.missing;
      return { ...finding, message, ceiling: 'unknown' };
    }
    if (!database.recoveryPoints.length) {
      return { ...finding, message: 'None.', ceiling: 'unprotected' };
    }
    const [writer] = database.stores.flatMap(store => store.otherWriters);
    return writer
      ? { ...finding, message: `Shared with ${writer}.`, ceiling: 'at-risk' }
      : undefined;
  },
};

export function serverFact(name: string, data: Fact['data'] = {}): HashedFact {
  return hashFact({
    key: factKeyOf({ kind: SERVER_KIND, namespace: 'shop', name }),
    kind: SERVER_KIND,
    namespace: 'shop',
    name,
    uid: `uid-of-${name}`,
    subjects: [],
    needs: [factKeyOf({ kind: 'Namespace', name: 'shop' })],
    data,
  });
}

export function backupFact(name: string, options: { of: string }): HashedFact {
  return hashFact({
    key: factKeyOf({ kind: BACKUP_KIND, namespace: 'shop', name }),
    kind: BACKUP_KIND,
    namespace: 'shop',
    name,
    uid: `uid-of-${name}`,
    subjects: [
      factKeyOf({ kind: SERVER_KIND, namespace: 'shop', name: options.of }),
    ],
    needs: [],
    data: {},
  });
}
