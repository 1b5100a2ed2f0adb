import { Site } from '../Site';

/** Name of the Secret with the keys to the store; no such Secret exists in the demo, as nobody reads it. */
export const STORE_SECRET = 'backup-store';

/** Where the store of the cluster is, without a scheme, as mariadb-operator wants it. */
export function endpointHost({ around }: Site): string {
  return new URL(around.store.endpointURL).host;
}

/** `spec.storage.s3` of mariadb-operator (`examples/manifests/physicalbackup_s3.yaml`). */
export function mariaDbS3(site: Site, prefix: string) {
  const { store, region } = site.around;
  return {
    bucket: store.bucket,
    prefix,
    endpoint: endpointHost(site),
    region,
    accessKeyIdSecretKeyRef: { name: STORE_SECRET, key: 'ACCESS_KEY_ID' },
    secretAccessKeySecretKeyRef: {
      name: STORE_SECRET,
      key: 'ACCESS_SECRET_KEY',
    },
    tls: { enabled: true },
  };
}

/** A storage of type `s3` of Percona's operators (`deploy/cr.yaml`); that of XtraDB has its prefix in the name of the bucket. */
export function perconaS3(
  site: Site,
  options: { prefix: string; hasPrefix: boolean },
) {
  const { store, region } = site.around;
  const { prefix, hasPrefix } = options;
  return {
    ...(hasPrefix
      ? { bucket: store.bucket, prefix }
      : { bucket: `${store.bucket}/${prefix}` }),
    region,
    endpointUrl: store.endpointURL,
    credentialsSecret: STORE_SECRET,
  };
}
