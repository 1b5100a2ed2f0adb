import { resourceTypes } from '../../kubernetes';
import { timestamp } from '../../postgresql/names';
import { Site } from '../Site';
import { TypedObject } from '../SimulatedWorkload';
import { VeleroLocationTraits } from './VeleroTraits';

const HOUR = 3_600_000;

/**
 * A BackupStorageLocation. Fields as in `site/content/docs/main/api-types/backupstoragelocation.md` of vmware-tanzu/velero 1.18. It is looked at once
 * an hour, as it is told to, and not once a minute, so that a quiet cluster stays quiet.
 */
export function locationObject(
  site: Site,
  traits: VeleroLocationTraits,
  options: { isDefault: boolean; now: Date },
): TypedObject {
  const { store, region } = site.around;
  const { name, unavailable = false } = traits;
  const { isDefault, now } = options;
  const checkedAt = timestamp(Math.floor(now.getTime() / HOUR) * HOUR);
  return site.object(resourceTypes.backupStorageLocations, {
    name,
    ...(traits.tellsRegion && {
      annotations: { 'holdfast.io/store-region': region },
    }),
    body: {
      spec: {
        provider: 'aws',
        ...(isDefault && { default: true }),
        objectStorage: { bucket: store.bucket, prefix: `velero-${name}` },
        config: {
          region,
          s3Url: store.endpointURL,
          s3ForcePathStyle: 'true',
        },
        credential: { name: 'velero-store', key: 'cloud' },
        backupSyncPeriod: '1h0m0s',
        validationFrequency: '1h0m0s',
      },
      status: unavailable
        ? {
            phase: 'Unavailable',
            lastValidationTime: checkedAt,
            message:
              'BackupStorageLocation is unavailable: rpc error: code = Unknown desc = operation error S3: ListObjectsV2, https response error StatusCode: 403, AccessDenied',
          }
        : {
            phase: 'Available',
            lastValidationTime: checkedAt,
            lastSyncedTime: checkedAt,
          },
    },
  });
}
