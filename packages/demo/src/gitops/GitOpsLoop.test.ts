import {
  application,
  argo,
  base,
  flux,
  GitOpsDemo,
  REPOSITORY,
} from '../__testUtils__/GitOpsDemo';
import { DemoFleet } from '../fleet/DemoFleet';
import { KubernetesObject, resourceTypes } from '../kubernetes';
import { GitOpsLoop } from './GitOpsLoop';

// Git and kustomize are programs, and each test starts dozens of them.
jest.setTimeout(60_000);

describe('GitOpsLoop', () => {
  let demo: GitOpsDemo;

  beforeEach(async () => {
    demo = await GitOpsDemo.start();
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
      const { verdict, rules } = demo.judge();
      expect(verdict).toBe('protected');
      // What the simulated Prometheus says of it is read as well.
      expect(rules).not.toContain('archiving/unmeasured');
    },
  );

  it('marks what it brought as the tools do', async () => {
    await demo.push(argo);

    expect(demo.get('clusters')?.metadata.annotations).toEqual({
      'argocd.argoproj.io/tracking-id':
        'gift-cards-dev:postgresql.cnpg.io/Cluster:shop/gift-cards',
    });
  });

  it('delivers at its start what was pushed before', async () => {
    await demo.push(argo);
    const fleet = DemoFleet.create({ token: 'reader', databases: [] });
    await fleet.start();
    const loop = GitOpsLoop.create({
      host: demo.git.host,
      clusters: fleet.clusters,
    });
    loop.start();
    await loop.idle();
    await loop.stop();
    await fleet.stop();

    expect(
      fleet.cluster('dev').objects.list(resourceTypes.clusters),
    ).toHaveLength(1);
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

    it.each([
      ['by itself', base, /^gitops\/database\.yaml, line \d+: /],
      ['by kustomize', argo, /^gitops: kustomize build failed: /],
    ])(
      'but a file cannot be read %s, takes nothing away',
      async (_how, files, problem) => {
        const text = application({ finalizer: true });
        const workspace = await demo.push({
          ...files,
          'gitops/database.yaml': text,
        });
        expect(demo.get('clusters')).toBeDefined();
        await demo.change(workspace, {
          'gitops/database.yaml': `${text}\n  - : [`,
        });

        expect(demo.report.problems[0]).toMatch(problem);
        expect(demo.get('clusters')).toBeDefined();
      },
    );
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
    ])('of a Cluster with %j -> %j', async (from, to, message) => {
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
    ])('of an Application with %j -> %j', async (from, to, problem) => {
      await demo.push({
        ...argo,
        'gitops/database.yaml': application().replace(from, to),
      });

      expect(demo.report.deliveries).toMatchObject([
        { state: 'failed', problem: expect.stringContaining(problem) },
      ]);
      expect(demo.get('clusters')).toBeUndefined();
    });

    it('of what only Argo CD itself could take', async () => {
      await demo.push({
        ...argo,
        'gitops/database.yaml': application().replace(
          'name: dev\n',
          'name: in-cluster\n',
        ),
      });

      expect(demo.report.deliveries).toMatchObject([{ state: 'beyond' }]);
    });

    it('and leaves out what the kustomization of gitops/ leaves out', async () => {
      await demo.push({ ...argo, 'gitops/other.yaml': application() });

      expect(demo.report.deliveries).toHaveLength(1);
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
