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
import { DemoFleet } from '../fleet/DemoFleet';
import { GitOpsLoop } from '../gitops/GitOpsLoop';
import { resourceTypes } from '../kubernetes';
import { objectsOf } from './objectsOf';
import { TemporaryGitHost } from './temporaryGitHost';
import { Workspace } from './Workspace';

/** The repository of all tests. */
export const REPOSITORY = 'checkout/gift-cards';

/** A database as a kustomize base with an overlay for the cluster `dev`. */
export const base: Record<string, string> = {
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

/** The Argo CD Application that delivers it. */
export const application = (
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

/** The Flux objects that deliver it. */
export const flux = `
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

/** All of a repository for Argo CD. */
export const argo = {
  ...base,
  'gitops/kustomization.yaml':
    'apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources: [database.yaml]\n',
  'gitops/database.yaml': application(),
};

/** A Git host, a fleet without databases, and the loop between them; the clock stands until a test moves it. */
export class GitOpsDemo {
  readonly git: TemporaryGitHost;
  readonly fleet: DemoFleet;
  readonly loop: GitOpsLoop;
  #now = new Date('2026-11-20T12:00:00Z');

  static async start(): Promise<GitOpsDemo> {
    const demo = new GitOpsDemo(await TemporaryGitHost.start());
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
