import { Observed } from '@holdfast/plugin-holdfast-common';
import { ClusterFacts } from './ClusterFacts';
import { tlsOf } from './connection/hostBasedAuthentication';

/**
 * Whether clients have to use TLS. The operator switches it on in any case (`MandatorySettings` in `pkg/postgres/configuration.go`), and between
 * instances it is required; where clients are let in without it as well, what they do is not told.
 */
export function describeEncryption({
  cluster,
}: ClusterFacts): Observed<boolean> | undefined {
  return tlsOf(cluster) === 'required'
    ? cluster.derive(true, ['spec', 'postgresql', 'pg_hba'])
    : undefined;
}
