import { Database } from '@holdfast/plugin-holdfast-common';
import {
  builtInEngines,
  describeDatabases,
  Engines,
  KubernetesObject,
} from '@holdfast/plugin-holdfast-node';
import { describeRuleContract } from '@holdfast/plugin-holdfast-node/testUtils';
import { secondBackupRegion } from './secondBackupRegion';

const barmanCloud = 'barman-cloud.cloudnative-pg.io';

function cluster(tier: string): KubernetesObject {
  return {
    apiVersion: 'postgresql.cnpg.io/v1',
    kind: 'Cluster',
    metadata: {
      name: 'orders',
      namespace: 'shop',
      uid: '1',
      creationTimestamp: '2026-01-01T00:00:00Z',
      annotations: { 'holdfast.io/tier': tier },
    },
    spec: {
      instances: 3,
      storage: { size: '20Gi' },
      plugins: [
        {
          name: barmanCloud,
          isWALArchiver: true,
          parameters: { barmanObjectName: 'backups' },
        },
      ],
    },
    status: { phase: 'Cluster in healthy state', readyInstances: 3 },
  };
}

function objectStore(region?: string): KubernetesObject {
  return {
    apiVersion: 'barmancloud.cnpg.io/v1',
    kind: 'ObjectStore',
    metadata: {
      name: 'backups',
      namespace: 'shop',
      uid: '2',
      annotations: region ? { 'holdfast.io/store-region': region } : {},
    },
    spec: {
      retentionPolicy: '30d',
      configuration: { destinationPath: 's3://backups/shop' },
    },
  };
}

/** The database as Holdfast sees it among the objects of its cluster. */
function describeOne(...objects: KubernetesObject[]): Database {
  const [database] = describeDatabases({
    engines: Engines.create(builtInEngines),
    cluster: 'production',
    objects,
  });
  return database;
}

const inOneRegion = describeOne(cluster('gold'), objectStore('eu-west-1'));

describeRuleContract(secondBackupRegion, {
  samples: [
    { title: 'one region', database: inOneRegion, finds: true },
    {
      title: 'a store that does not say where it is',
      database: describeOne(cluster('gold'), objectStore()),
      finds: true,
    },
    {
      title: 'a copy in a second region',
      database: {
        ...inOneRegion,
        copies: [
          {
            id: 'us/shop/Cluster.postgresql.cnpg.io/orders',
            object: { ...inOneRegion.reference, cluster: 'us' },
            via: {
              value: 'archive',
              evidence: { object: inOneRegion.reference, field: '.spec' },
            },
            region: {
              value: 'us-east-1',
              evidence: { object: inOneRegion.reference, field: '.spec' },
            },
          },
        ],
      },
      finds: false,
    },
    {
      title: 'another tier',
      database: describeOne(cluster('silver'), objectStore('eu-west-1')),
      finds: false,
    },
  ],
});
