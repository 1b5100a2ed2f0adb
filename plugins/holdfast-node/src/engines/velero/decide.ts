import { BackupMethod, Evidence } from '@holdfast/plugin-holdfast-common';
import { listAt, stringAt } from '../../engine';
import { excludeLabel, filesAnnotation, noFilesAnnotation } from './names';
import { matchesSelector } from './selectors';
import { ClaimedVolume, UsingPod } from './VeleroFacts';
import { Order } from './Order';

/**
 * What an order means to do with a volume.
 */
export type Decision =
  | {
      kind: 'copy';
      method: BackupMethod;
      /** Not told by the order alone: a policy that was not read has its say. */
      byPolicy: boolean;
    }
  | {
      kind: 'excluded';
      /** `selector`: it may well be meant for something else. */
      by: 'selector' | 'order' | 'volume';
      reason: string;
      evidence: Evidence;
    };

/** Names by which a kind may be meant: Velero asks the API server, which knows them all. */
const claimNames = ['persistentvolumeclaims', 'persistentvolumeclaim', 'pvc'];
const podNames = ['pods', 'pod', 'po'];

/**
 * Works out what an order means to do with a volume of a namespace that it takes, as Velero does: `itemInclusionChecks` in
 * `pkg/backup/item_backupper.go` for what is left out, `internal/volumehelper/volume_policy_helper.go` for how the rest is copied.
 */
export function decide(order: Order, claimed: ClaimedVolume): Decision {
  // Every night asks for the same.
  const same = claimed.decisions.get(order.text);
  if (same) return citing(order, same);
  const decision =
    leftOut(order, claimed) ??
    byFiles(order, claimed) ??
    bySnapshot(order, claimed);
  claimed.decisions.set(order.text, decision);
  return decision;
}

/** The same decision of another order that says the same. */
function citing({ reader }: Order, decision: Decision): Decision {
  if (decision.kind === 'copy' || decision.by === 'volume') return decision;
  const { evidence } = decision;
  return { ...decision, evidence: { ...evidence, object: reader.reference } };
}

/** How an order copies volumes of which nothing is known but that there are some. */
export function methodOf(order: Order): BackupMethod {
  if (order.boolean('defaultVolumesToFsBackup')?.value) {
    return 'velero-file-system';
  }
  return order.boolean('snapshotMoveData')?.value
    ? 'velero-data-mover'
    : 'velero-snapshot';
}

function leftOut(
  order: Order,
  { labels, pods, reader }: ClaimedVolume,
): Decision | undefined {
  if (stringAt(labels, excludeLabel) === 'true') {
    return {
      kind: 'excluded',
      by: 'volume',
      reason: `the claim has the label ${excludeLabel}`,
      evidence: reader.evidence(['metadata', 'labels', excludeLabel], 'true'),
    };
  }
  const resources = resourcesLeavingOut(order, claimNames);
  if (resources) {
    return {
      kind: 'excluded',
      by: 'order',
      reason: 'its filter of resources takes no PersistentVolumeClaims',
      evidence: order.evidence([resources]),
    };
  }
  // The claims of a pod that is taken come along, whatever their own labels.
  const podsAreTaken = !resourcesLeavingOut(order, podNames);
  const isSelected =
    isSelectedBy(order, labels) ||
    (podsAreTaken && pods.some(pod => isPodTaken(order, pod)));
  if (isSelected) return undefined;
  return {
    kind: 'excluded',
    by: 'selector',
    reason: 'its label selector matches neither the claim nor a pod of it',
    evidence: order.evidence([
      listAt(order.object(), 'orLabelSelectors').length > 0
        ? 'orLabelSelectors'
        : 'labelSelector',
    ]),
  };
}

/** All volumes of a pod but those that it names, or none but those. */
function byFiles(order: Order, { pods }: ClaimedVolume): Decision | undefined {
  const all = order.boolean('defaultVolumesToFsBackup')?.value === true;
  const pod = pods.find(({ annotations, volume }) =>
    all
      ? !namesIn(stringAt(annotations, noFilesAnnotation)).includes(volume)
      : namesIn(stringAt(annotations, filesAnnotation)).includes(volume),
  );
  if (!pod) return undefined;
  if (resourcesLeavingOut(order, podNames) || !isPodTaken(order, pod)) {
    return {
      kind: 'excluded',
      by: 'order',
      reason: `its files are copied through the pod ${pod.name}, which is left out`,
      evidence: order.evidence(['defaultVolumesToFsBackup'], all),
    };
  }
  return {
    kind: 'copy',
    method: 'velero-file-system',
    byPolicy: order.hasPolicy,
  };
}

function bySnapshot(order: Order, { bound, volume }: ClaimedVolume): Decision {
  const snapshots = order.boolean('snapshotVolumes');
  if (snapshots?.value === false && !order.hasPolicy) {
    return {
      kind: 'excluded',
      by: 'order',
      reason: 'it takes no snapshots, and copies no files of this volume',
      evidence: snapshots.evidence,
    };
  }
  const source = ['local', 'hostPath', 'nfs'].find(
    name => bound?.object('spec')[name] !== undefined,
  );
  if (bound && source !== undefined) {
    return {
      kind: 'excluded',
      by: 'volume',
      reason: `${volume.claim.name} is a ${source} volume, of which no snapshot can be taken`,
      evidence: bound.evidence(['spec', source]),
    };
  }
  return {
    kind: 'copy',
    method: order.boolean('snapshotMoveData')?.value
      ? 'velero-data-mover'
      : 'velero-snapshot',
    byPolicy: order.hasPolicy,
  };
}

/** The filter of resources that leaves a kind out; undefined when it is taken. The two older fields and the two newer exclude one another. */
function resourcesLeavingOut(
  order: Order,
  names: readonly string[],
): string | undefined {
  const isNamed = (field: string) =>
    order
      .texts(field)
      .some(text => text === '*' || names.includes(text.toLowerCase()));
  const excluding = [
    'excludedResources',
    'excludedNamespaceScopedResources',
  ].find(isNamed);
  if (excluding) return excluding;
  return ['includedResources', 'includedNamespaceScopedResources'].find(
    field => order.texts(field).length > 0 && !isNamed(field),
  );
}

function isPodTaken(order: Order, { labels }: UsingPod): boolean {
  return (
    stringAt(labels, excludeLabel) !== 'true' && isSelectedBy(order, labels)
  );
}

function isSelectedBy(order: Order, labels: ClaimedVolume['labels']): boolean {
  const alternatives = order.list('orLabelSelectors');
  if (alternatives.length > 0) {
    return alternatives.some(selector => matchesSelector(selector, labels));
  }
  return matchesSelector(order.object('labelSelector'), labels);
}

function namesIn(list: string | undefined): string[] {
  return list?.split(',').map(name => name.trim()) ?? [];
}
