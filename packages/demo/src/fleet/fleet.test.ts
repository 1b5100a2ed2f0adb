import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  assess,
  Assessment,
  builtInRules,
  Database,
  DeclaredAnnotations,
  discoveredEntityName,
  Objective,
  resolveObjective,
} from '@holdfast/plugin-holdfast-common';
import {
  builtInEngines,
  describeDatabases,
  Engines,
  tellOfCopies,
} from '@holdfast/plugin-holdfast-node';
import { parseAllDocuments } from 'yaml';
import { objectsOf } from '../__testUtils__/objectsOf';
import { DemoFleet } from './DemoFleet';
import { fleet, namespaceOwners } from './fleet';
import { workloads } from './workloads';

const now = new Date('2026-11-20T12:00:00Z');
const examples = join(__dirname, '../../../../examples');

interface ExampleEntity {
  kind: string;
  metadata: { name: string; annotations?: Record<string, string> };
  spec: { dependsOn?: string[] };
}

function readEntities(file: string): ExampleEntity[] {
  const text = readFileSync(join(examples, file), 'utf8');
  return parseAllDocuments(text).map(document => document.toJS());
}

const entities = [
  ...readEntities('organisation.yaml'),
  ...readEntities('systems.yaml'),
  ...readEntities('orders/catalog-info.yaml'),
];

/** `holdfast.io/` annotations without that prefix. */
function declared(
  annotations: Record<string, string> = {},
): DeclaredAnnotations {
  return Object.fromEntries(
    Object.entries(annotations)
      .filter(([name]) => name.startsWith('holdfast.io/'))
      .map(([name, value]) => [name.slice('holdfast.io/'.length), value]),
  );
}

function sourceOf(kind: string, name: string) {
  const entity = entities.find(
    candidate => candidate.kind === kind && candidate.metadata.name === name,
  );
  return {
    reference: `${kind.toLowerCase()}:default/${name}`,
    annotations: declared(entity?.metadata.annotations),
  };
}

/** What databases of every kind are told apart by, and what a DBA would say of each. */
interface Entry {
  cluster: string;
  namespace: string;
  name: string;
  annotations?: Record<string, string>;
  expected: { verdict: string; rule?: string };
}

function objectiveOf(traits: Entry): Objective {
  const { namespace } = traits;
  const owner = namespaceOwners[namespace].split('/')[1];
  return resolveObjective({
    entity: [
      { reference: traits.name, annotations: declared(traits.annotations) },
    ],
    system: sourceOf('System', namespace),
    owner: sourceOf('Group', owner),
  });
}

function describeFleet(demo: DemoFleet): Map<string, Database> {
  const engines = Engines.create(builtInEngines);
  const databases: Database[] = [];
  for (const [name, cluster] of demo.clusters) {
    databases.push(
      ...describeDatabases({
        cluster: name,
        engines,
        objects: objectsOf(cluster),
        samples: demo
          .metrics(now)
          .filter(series => series.labels.kubernetes_cluster === name)
          .map(series => ({ ...series, observedAt: now.toISOString() })),
      }),
    );
  }
  // Whoever sees the whole fleet tells databases of one path about each other.
  for (const database of databases) {
    for (const store of database.stores) {
      store.otherWriters = databases
        .filter(({ id }) => id !== database.id)
        .filter(({ stores }) =>
          stores.some(({ id, inUse }) => inUse && id === store.id),
        )
        .map(({ id }) => id);
    }
  }
  tellOfCopies({ databases });
  return new Map(databases.map(database => [database.id, database]));
}

const idOf = (
  { cluster, namespace, name }: Entry,
  kind = 'Cluster.postgresql.cnpg.io',
) => `${cluster}/${namespace}/${kind}/${name}`;

const containing = (rule?: string): unknown =>
  expect.arrayContaining(rule ? [rule] : []);

/** Rules that the fleet does not show as it begins, and why. */
const elsewhere: ReadonlyMap<string, string> = new Map([
  [
    'archiving/not-reported',
    'lasts from the creation of a database to its first segment',
  ],
  ['base-backup/ahead-of-time', 'the clocks of the demo are one clock'],
  ['base-backup/gone', 'the plugin deletes such Backups within half an hour'],
  ['base-backup/never-taken', 'judges manifests, and these objects run'],
  [
    'base-backup/one-database',
    'its dumps take all databases of their server, or say that they do not',
  ],
  ['base-backup/partial', 'PostgreSQL is backed up whole'],
  [
    'base-backup/without-wal',
    'the operator takes no backup where archiving is switched off',
  ],
  [
    'deletion/backups-die-too',
    'needs a database that is delivered from Git: push one to the Git host',
  ],
  ['deletion/leaves-git-dies', 'the same'],
  [
    'deletion/object-drops-database',
    'its databases keep what is in them when their objects go',
  ],
  ['deletion/recovery-runs-again', 'as of backups-die-too'],
  ['facts/contact-lost', 'switch a cluster off'],
  ['facts/missing', 'inject a fault: forbid or withdraw'],
  ['health/held', 'a day until which it is held would be over some time'],
  [
    'objective/unjudged',
    'needs an objective for a zone or region that no facts tell about',
  ],
  ['placement/several-servers', 'one server to a pod, as it should be'],
  ['placement/zone-spread', 'the zones of the demo have room for all'],
  ['replication/lag-unknown', 'needs replicas without metrics'],
  ['replication/logical-not-applied', 'no database of it publishes any'],
  [
    'retention/undercut-by-bucket',
    'bucket lifecycles come from Crossplane, which is not read yet',
  ],
  ['schedule/refused', 'the admission of the operator refuses such schedules'],
  ['store/unknown', 'needs another archiver than Barman'],
  ['transit/not-encrypted', 'CloudNativePG always offers TLS'],
  ['volume/cannot-expand', 'nobody lets a volume of the demo grow'],
  ['volume/cannot-mount', 'the nodes of the demo mount what they are told to'],
  ['volume/lost', 'no disk of the demo goes away by itself'],
  [
    'volume/modification-failed',
    'needs a claim that asks for a VolumeAttributesClass',
  ],
  ['volume/not-binding', 'the storage of the demo makes every volume at once'],
  ['volume/not-encrypted', 'the classes of the demo say nothing of it'],
  ['volume/unused', 'Kubernetes 1.36 has no such condition by default'],
]);

describe('the demo fleet', () => {
  const demo = DemoFleet.create({ token: 'reader', now: () => now });
  demo.tick();
  const databases = describeFleet(demo);
  const entries: Array<readonly [id: string, entry: Entry]> = [
    ...fleet.map(entry => [idOf(entry), entry] as const),
    ...workloads.map((entry, index) => {
      const { kind } = demo.workloads[index];
      return [idOf(entry, kind), entry] as const;
    }),
  ];
  const judge = (id: string, entry: Entry): Assessment => {
    const database = databases.get(id);
    if (!database) throw new Error(`${id} was not found`);
    return assess({ database, objective: objectiveOf(entry), now });
  };
  const judgements = () => entries.map(([id, entry]) => judge(id, entry));

  it('finds the databases of the fleet, and no others', () => {
    expect([...databases.keys()].sort()).toEqual(
      entries.map(([id]) => id).sort(),
    );
  });

  it.each(entries)('%s is judged as a DBA would', (id, traits) => {
    const { verdict, findings } = judge(id, traits);

    expect({ verdict, rules: findings.map(({ rule }) => rule) }).toEqual({
      verdict: traits.expected.verdict,
      rules: containing(traits.expected.rule),
    });
  });

  it('has every verdict', () => {
    expect(new Set(judgements().map(({ verdict }) => verdict))).toEqual(
      new Set([
        'proven',
        'protected',
        'at-risk',
        'unprotected',
        'unknown',
        'exempt',
      ]),
    );
  });

  it('has every trap', () => {
    const sprung = new Set(
      judgements().flatMap(({ findings }) => findings.map(({ rule }) => rule)),
    );

    expect(
      builtInRules
        .map(({ id }) => id)
        .filter(id => !sprung.has(id) && !elsewhere.has(id)),
    ).toEqual([]);
  });

  it('says the same every time', () => {
    const again = DemoFleet.create({ token: 'reader', now: () => now });
    again.tick();
    // As text: a deep comparison of so many objects takes ten times as long.
    const textOf = (fleetOf: Map<string, Database>) =>
      Array.from(fleetOf.values(), database => JSON.stringify(database));
    expect(textOf(describeFleet(again))).toEqual(textOf(databases));
  });

  it('is what the examples depend on', () => {
    const names = new Set([
      ...entities.map(({ metadata }) => metadata.name),
      ...Array.from(databases.values(), ({ reference }) =>
        discoveredEntityName(reference),
      ),
    ]);
    const missing = entities
      .flatMap(({ spec }) => spec.dependsOn ?? [])
      .filter(ref => !names.has(ref.replace('resource:default/', '')));
    expect(missing).toEqual([]);
    expect(existsSync(join(examples, 'orders/catalog-info.yaml'))).toBe(true);
  });
});
