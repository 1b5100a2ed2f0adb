import {
  DatabaseProtection,
  ObjectReference,
} from '@holdfast/plugin-holdfast-common';

type ProtectedVolume = DatabaseProtection['volumes'][number];

/** A volume of 200 GiB that is nearly full, and that no backup of volumes takes. */
export function volumeOf(
  reference: ObjectReference,
  claim: string,
  rest: Partial<ProtectedVolume> = {},
): ProtectedVolume {
  const gibibyte = 2 ** 30;
  return {
    claim,
    role: 'data',
    capacityBytes: 200 * gibibyte,
    usedBytes: 172 * gibibyte,
    storageClass: 'gp3',
    reclaimPolicy: 'Delete',
    accessModes: 'ReadWriteOnce',
    encrypted: true,
    coverage: [],
    troubles: [],
    evidence: [
      {
        object: { ...reference, kind: 'PersistentVolumeClaim', name: claim },
        field: '.status.capacity.storage',
        value: '200Gi',
      },
    ],
    ...rest,
  };
}
