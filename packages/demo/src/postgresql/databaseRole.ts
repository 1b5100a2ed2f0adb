import { apiVersionOf, KubernetesObject, resourceTypes } from '../kubernetes';
import { certificateEnd } from './certificates';
import { timestamp } from './names';
import { SimulatedDatabase } from './SimulatedDatabase';

/** The roles beside the owner. They have no password, and log in with a certificate. */
export function databaseRoleObjects(
  database: SimulatedDatabase,
): KubernetesObject[] {
  const { name: cluster, namespace, traits, createdAt } = database;
  return (traits.certificateRoles ?? []).map(name => {
    const object = {
      apiVersion: apiVersionOf(resourceTypes.databaseRoles),
      kind: 'DatabaseRole',
      metadata: {
        name: `${cluster}-${name}`,
        namespace,
        creationTimestamp: timestamp(createdAt),
      },
      spec: {
        clientCertificate: { enabled: true },
        cluster: { name: cluster },
        databaseRoleReclaimPolicy: 'retain',
        disablePassword: true,
        ensure: 'present',
        inRoles: ['pg_read_all_data'],
        login: true,
        name,
      },
    };
    return { ...object, status: databaseRoleStatus(object, database) };
  });
}

/** What the operator says of a role that is as it should be, with the certificate that it made for it. */
export function databaseRoleStatus(
  { spec }: KubernetesObject,
  database: SimulatedDatabase,
) {
  const { clientCertificate } = Object(spec);
  return {
    applied: true,
    ...(clientCertificate &&
      Object(clientCertificate).enabled !== false && {
        clientCertificate: { expiration: timestamp(certificateEnd(database)) },
      }),
    observedGeneration: 1,
  };
}
