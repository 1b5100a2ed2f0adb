import {
  factKeyOf,
  FactReader,
  observeSample,
  qualifiedKind,
  VolumeFacts,
  VolumeInput,
  WatchedResource,
} from '../../engine';
import { capacityMetric, usedMetric } from './metrics';
import { nodeLocal } from './nodeLocal';
import { persistentVolumes, storageClasses } from './resources';

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
  };
}
