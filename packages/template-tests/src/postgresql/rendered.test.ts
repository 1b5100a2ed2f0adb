import {
  componentEntityV1alpha1Validator,
  DefaultNamespaceEntityPolicy,
  EntityPolicies,
  FieldFormatEntityPolicy,
  NoForeignRootFieldsEntityPolicy,
  resourceEntityV1alpha1Validator,
  SchemaValidEntityPolicy,
} from '@backstage/catalog-model';
import {
  parseRetentionPolicy,
  resolveObjective,
} from '@holdfast/plugin-holdfast-common';
import { rm } from 'node:fs/promises';
import { appliedFolders, buildFolders } from '../buildFolders';
import {
  KubernetesObject,
  ofKind,
  parseDocuments,
  parseEntities,
  parseObjects,
} from '../objects';
import {
  RenderedRepository,
  TemplateUnderTest,
  writeRepository,
} from '../TemplateUnderTest';
import { predict } from '../predict';
import { findTool, run } from '../tools';
import { Answers, leastAnswers, structuralChoices } from './choices';

jest.setTimeout(120_000);

const kubectl = findTool('kubectl');
const promtool = findTool('promtool');
const shellcheck = findTool('shellcheck');

const choices: Answers[] = [
  { title: 'the least that has to be answered', values: leastAnswers },
  ...structuralChoices(),
];

let template: TemplateUnderTest;
beforeAll(async () => {
  template = await TemplateUnderTest.start('postgresql');
});
afterAll(async () => {
  await template?.stop();
});

describe.each(choices)('a PostgreSQL repository: $title', ({ values }) => {
  let repository: RenderedRepository;
  let folder: string;
  beforeAll(async () => {
    repository = await template.render(values);
    folder = await writeRepository(repository);
  });
  afterAll(async () => {
    if (folder) await rm(folder, { recursive: true });
  });

  function filesNamed(pattern: RegExp): [string, string][] {
    return Array.from(repository.files).filter(([path]) => pattern.test(path));
  }

  function manifest(path: string): KubernetesObject {
    const [object] = parseObjects(repository.files.get(path) ?? '');
    return object;
  }

  it('has no expression left, and nothing that an empty one left behind', () => {
    for (const [path, content] of repository.files) {
      expect({
        path,
        left: content.match(/\$\{\{|\{%|undefined|\[object |NaN/),
      }).toEqual({
        path,
        left: null,
      });
    }
  });

  it('is sound YAML and JSON throughout', () => {
    for (const [, content] of filesNamed(/\.ya?ml$/)) {
      expect(parseDocuments(content)).not.toContain(null);
    }
    for (const [, content] of filesNamed(/\.json$/)) {
      expect(JSON.parse(content)).toEqual(expect.any(Object));
    }
  });

  it('describes itself to the catalog in words that it takes', async () => {
    const entities = parseEntities(
      repository.files.get('catalog-info.yaml') ?? '',
    );
    const policy = EntityPolicies.allOf([
      new DefaultNamespaceEntityPolicy(),
      new SchemaValidEntityPolicy(),
      new NoForeignRootFieldsEntityPolicy(),
      new FieldFormatEntityPolicy(),
    ]);
    // The objective that Holdfast reads is the one that was asked for: 12m is a year for Barman, and 12 min for an annotation.
    expect(
      resolveObjective({
        entity: [entities[0], manifest('base/cluster.yaml')].map(
          ({ metadata }) => ({
            reference: metadata.name,
            annotations: Object.fromEntries(
              Object.entries(metadata.annotations ?? {}).map(
                ([name, value]) => [name.replace('holdfast.io/', ''), value],
              ),
            ),
          }),
        ),
      }).retentionSeconds.value,
    ).toBe(
      parseRetentionPolicy(
        manifest('base/object-store.yaml').spec.retentionPolicy,
      ),
    );
    for (const entity of entities) {
      await expect(policy.enforce(entity)).resolves.toBeDefined();
      await expect(
        Promise.all(
          [
            resourceEntityV1alpha1Validator,
            componentEntityV1alpha1Validator,
          ].map(validator => validator.check(entity)),
        ),
      ).resolves.toContain(true);
    }
    expect(
      entities.map(({ spec }) => spec?.type).filter(type => type !== 'gitops'),
    ).toEqual([
      'database',
      'backup',
      'backup-storage',
      ...(values.secondRegion ? ['database'] : []),
    ]);
  });

  it('holds no secret', () => {
    for (const [, content] of filesNamed(/\.ya?ml$/)) {
      for (const document of parseDocuments(content)) {
        expect(document).not.toMatchObject({ kind: 'Secret' });
      }
      // A value for what is secret, rather than the name of where it is kept.
      expect(content).not.toMatch(
        /(password|secretAccessKey|accessKeyId|connectionString|token): +['"]?[A-Za-z0-9+/]{8}/i,
      );
    }
  });

  it('shows every page of its documentation in the navigation, and no other', () => {
    const [{ nav }] = parseDocuments(
      repository.files.get('mkdocs.yml') ?? '',
    ) as [{ nav: Record<string, string | Record<string, string>[]>[] }];
    const pages = nav
      .flatMap(entry => Object.values(entry))
      .flatMap(entry =>
        typeof entry === 'string' ? [entry] : entry.flatMap(Object.values),
      );
    expect(pages.sort()).toEqual(
      Array.from(repository.files.keys())
        .filter(path => path.startsWith('docs/'))
        .map(path => path.slice('docs/'.length))
        .sort(),
    );
  });

  it('links only to headings and files that are there', () => {
    const runbook = repository.files.get('docs/runbook.md') ?? '';
    const anchors = Array.from(runbook.matchAll(/^## (.+)$/gm), ([, heading]) =>
      heading
        .toLowerCase()
        .replace(/[^a-z0-9 -]/g, '')
        .replace(/ /g, '-'),
    );
    for (const [path, content] of repository.files) {
      for (const [, anchor] of content.matchAll(/runbook\.md#([a-z-]+)/g)) {
        expect({ path, anchors }).toEqual({
          path,
          anchors: expect.arrayContaining([anchor]),
        });
      }
      for (const [, file] of content.matchAll(
        /\b((?:docs|scenarios|components|bucket|tests)\/[\w/.-]+\.(?:md|sh|yaml|env))\b/g,
      )) {
        expect({
          path,
          names: file,
          isThere: repository.files.has(file),
        }).toEqual({ path, names: file, isThere: true });
      }
    }
  });

  it('lets Renovate find the image of the database', () => {
    const { customManagers } = JSON.parse(
      repository.files.get('renovate.json') ?? '',
    );
    const [pattern] = customManagers[0].matchStrings;
    expect(
      repository.files.get('base/cluster.yaml')?.match(new RegExp(pattern))
        ?.groups,
    ).toMatchObject({
      depName: 'ghcr.io/cloudnative-pg/postgresql',
      currentValue: '18-standard-trixie',
    });
  });

  it('records what it was made from', () => {
    expect(
      parseDocuments(repository.files.get('.holdfast/template.yaml') ?? ''),
    ).toEqual([
      {
        template: 'template:default/postgresql',
        version: expect.stringMatching(/^\d+\.\d+\.\d+$/),
        inputs: expect.objectContaining(values),
      },
    ]);
  });

  const withKubectl = 'missing' in kubectl ? it.skip : it;
  withKubectl(
    `builds with kustomize${
      'missing' in kubectl ? ` (${kubectl.missing})` : ''
    }`,
    async () => {
      const built = await buildFolders({
        kubectl: 'command' in kubectl ? kubectl.command : '',
        repository: folder,
        folders: appliedFolders(repository.files.keys()),
      });
      for (const cluster of [values.cluster, values.secondCluster]) {
        if (cluster === undefined) continue;
        expectSoundDatabase(built.get(`overlays/${cluster}`) ?? []);
      }
      const { predicted, findings } = predict(
        built.get(`overlays/${values.cluster}`) ?? [],
      );
      expect({ predicted, findings }).toEqual({
        // Who asks for a store in the cluster is told what it costs, and gets it.
        findings:
          values.store === 'in-cluster'
            ? [expect.stringMatching(/^store\/same-cluster: /)]
            : [],
        predicted: expect.objectContaining({ verdict: 'protected' }),
      });
      // And the form has promised just that.
      const preview = await template.preview({
        inputs: {
          ...values,
          name: String(values.name),
          tier: String(values.tier),
        },
      });
      expect(
        preview.databases.map(database => timeless(database.predicted)),
      ).toEqual([timeless(predicted)]);
      expectBucketToKeepBackups(built.get('bucket') ?? []);
      expectSeparateArchives(
        Array.from(built)
          .filter(([path]) => path.startsWith('overlays/'))
          .map(([, objects]) => objects),
      );
    },
  );

  const withPromtool = 'missing' in promtool ? it.skip : it;
  withPromtool(
    `has alerts that fire when they should${
      'missing' in promtool ? ` (${promtool.missing})` : ''
    }`,
    async () => {
      const { code, stdout, stderr } = await run('bash', ['tests/alerts.sh'], {
        cwd: folder,
      });
      expect({ code, output: code === 0 ? '' : stdout + stderr }).toEqual({
        code: 0,
        output: '',
      });
    },
  );
});

const withShellcheck = 'missing' in shellcheck ? it.skip : it;
withShellcheck(
  `the scripts of a PostgreSQL repository are sound${
    'missing' in shellcheck ? ` (${shellcheck.missing})` : ''
  }`,
  async () => {
    // With every script that there is.
    const repository = await template.render({
      ...leastAnswers,
      store: 's3-compatible',
      endpoint: 'https://s3.example',
      snapshotClass: 'csi-snapshots',
      secondRegion: 'eu-central-1',
      secondCluster: 'prod-eu-central',
    });
    const folder = await writeRepository(repository);
    const scripts = Array.from(repository.files.keys()).filter(path =>
      path.endsWith('.sh'),
    );
    expect(scripts.length).toBeGreaterThanOrEqual(12);
    expect(
      await run('shellcheck', ['-x', '-P', 'SCRIPTDIR', ...scripts], {
        cwd: folder,
      }),
    ).toEqual({ code: 0, stdout: '', stderr: '' });
    await rm(folder, { recursive: true });
  },
);

/** What an overlay has to be so that the operators can make a database of it that can be restored. */
function expectSoundDatabase(objects: KubernetesObject[]) {
  const names = (kind: string) =>
    ofKind(objects, kind).map(({ metadata }) => metadata.name);
  const clusters = ofKind(objects, 'Cluster.postgresql.cnpg.io');
  expect(clusters).toHaveLength(1);
  const [{ metadata, spec }] = clusters;

  // All in one namespace, but for the namespace itself.
  expect([
    ...new Set(
      objects
        .filter(({ kind }) => kind !== 'Namespace')
        .map(object => object.metadata.namespace),
    ),
  ]).toEqual([metadata.namespace]);

  // What is named is there.
  const stores = names('ObjectStore.barmancloud.cnpg.io');
  const archives = [
    ...spec.plugins,
    ...(spec.externalClusters ?? []).map(
      (external: { plugin: object }) => external.plugin,
    ),
  ].map(({ parameters }) => parameters.barmanObjectName);
  expect(stores).toEqual(expect.arrayContaining(archives));
  for (const { spec: other } of [
    'ScheduledBackup',
    'Pooler',
    'Database',
    'DatabaseRole',
  ].flatMap(kind => ofKind(objects, kind))) {
    expect(other.cluster.name).toBe(metadata.name);
  }
  for (const { name, key } of spec.monitoring.customQueriesConfigMap) {
    const [map] = ofKind(objects, 'ConfigMap').filter(
      object => object.metadata.name === name,
    );
    expect(Object.keys(map.data)).toContain(key);
  }
  for (const { spec: role } of ofKind(objects, 'DatabaseRole')) {
    expect(
      spec.managed.roles.map(({ name }: { name: string }) => name),
    ).toEqual(expect.arrayContaining(role.inRoles));
    if (role.passwordSecret) {
      expect(names('ExternalSecret')).toContain(role.passwordSecret.name);
    }
  }

  // Cron of the operator has seconds, and with five fields means something else (internal/webhook/v1/scheduledbackup_webhook.go).
  const schedules = ofKind(objects, 'ScheduledBackup');
  expect(schedules.map(schedule => schedule.spec.method)).toContain('plugin');
  for (const { spec: schedule } of schedules) {
    expect(schedule.schedule.split(/\s+/)).toHaveLength(6);
    if (schedule.method === 'plugin') {
      expect(spec.plugins).toEqual([
        expect.objectContaining({
          name: schedule.pluginConfiguration.name,
          isWALArchiver: true,
        }),
      ]);
    } else {
      expect(spec.backup.volumeSnapshot.className).toBeTruthy();
    }
  }

  // A commit that waits for as many replicas as there are instances waits for ever.
  if (spec.postgresql.synchronous) {
    expect(spec.postgresql.synchronous.number).toBeLessThan(spec.instances);
  }
  const { parameters } = spec.postgresql;
  const wal = parseInt(spec.walStorage.size, 10) * 1024;
  expect(
    parseInt(parameters.max_wal_size, 10) +
      parseInt(parameters.max_slot_wal_keep_size, 10),
  ).toBeLessThan(wal);

  // The store in the cluster lets in who archives and who restores, and nobody else.
  for (const policy of ofKind(objects, 'NetworkPolicy')) {
    if (policy.metadata.name !== `${metadata.name}-object-store`) continue;
    const [{ spec: store }] = ofKind(objects, 'StatefulSet');
    expect(policy.spec.podSelector).toEqual(store.selector);
    expect(policy.spec.ingress[0].from).toEqual([
      { podSelector: { matchLabels: { 'cnpg.io/podRole': 'instance' } } },
      {
        podSelector: {
          matchExpressions: [{ key: 'cnpg.io/jobRole', operator: 'Exists' }],
        },
      },
    ]);
  }

  // https://argo-cd.readthedocs.io/en/stable/user-guide/sync-options/ and https://fluxcd.io/flux/components/kustomize/kustomizations/#prune
  for (const kind of [
    'Namespace',
    'Cluster',
    'ObjectStore',
    'Database',
    'ExternalSecret',
    'StatefulSet',
  ]) {
    for (const { metadata: guarded } of ofKind(objects, kind)) {
      expect(['Prune=false,Delete=false', 'disabled']).toContain(
        guarded.annotations?.['argocd.argoproj.io/sync-options'] ??
          guarded.annotations?.['kustomize.toolkit.fluxcd.io/prune'],
      );
    }
  }
}

/** Neither Git nor a lifecycle rule takes a bucket's backups away. */
function expectBucketToKeepBackups(objects: KubernetesObject[]) {
  const holders = [
    ...ofKind(objects, 'Bucket'),
    ...ofKind(objects, 'Account'),
    ...ofKind(objects, 'Container'),
  ];
  for (const { spec } of holders) {
    expect(spec.managementPolicies).not.toContain('Delete');
    expect(spec.managementPolicies).not.toContain('*');
  }
  for (const { spec } of ofKind(objects, 'BucketLifecycleConfiguration')) {
    for (const { id, expiration = [] } of spec.forProvider.rule) {
      // The copy in the second region, which nothing else thins, is the one exception.
      if (id !== 'copies') {
        expect(expiration.filter((rule: object) => 'days' in rule)).toEqual([]);
      }
    }
  }
}

/** Two databases never write to one folder. */
function expectSeparateArchives(overlays: KubernetesObject[][]) {
  const archives = overlays.map(objects => {
    const [{ spec }] = ofKind(objects, 'Cluster.postgresql.cnpg.io');
    const { barmanObjectName, serverName } = spec.plugins[0].parameters;
    const [store] = ofKind(objects, 'ObjectStore').filter(
      ({ metadata }) => metadata.name === barmanObjectName,
    );
    const { endpointURL, destinationPath } = store.spec.configuration;
    return [endpointURL, destinationPath, serverName].join(' ');
  });
  expect(new Set(archives).size).toBe(archives.length);
}

/** Without the moments of asking, which differ between two questions. */
function timeless(prediction: unknown): unknown {
  return JSON.parse(
    JSON.stringify(prediction, (key, value) =>
      ['latestRestorable', 'observedAt'].includes(key) ? undefined : value,
    ),
  );
}
