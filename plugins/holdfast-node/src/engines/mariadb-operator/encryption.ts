import { Observed } from '@holdfast/plugin-holdfast-common';
import { MariaDbFacts } from './MariaDbFacts';

/**
 * Whether connections are encrypted: `IsTLSEnabled` and `IsTLSRequired` in `api/v1alpha1/mariadb_types.go`. Where TLS is offered and not required, and
 * where the operator has not filled in its default yet (`docs/tls.md`: enabled), what clients do is not told.
 */
export function describeEncryption({
  mariadb,
}: MariaDbFacts): Observed<boolean> | undefined {
  const enabled = mariadb.boolean('spec', 'tls', 'enabled');
  if (!enabled?.value) return enabled;
  const required = mariadb.boolean('spec', 'tls', 'required');
  return required?.value ? required : undefined;
}
