import { ANNOTATION_PREFIX } from '@holdfast/plugin-holdfast-common';
import { entriesOf, fields, listOf, scalar } from '../../engine';
import {
  fencedInstancesAnnotation,
  hibernationAnnotation,
  reconciliationLoopAnnotation,
  skipWalArchivingAnnotation,
} from './names';

const telling = new Set([
  fencedInstancesAnnotation,
  hibernationAnnotation,
  reconciliationLoopAnnotation,
  skipWalArchivingAnnotation,
]);

/** What an object says of itself: Holdfast's own marks, and the operator's that change what it does. */
export const metadata = fields({
  deletionTimestamp: scalar,
  labels: entriesOf(scalar, name => name.startsWith(ANNOTATION_PREFIX)),
  annotations: entriesOf(
    scalar,
    name => name.startsWith(ANNOTATION_PREFIX) || telling.has(name),
  ),
});

/** A reference by name. */
export const named = fields({ name: scalar });

/** Where Barman Cloud writes, and the names of what opens it. */
export const destination = fields({
  endpointURL: scalar,
  destinationPath: scalar,
  serverName: scalar,
  s3Credentials: fields({ accessKeyId: named, inheritFromIAMRole: scalar }),
  azureCredentials: fields({
    connectionString: named,
    storageAccount: named,
    storageKey: named,
    storageSasToken: named,
    inheritFromAzureAD: scalar,
    useDefaultAzureCredentials: scalar,
  }),
  googleCredentials: fields({
    applicationCredentials: named,
    gkeEnvironment: scalar,
  }),
});

/** A role of the server, wherever it is declared. */
export const role = {
  name: scalar,
  login: scalar,
  superuser: scalar,
  inRoles: listOf(scalar),
  passwordSecret: named,
  disablePassword: scalar,
  validUntil: scalar,
};

/** A Service that the operator makes. */
export const serviceTemplate = fields({
  metadata: named,
  spec: fields({
    type: scalar,
    ports: listOf(fields({ name: scalar, port: scalar })),
  }),
});
