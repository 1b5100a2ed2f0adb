import { Custody } from '@holdfast/plugin-holdfast-common';
import { gitOpsEngine } from '../engines/gitops';
import { readRecording } from '../engines/__testUtils__/recording';
import { cloudNativePgEngine } from '../engines/cloudnative-pg';
import { volumesEngine } from '../engines/volumes';
import { orders } from '../engines/__testUtils__/orders';
import { describeDatabases } from './describeDatabases';
import { Engines } from './Engines';
import { KubernetesObject } from './KubernetesObject';

const engines = Engines.create([
  cloudNativePgEngine,
  gitOpsEngine,
  volumesEngine,
]);

/** The Cluster of the fixtures with other metadata, among other objects. */
function custodyOf(
  metadata: Partial<KubernetesObject['metadata']>,
  others: KubernetesObject[] = [],
): Custody | undefined {
  const objects = orders.map(object =>
    object.kind === 'Cluster'
      ? { ...object, metadata: { ...object.metadata, ...metadata } }
      : object,
  );
  const [database] = describeDatabases({
    engines,
    cluster: 'lab',
    objects: [...objects, ...others],
  });
  return database.custody;
}

/** As Argo CD's docs/user-guide/resource_tracking.md has it: `<application name>:<group>/<kind>:<namespace>/<name>`. */
const tracked = (application: string, name = 'orders') => ({
  annotations: {
    'argocd.argoproj.io/tracking-id': `${application}:postgresql.cnpg.io/Cluster:default/${name}`,
  },
});

const application = (
  spec: KubernetesObject['spec'],
  namespace = 'argocd',
): KubernetesObject => ({
  apiVersion: 'argoproj.io/v1alpha1',
  kind: 'Application',
  metadata: { name: 'shop', namespace, uid: `${namespace}-shop` },
  spec,
  status: { sync: { status: 'Synced' } },
});

describe('what Argo CD does with what leaves Git', () => {
  // docs/user-guide/auto_sync.md and sync-options.md.
  it.each([
    [
      { automated: { prune: true } },
      'deletes',
      '.spec.syncPolicy.automated.prune',
    ],
    [{ automated: {} }, 'asks', '.spec.syncPolicy.automated.prune'],
    [
      { automated: { prune: true, enabled: false } },
      'asks',
      '.spec.syncPolicy.automated.enabled',
    ],
    [undefined, 'asks', '.spec.syncPolicy.automated.prune'],
    [
      {
        automated: { prune: true },
        syncOptions: ['CreateNamespace=true', 'Prune=false'],
      },
      'keeps',
      '.spec.syncPolicy.syncOptions[1]',
    ],
    [
      { automated: { prune: true }, syncOptions: ['Prune=confirm'] },
      'asks',
      '.spec.syncPolicy.syncOptions[0]',
    ],
  ])('with a sync policy of %j it %s', (syncPolicy, value, field) => {
    const custody = custodyOf(tracked('shop'), [
      application({ project: 'default', ...(syncPolicy && { syncPolicy }) }),
    ]);
    expect(custody?.delivery).toMatchObject({
      tool: 'argo-cd',
      by: { value: 'shop' },
      prunes: {
        value,
        evidence: { object: { namespace: 'argocd', name: 'shop' }, field },
      },
    });
  });

  it('is not told by a mark that an operator handed on', () => {
    expect(
      custodyOf(tracked('shop', 'something-else'))?.delivery,
    ).toBeUndefined();
  });

  it('is not told where the Application is not among the objects', () => {
    const delivery = custodyOf(tracked('shop'))?.delivery;
    expect(delivery).toMatchObject({ tool: 'argo-cd', by: { value: 'shop' } });
    expect(delivery?.prunes).toBeUndefined();
  });

  // "Applications in any namespace" puts the namespace before the name.
  it('is told by the Application that is meant, of two of one name', () => {
    const both = [
      application({ syncPolicy: { automated: { prune: true } } }, 'argocd'),
      application({}, 'team-a'),
    ];
    expect(
      custodyOf(tracked('team-a_shop'), both)?.delivery?.prunes,
    ).toMatchObject({ value: 'asks' });
    expect(custodyOf(tracked('shop'), both)?.delivery?.prunes).toBeUndefined();
  });

  it('counts the label of most charts as its own only with an Application of that name', () => {
    const labels = { 'app.kubernetes.io/instance': 'shop' };
    expect(custodyOf({ labels })?.delivery).toBeUndefined();
    expect(custodyOf({ labels }, [application({})])?.delivery).toMatchObject({
      tool: 'argo-cd',
    });
  });
});

// docs/spec/v1/kustomizations.md of kustomize-controller, "Prune".
it.each([
  [true, 'deletes'],
  [false, 'keeps'],
])('a Kustomization with prune %s %s what left Git', (prune, value) => {
  const labels = {
    'kustomize.toolkit.fluxcd.io/name': 'shop',
    'kustomize.toolkit.fluxcd.io/namespace': 'flux-system',
  };
  const kustomization: KubernetesObject = {
    apiVersion: 'kustomize.toolkit.fluxcd.io/v1',
    kind: 'Kustomization',
    metadata: { name: 'shop', namespace: 'flux-system', uid: 'k' },
    spec: { prune, interval: '10m' },
  };
  expect(custodyOf({ labels }, [kustomization])?.delivery).toMatchObject({
    tool: 'flux-kustomization',
    by: { value: 'flux-system/shop' },
    prunes: { value },
  });
});

// Marks as in the documents named in custody.ts.
it.each([
  [{ 'argocd.argoproj.io/sync-options': 'Prune=false,Delete=false' }, 'keeps'],
  [
    { 'argocd.argoproj.io/sync-options': 'Replace=true, Prune=confirm' },
    'asks',
  ],
  [{ 'argocd.argoproj.io/sync-options': 'PruneLast=true' }, undefined],
  [{ 'argocd.argoproj.io/sync-options': 'Delete=false' }, undefined],
  [{ 'kustomize.toolkit.fluxcd.io/prune': 'disabled' }, 'keeps'],
  [
    {
      'helm.sh/resource-policy': 'keep',
      'meta.helm.sh/release-name': 'shop',
      'meta.helm.sh/release-namespace': 'default',
    },
    'keeps',
  ],
  [{ 'helm.sh/resource-policy': 'keep' }, undefined],
])('the marks %j mean: %s', (annotations, value) => {
  expect(custodyOf({ annotations })?.whenRemoved?.value).toBe(value);
});

// docs/user-guide/resource_hooks.md: without a delete policy a hook is deleted before the next is created.
it.each([
  [{ 'argocd.argoproj.io/hook': 'PreSync' }, 'it is a PreSync hook'],
  [
    { 'argocd.argoproj.io/sync-options': 'Force=true,Replace=true' },
    'its sync options are Force=true and Replace=true',
  ],
  [{ 'argocd.argoproj.io/hook': 'Skip' }, undefined],
  [{ 'argocd.argoproj.io/sync-options': 'Replace=true' }, undefined],
])('with %j it is made anew at each sync: %s', (annotations, value) => {
  expect(custodyOf({ annotations })?.recreated?.value).toBe(value);
});

it('claims go with the Cluster that owns them, as the operator makes them', () => {
  const [database] = describeDatabases({
    engines,
    cluster: 'lab',
    objects: readRecording('healthy-one-instance').objects,
  });
  expect(database.volumes[0].custody).toMatchObject({
    owners: [
      {
        value: { kind: 'Cluster', name: 'orders', controller: true },
        evidence: {
          object: { kind: 'PersistentVolumeClaim', name: 'orders-1' },
          field: '.metadata.ownerReferences[0].name',
        },
      },
    ],
    finalizers: [{ value: 'kubernetes.io/pvc-protection' }],
  });
});
