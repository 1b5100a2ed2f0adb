import { JsonObject } from '@backstage/types';
import { Custody, Delivery, Observed } from '@holdfast/plugin-holdfast-common';
import { AssemblyInput, referenceOf } from './Engine';
import { Fact, FactKey } from './Fact';
import { FactReader } from './FactReader';
import { objectAt, stringAt } from './json';
import { KubernetesObject } from './KubernetesObject';
import { entriesOf, fields, listOf, scalar, Shape } from './Shape';

/** Argo CD, docs/user-guide/resource_tracking.md, sync-options.md and resource_hooks.md. */
const trackingId = 'argocd.argoproj.io/tracking-id';
const syncOptions = 'argocd.argoproj.io/sync-options';
const hook = 'argocd.argoproj.io/hook';
/** Set by Argo CD where it tracks by label, and by most charts for themselves. */
const instanceLabel = 'app.kubernetes.io/instance';
/** Flux, docs/spec/v1/kustomizations.md of kustomize-controller and docs/spec/v2/helmreleases.md of helm-controller. */
const kustomization = 'kustomize.toolkit.fluxcd.io';
const helmRelease = 'helm.toolkit.fluxcd.io';
/** Helm, "Tell Helm Not To Uninstall a Resource" of its charts guide, and the marks of ownership of its `pkg/action/validate.go`. */
const resourcePolicy = 'helm.sh/resource-policy';
const releaseName = 'meta.helm.sh/release-name';
const releaseNamespace = 'meta.helm.sh/release-namespace';

const telling = new Set([
  trackingId,
  syncOptions,
  hook,
  instanceLabel,
  resourcePolicy,
  releaseName,
  releaseNamespace,
  ...[kustomization, helmRelease].flatMap(prefix =>
    ['name', 'namespace', 'prune'].map(name => `${prefix}/${name}`),
  ),
]);

const tellingEntries = entriesOf(scalar, name => telling.has(name));

const shape: Shape<JsonObject> = fields({
  ownerReferences: listOf(
    fields({ kind: scalar, name: scalar, controller: scalar }),
  ),
  finalizers: listOf(scalar),
  labels: tellingEntries,
  annotations: tellingEntries,
});

/**
 * What is kept of an object's metadata to tell who decides over it; undefined when there is nothing.
 */
export function keepCustody({
  metadata,
}: KubernetesObject): JsonObject | undefined {
  const kept = shape(metadata);
  return kept && Object.keys(kept).length > 0 ? kept : undefined;
}

/** What the marks on an object call the one that delivered it. */
interface Mark {
  tool: Delivery['tool'];
  by: Observed<string>;
  /** Under which the delivering object's own facts are found. */
  key?: FactKey;
  /** The mark alone does not show it: others set the same. */
  weak?: boolean;
}

/**
 * The key that an object which delivers others is found under by what it leaves on them: `shop` or `team-a_shop` for an Argo CD Application,
 * `flux-system/shop` for a Kustomization.
 *
 * @public
 */
export function deliveryKey(
  kind: 'Application.argoproj.io' | 'Kustomization.kustomize.toolkit.fluxcd.io',
  mark: string,
): FactKey {
  return `${kind}/delivers/${mark}`;
}

/**
 * Keys of what delivers an object, to be read with it.
 */
export function deliveryKeys(
  fact: Pick<Fact, 'kind' | 'namespace' | 'name' | 'data'>,
): FactKey[] {
  return marksOf(readerOf('', fact), fact).flatMap(({ key }) => key ?? []);
}

/**
 * Says who decides over an object, from what was kept of its marks in its fact and from the facts of what delivers it.
 *
 * @public
 */
export function describeCustody(
  input: Pick<AssemblyInput, 'cluster' | 'related'>,
  fact: Fact,
): Custody {
  const metadata = readerOf(input.cluster, fact);
  return {
    owners: ownersOf(metadata),
    finalizers: metadata
      .list('metadata', 'finalizers')
      .flatMap(
        (_, index) => metadata.string('metadata', 'finalizers', index) ?? [],
      ),
    delivery: deliveryOf(input, fact, metadata),
    whenRemoved: whenRemoved(metadata),
    recreated: recreated(metadata),
  };
}

function readerOf(
  cluster: string,
  fact: Pick<Fact, 'kind' | 'namespace' | 'name' | 'data'>,
): FactReader {
  const metadata = objectAt(fact.data, 'custody');
  return new FactReader(cluster, { ...fact, data: { metadata } });
}

function ownersOf(metadata: FactReader): Custody['owners'] {
  return metadata.list('metadata', 'ownerReferences').flatMap((_, index) => {
    const path = ['metadata', 'ownerReferences', index];
    const kind = metadata.string(...path, 'kind');
    const name = metadata.string(...path, 'name');
    const controller = metadata.boolean(...path, 'controller')?.value ?? false;
    return kind && name
      ? [{ ...name, value: { kind: kind.value, name: name.value, controller } }]
      : [];
  });
}

/** The strongest first: where several tools left their marks, one of them has taken over from another. */
function marksOf(
  metadata: FactReader,
  fact: Pick<Fact, 'kind' | 'namespace' | 'name'>,
): Mark[] {
  const annotation = (name: string) =>
    metadata.string('metadata', 'annotations', name);
  const label = (name: string) => metadata.string('metadata', 'labels', name);
  const marks: Mark[] = [];

  const tracking = annotation(trackingId);
  const application = tracking && trackedApplication(tracking.value, fact);
  if (tracking && application !== undefined) {
    marks.push({
      tool: 'argo-cd',
      by: { ...tracking, value: application },
      key: deliveryKey('Application.argoproj.io', application),
    });
  }
  for (const [tool, prefix] of [
    ['flux-kustomization', kustomization],
    ['flux-helm-release', helmRelease],
  ] as const) {
    const name = label(`${prefix}/name`);
    const namespace = label(`${prefix}/namespace`)?.value ?? '';
    if (!name) continue;
    const mark = `${namespace}/${name.value}`;
    marks.push({
      tool,
      by: { ...name, value: mark },
      ...(tool === 'flux-kustomization' && {
        key: deliveryKey('Kustomization.kustomize.toolkit.fluxcd.io', mark),
      }),
    });
  }
  const release = annotation(releaseName);
  if (release) {
    const namespace = annotation(releaseNamespace)?.value ?? '';
    marks.push({
      tool: 'helm',
      by: { ...release, value: `${namespace}/${release.value}` },
    });
  }
  const instance = label(instanceLabel);
  if (instance) {
    marks.push({
      tool: 'argo-cd',
      by: instance,
      key: deliveryKey('Application.argoproj.io', instance.value),
      weak: true,
    });
  }
  return marks;
}

/**
 * `application:group/Kind:namespace/name`. Operators hand annotations on to what they make; a mark that names another object was not set by
 * Argo CD (resource_tracking.md, "Non self-referencing annotations").
 */
function trackedApplication(
  id: string,
  fact: Pick<Fact, 'kind' | 'namespace' | 'name'>,
): string | undefined {
  const [application, kind = '', object] = id.split(':');
  const [group, name] = kind.split('/');
  const named = group ? `${name}.${group}` : name;
  return application && named === fact.kind && object?.endsWith(`/${fact.name}`)
    ? application
    : undefined;
}

function deliveryOf(
  input: Parameters<typeof describeCustody>[0],
  fact: Fact,
  metadata: FactReader,
): Delivery | undefined {
  for (const { tool, by, key, weak } of marksOf(metadata, fact)) {
    if (tool === 'helm' || tool === 'flux-helm-release') {
      // An upgrade deletes what the new chart leaves out ("Update" in pkg/kube/client.go).
      return { tool, by, prunes: { ...by, value: 'deletes' } };
    }
    const prunes = key === undefined ? undefined : prunesOf(input, key);
    if (weak && !prunes) continue;
    return { tool, by, ...(prunes && { prunes }) };
  }
  return undefined;
}

/** What the engine that reads deliverers kept of one; undefined where none is found under a key, or more than one. */
function prunesOf(
  { cluster, related }: Parameters<typeof describeCustody>[0],
  key: FactKey,
): Delivery['prunes'] {
  const kind = key.slice(0, key.indexOf('/'));
  const [deliverer, ...others] = (related.get(kind) ?? []).filter(
    ({ subjects }) => subjects.includes(key),
  );
  if (!deliverer || others.length > 0) return undefined;
  const value = stringAt(deliverer.data, 'delivery', 'prunes');
  if (value !== 'deletes' && value !== 'asks' && value !== 'keeps') {
    return undefined;
  }
  const read = stringAt(deliverer.data, 'delivery', 'value');
  return {
    value,
    evidence: {
      object: referenceOf(cluster, deliverer),
      field: stringAt(deliverer.data, 'delivery', 'field') ?? '.spec',
      ...(read !== undefined && { value: read }),
    },
  };
}

function whenRemoved(metadata: FactReader): Custody['whenRemoved'] | undefined {
  const annotation = (name: string) =>
    metadata.string('metadata', 'annotations', name);
  const options = annotation(syncOptions);
  for (const option of optionsIn(options?.value)) {
    if (options && option === 'Prune=false')
      return { ...options, value: 'keeps' };
    if (options && option === 'Prune=confirm')
      return { ...options, value: 'asks' };
  }
  const disabled =
    metadata.string('metadata', 'labels', `${kustomization}/prune`) ??
    annotation(`${kustomization}/prune`);
  if (disabled?.value === 'disabled') return { ...disabled, value: 'keeps' };
  const policy = annotation(resourcePolicy);
  // Argo CD minds it when an Application is deleted, and not when it prunes; Helm does both times.
  return policy?.value === 'keep' && annotation(releaseName)
    ? { ...policy, value: 'keeps' }
    : undefined;
}

function recreated(metadata: FactReader): Custody['recreated'] | undefined {
  const hooked = metadata.string('metadata', 'annotations', hook);
  if (hooked && hooked.value !== 'Skip') {
    return { ...hooked, value: `it is a ${hooked.value} hook` };
  }
  const options = metadata.string('metadata', 'annotations', syncOptions);
  const all = optionsIn(options?.value);
  return options && all.includes('Force=true') && all.includes('Replace=true')
    ? { ...options, value: 'its sync options are Force=true and Replace=true' }
    : undefined;
}

function optionsIn(text: string | undefined): string[] {
  return (text ?? '').split(',').map(option => option.trim());
}
