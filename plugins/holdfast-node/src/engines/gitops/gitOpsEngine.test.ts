import { KubernetesObject } from '../../engine';
import { describeEngineContract } from '../../testUtils';
import { gitOpsEngine } from './gitOpsEngine';

/** After docs/operator-manual/application.yaml of Argo CD. */
const application: KubernetesObject = {
  apiVersion: 'argoproj.io/v1alpha1',
  kind: 'Application',
  metadata: {
    name: 'guestbook',
    namespace: 'argocd',
    uid: '6f2f4a0e-2222-4f62-9d0c-5d7b1f0c0001',
    finalizers: ['resources-finalizer.argocd.argoproj.io'],
  },
  spec: {
    project: 'default',
    syncPolicy: {
      automated: { enabled: true, prune: true, selfHeal: true },
      syncOptions: ['Validate=false', 'PruneLast=true'],
    },
  },
  status: { sync: { status: 'Synced', revision: '1a2b' } },
};

/** The example of docs/spec/v1/kustomizations.md of kustomize-controller. */
const kustomization: KubernetesObject = {
  apiVersion: 'kustomize.toolkit.fluxcd.io/v1',
  kind: 'Kustomization',
  metadata: {
    name: 'podinfo',
    namespace: 'default',
    uid: '6f2f4a0e-2222-4f62-9d0c-5d7b1f0c0002',
  },
  spec: {
    interval: '10m',
    path: './kustomize',
    prune: true,
    sourceRef: { kind: 'GitRepository', name: 'podinfo' },
  },
  status: { lastAppliedRevision: 'master@sha1:450796dd' },
};

describeEngineContract(gitOpsEngine, { samples: [application, kustomization] });

it('keeps nothing that changes with each commit', () => {
  const [applications] = gitOpsEngine.resources;
  const project = (revision: string) =>
    gitOpsEngine.project(applications, {
      ...application,
      status: { sync: { revision } },
    });
  expect(project('1a2b')).toEqual(project('3c4d'));
});
