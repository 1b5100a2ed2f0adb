import { MissingFacts } from './Database';
import { Instant } from './Instant';
import { ObjectReference } from './ObjectReference';

/**
 * One key of a Secret, by name. What is in it is never read.
 *
 * @public
 */
export interface SecretKey {
  secret: string;
  key: string;
}

/**
 * What a key of a Secret holds, in words that hold for every operator.
 *
 * @public
 */
export type CredentialPart =
  | 'username'
  | 'password'
  | 'host'
  | 'port'
  | 'database'
  | 'uri'
  | 'jdbc-uri'
  | 'password-file'
  | 'certificate'
  | 'private-key';

/**
 * A Secret with which a role can prove who it is: its name and keys, as the operator's conventions and the objects say.
 *
 * @public
 */
export interface Credential {
  kind: 'password' | 'client-certificate';
  secret: string;
  /** The keys that are sure to be there; whoever else made the Secret may have put more into it. */
  keys: Array<{ key: string; holds: CredentialPart }>;
  /** `others`: it was named to the operator, which expects to find it. */
  madeBy: 'operator' | 'others';
  expiresAt?: Instant;
  /** Why it may not be there, in the operator's words. */
  problem?: string;
}

/**
 * How a server asks a role to prove who it is. `refused`: it lets the role in under no circumstances; `other`: by something that is in no
 * Secret here, such as LDAP.
 *
 * @public
 */
export type Authentication =
  | 'password'
  | 'client-certificate'
  | 'refused'
  | 'other';

/**
 * Somebody to log in as.
 *
 * @public
 */
export interface LoginRole {
  name: string;
  /** The object that declares it. */
  definedBy: ObjectReference;
  superuser: boolean;
  /** Roles whose rights it has. */
  memberOf: string[];
  /** Best first; empty when none is known. */
  credentials: Credential[];
  /** What the database itself asks for over TLS; absent when that depends on where from, or cannot be told. */
  authentication?: Authentication;
  /** When its password ceases to be taken. */
  validUntil?: Instant;
  /** By the operator's convention, where nothing says that it is so. */
  assumed?: boolean;
  /** Why it may not be as declared, in the operator's words. */
  problem?: string;
}

/**
 * A database inside the server, as `CREATE DATABASE` makes it.
 *
 * @public
 */
export interface LogicalDatabase {
  name: string;
  owner?: string;
  /** The object that declares it. */
  definedBy: ObjectReference;
  /** `false`: it lets nobody in. */
  allowsConnections: boolean;
  /** It is dropped with its data when the object that declares it is deleted. */
  droppedWithObject?: boolean;
  /** By the operator's convention, where nothing says that it is so. */
  assumed?: boolean;
  /** Why it may not be as declared, in the operator's words. */
  problem?: string;
}

/**
 * The certificate that a client is shown, and how to check it.
 *
 * @public
 */
export interface ServerCertificate {
  /** What a client has to trust; absent when it is not known whose certificate is shown. */
  authority?: SecretKey & {
    /** The operator renews what it made, so a copy goes stale. */
    madeBy: 'operator' | 'others';
    /** Whether the Secret holds the key of the authority too, which clients must not have; absent when it is not known. */
    hasPrivateKey?: boolean;
    expiresAt?: Instant;
  };
  /** All host names that it is valid for; absent when they are not known. */
  hostNames?: string[];
}

/**
 * What stands between clients and the database, and shares its connections.
 *
 * @public
 */
export interface ConnectionPool {
  /** `session`: a connection belongs to a client until it leaves; `transaction`: until its transaction ends. */
  mode: 'session' | 'transaction' | 'unknown';
  /** How many processes are to pool; with none, nobody answers. */
  instances: number;
  /** New clients wait until it is lifted. */
  paused: boolean;
  /** What it asks clients for; absent when rules of its own decide. */
  authentication?: Authentication;
  /** Why it does not work, in the operator's words. */
  problem?: string;
}

/**
 * A Kubernetes Service behind which the database listens.
 *
 * @public
 */
export interface ConnectionEndpoint {
  service: string;
  namespace: string;
  port: number;
  /** `ClusterIP`, `LoadBalancer` ..., as the Service is declared. */
  serviceType: string;
  /** The object that the Service is made for. */
  definedBy: ObjectReference;
  /** Which instances answer behind it. */
  reaches: 'primary' | 'replicas' | 'any';
  /** Whether writes are taken there. */
  writable: boolean;
  /** How many instances are to stand behind it; absent when the database does not say. */
  instances?: number;
  pool?: ConnectionPool;
  /** Whether connections are encrypted. `offered`: those without are let in as well. */
  tls: 'required' | 'offered' | 'off' | 'unknown';
  certificate: ServerCertificate;
}

/**
 * A part of how to connect that could not be read, so that what would be there is unknown rather than absent.
 *
 * @public
 */
export interface ConnectionGap
  extends Pick<MissingFacts, 'kind' | 'reason' | 'message'> {
  area: 'pools' | 'databases' | 'roles';
}

/**
 * How clients reach a database and prove who they are. Names only: nothing here was read from a Secret.
 *
 * @public
 */
export interface Connection {
  /** The one for everything first. */
  endpoints: ConnectionEndpoint[];
  /** The application's first. */
  databases: LogicalDatabase[];
  /** Those that can log in, the application's first. */
  roles: LoginRole[];
  /** The database follows this one: it takes no writes, and its roles and their passwords are those of that one. */
  follows?: string;
  gaps: ConnectionGap[];
}

/**
 * The names under which an endpoint is found inside its Kubernetes cluster, the shortest first: `orders-rw` in its own namespace,
 * `orders-rw.shop.svc` everywhere.
 *
 * @public
 */
export function hostNamesOf(
  endpoint: Pick<ConnectionEndpoint, 'service' | 'namespace'>,
): [short: string, full: string] {
  const { service, namespace } = endpoint;
  return [service, `${service}.${namespace}.svc`];
}
