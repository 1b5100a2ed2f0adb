import {
  Authentication,
  ConnectionEndpoint,
  Credential,
  hostNamesOf,
  LogicalDatabase,
  LoginRole,
} from '@holdfast/plugin-holdfast-common';

/** What somebody connects to, and as whom. */
export interface ConnectionChoice {
  endpoint: ConnectionEndpoint;
  database?: LogicalDatabase;
  role?: LoginRole;
}

/**
 * How far the certificate of an endpoint can be checked: its authority and its host name, its authority alone, nothing but that there is one, or
 * that there is no TLS at all.
 */
export type Verification = 'full' | 'authority' | 'none' | 'off';

/**
 * A certificate whose names are not known is checked in full: it fails at once where it does not fit, and checking less would pass in silence.
 */
export function verificationOf(endpoint: ConnectionEndpoint): Verification {
  const { tls, certificate } = endpoint;
  if (tls === 'off') return 'off';
  if (!certificate.authority) return 'none';
  return !certificate.hostNames || coveredHosts(endpoint).length > 0
    ? 'full'
    : 'authority';
}

/** Of the names of an endpoint those that its certificate is valid for. */
export function coveredHosts(endpoint: ConnectionEndpoint): string[] {
  const { hostNames = [] } = endpoint.certificate;
  return hostNamesOf(endpoint).filter(host => hostNames.includes(host));
}

/** The name to connect to: the one that is found everywhere in the Kubernetes cluster, if the certificate allows it. */
export function hostOf(endpoint: ConnectionEndpoint): string {
  const [short, full] = hostNamesOf(endpoint);
  const covered = coveredHosts(endpoint);
  return covered.includes(full) || !covered.includes(short) ? full : short;
}

/** What is asked for: by the pool where there is one, which does not care for what the database would ask. */
export function askedOf(choice: ConnectionChoice): Authentication | undefined {
  const { endpoint, role } = choice;
  return endpoint.pool ? endpoint.pool.authentication : role?.authentication;
}

/** The Secret to log in with; undefined when none of those that are known would be taken. */
export function credentialOf(choice: ConnectionChoice): Credential | undefined {
  const credentials = choice.role?.credentials ?? [];
  const asked = askedOf(choice);
  switch (asked) {
    case undefined:
      return credentials[0];
    case 'password':
    case 'client-certificate':
      return credentials.find(({ kind }) => kind === asked);
    default:
      return undefined;
  }
}

/** The key of a Secret that holds something. */
export function keyOf(
  credential: Credential,
  part: Credential['keys'][number]['holds'],
): string | undefined {
  return credential.keys.find(({ holds }) => holds === part)?.key;
}
