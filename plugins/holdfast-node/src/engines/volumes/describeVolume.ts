import { Instant, Observed } from '@holdfast/plugin-holdfast-common';
import {
  Fact,
  factKeyOf,
  FactReader,
  listAt,
  observeSample,
  qualifiedKind,
  stringAt,
  VolumeFacts,
  VolumeInput,
  WatchedResource,
} from '../../engine';
import { encryptionOf } from './encryption';
import { capacityMetric, usedMetric } from './metrics';
import { nodeLocal } from './nodeLocal';
import {
  persistentVolumes,
  pods,
  storageClasses,
  volumeAttributesClasses,
} from './resources';
import { describeTroubles } from './volumeTroubles';

export function describeVolume(input: VolumeInput): VolumeFacts {
  const { cluster, claim, find, samples } = input;
  const reader = new FactReader(cluster, claim);
  const className = reader.string('spec', 'storageClassName');

  const readerOf = (resource: WatchedResource, name: string | undefined) => {
    const fact =
      name && find(factKeyOf({ kind: qualifiedKind(resource), name }));
    return fact ? new FactReader(cluster, fact) : undefined;
  };
  const volume = readerOf(
    persistentVolumes,
    reader.string('spec', 'volumeName')?.value,
  );
  const storageClass = readerOf(storageClasses, className?.value);

  const isRead = (resource: WatchedResource) =>
    !input.unread.some(({ kind }) => kind === qualifiedKind(resource));
  const isMissing = (resource: WatchedResource, name: string | undefined) =>
    name !== undefined && isRead(resource) && !readerOf(resource, name);

  const sampleOf = (name: string) => {
    const sample = samples.find(
      ({ name: metric, labels }) =>
        metric === name &&
        labels.namespace === claim.namespace &&
        labels.persistentvolumeclaim === claim.name,
    );
    return sample && observeSample(reader.reference, sample);
  };

  return {
    claim: reader.reference,
    phase: reader.string('status', 'phase'),
    requestedBytes: reader.bytes('spec', 'resources', 'requests', 'storage'),
    // What the file system offers is somewhat less than the size of the volume, and what fills up.
    capacityBytes:
      sampleOf(capacityMetric) ?? reader.bytes('status', 'capacity', 'storage'),
    usedBytes: sampleOf(usedMetric),
    storageClass: className,
    provisioner:
      volume?.string('spec', 'csi', 'driver') ??
      storageClass?.string('provisioner'),
    nodeLocal: nodeLocal({ volume, storageClass }),
    reclaimPolicy:
      volume?.string('spec', 'persistentVolumeReclaimPolicy') ??
      storageClass?.string('reclaimPolicy'),
    expandable:
      storageClass?.boolean('allowVolumeExpansion') ??
      storageClass?.derive(false, ['allowVolumeExpansion']),
    accessModes: accessModesOf(reader),
    encrypted: encryptionOf({ volume, storageClass }),
    unusedSince: unusedSince(reader),
    troubles: describeTroubles({
      claim: reader,
      claimedAt: claim.createdAt,
      storageClass,
      classMissing: isMissing(storageClasses, className?.value),
      attributesMissing: isMissing(
        volumeAttributesClasses,
        reader.string(
          'status',
          'modifyVolumeStatus',
          'targetVolumeAttributesClassName',
        )?.value,
      ),
      ...(isRead(pods) && {
        pods: podsOf(input, claim).map(pod => new FactReader(cluster, pod)),
      }),
    }),
  };
}

function accessModesOf(claim: FactReader): Observed<string> | undefined {
  const path = ['spec', 'accessModes'];
  const modes = claim.list(...path).filter(mode => typeof mode === 'string');
  const text = modes.join(', ');
  return text ? claim.derive(text, path, text) : undefined;
}

/** By the condition that Kubernetes keeps since 1.37 (KEP-5541): no pod that has not ended names the claim. */
function unusedSince(claim: FactReader): Observed<Instant> | undefined {
  const condition = claim.condition('Unused');
  return condition?.since && condition.status.value === 'True'
    ? { value: condition.since, evidence: condition.status.evidence }
    : undefined;
}

/** The pods among the facts of its database that mount it. */
function podsOf({ related }: VolumeInput, claim: Fact): Fact[] {
  return (related.get(qualifiedKind(pods)) ?? []).filter(
    ({ namespace, data }) =>
      namespace === claim.namespace &&
      listAt(data, 'spec', 'volumes').some(
        volume =>
          stringAt(volume, 'persistentVolumeClaim', 'claimName') === claim.name,
      ),
  );
}
