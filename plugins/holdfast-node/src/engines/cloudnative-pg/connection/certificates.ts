import { Instant, ServerCertificate } from '@holdfast/plugin-holdfast-common';
import { FactReader } from '../../../engine';
import { defaultServices } from './defaultServices';

/** `CACertKey` in `pkg/certs/certs.go`. */
const certificateKey = 'ca.crt';

/**
 * The certificate that PostgreSQL shows (`GetServerCASecretName` and `GetClusterAltDNSNames` in `api/v1/cluster_funcs.go`). What names are in one
 * that somebody else made is not known.
 */
export function serverCertificate(cluster: FactReader): ServerCertificate {
  const path = ['spec', 'certificates'];
  const named = cluster.string(...path, 'serverCASecret')?.value;
  const secret = named ?? `${cluster.reference.name}-ca`;
  const isForeign =
    cluster.string(...path, 'serverTLSSecret')?.value !== undefined;
  return {
    authority: {
      secret,
      key: certificateKey,
      madeBy: named === undefined ? 'operator' : 'others',
      // Of one's own it need not be there once serverTLSSecret is given.
      ...(named === undefined && { hasPrivateKey: true }),
      expiresAt: expiryOf(cluster, secret),
    },
    ...(!isForeign && { hostNames: hostNames(cluster) }),
  };
}

function hostNames(cluster: FactReader): string[] {
  const written = texts(cluster, 'status', 'certificates', 'serverAltDNSNames');
  if (written.length > 0) return written;
  const { namespace = '' } = cluster.reference;
  return [
    ...defaultServices(cluster).flatMap(({ service }) => [
      service,
      `${service}.${namespace}`,
      `${service}.${namespace}.svc`,
    ]),
    ...texts(cluster, 'spec', 'certificates', 'serverAltDNSNames'),
  ];
}

function texts(cluster: FactReader, ...path: string[]): string[] {
  return cluster.list(...path).filter(text => typeof text === 'string');
}

/** Go writes a time as `2027-02-18 17:25:42 +0000 UTC` (`refreshCertExpiration` in `internal/controller/cluster_status.go`). */
function expiryOf(cluster: FactReader, secret: string): Instant | undefined {
  const text = cluster.string('status', 'certificates', 'expirations', secret);
  const [, day, time] =
    /^(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}:\d{2})(?:\.\d+)? \+0000 UTC$/.exec(
      text?.value ?? '',
    ) ?? [];
  return day && `${day}T${time}Z`;
}
