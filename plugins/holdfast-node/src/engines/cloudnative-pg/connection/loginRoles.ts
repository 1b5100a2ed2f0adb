import { Credential, LoginRole } from '@holdfast/plugin-holdfast-common';
import { FactReader, JsonPath, toInstant } from '../../../engine';
import { ClusterFacts } from '../ClusterFacts';
import { databaseRoles } from '../resources';
import { describeApplication } from './application';
import { clientCertificate, namedPassword, ownPassword } from './credentials';
import { authenticationOf } from './hostBasedAuthentication';

type Declared = Omit<LoginRole, 'authentication'>;

/**
 * The roles that can log in: the application's owner, those of the Cluster's own list, those that are objects, and the superuser where it is let
 * in. One that several declare is there once, with the Secrets of all.
 */
export function describeLoginRoles(facts: ClusterFacts): LoginRole[] {
  const { cluster } = facts;
  const roles = new Map<string, Declared>();
  for (const role of [
    ...applicationOwner(facts),
    ...listedRoles(cluster),
    ...facts.readers(databaseRoles).flatMap(objectRole),
    ...superuser(cluster),
  ]) {
    const known = roles.get(role.name);
    roles.set(role.name, known ? merged(known, role) : role);
  }
  return [...roles.values()].map(role => ({
    ...role,
    authentication: authenticationOf(cluster, role.name),
  }));
}

/** `GetApplicationSecretName` in `api/v1/cluster_funcs.go`. */
function applicationOwner(facts: ClusterFacts): Declared[] {
  const { cluster } = facts;
  const application = describeApplication(facts);
  if (!application) return [];
  const { owner, secret, makesSecret, assumed } = application;
  const credentials: Credential[] = [];
  if (secret !== undefined) credentials.push(namedPassword(secret));
  if (makesSecret) {
    credentials.push(ownPassword(`${cluster.reference.name}-app`));
  }
  return [
    {
      name: owner,
      definedBy: cluster.reference,
      superuser: false,
      memberOf: [],
      credentials,
      ...(assumed && { assumed }),
    },
  ];
}

function listedRoles(cluster: FactReader): Declared[] {
  const list = ['spec', 'managed', 'roles'];
  return cluster.list(...list).flatMap((_, index) => {
    const path = [...list, index];
    return cluster.string(...path, 'ensure')?.value === 'absent'
      ? []
      : declaredRole(cluster, path);
  });
}

/** `GetClientCertSecretName` and `IsClientCertificateEnabled` in `api/v1/databaserole_funcs.go`. */
function objectRole(object: FactReader): Declared[] {
  const spec = ['spec'];
  const state = ['status', 'clientCertificate'];
  const wantsCertificate =
    object.object(...spec).clientCertificate !== undefined &&
    object.boolean(...spec, 'clientCertificate', 'enabled')?.value !== false;
  const certificates = wantsCertificate
    ? [
        clientCertificate(`${object.reference.name}-client-cert`, {
          expiresAt: object.instant(...state, 'expiration')?.value,
          problem: object.string(...state, 'message')?.value,
        }),
      ]
    : [];
  const isApplied = object.boolean('status', 'applied')?.value;
  return declaredRole(object, spec).map(role => ({
    ...role,
    credentials: [...role.credentials, ...certificates],
    ...(isApplied === false && {
      problem: object.string('status', 'message')?.value ?? 'not applied',
    }),
  }));
}

/** A `RoleConfiguration` (`api/v1/cluster_types.go`); nothing when it is a group that nobody logs in as. */
function declaredRole(object: FactReader, path: JsonPath): Declared[] {
  const name = object.string(...path, 'name')?.value;
  if (!name || object.boolean(...path, 'login')?.value !== true) return [];
  const secret = object.string(...path, 'passwordSecret', 'name')?.value;
  return [
    {
      name,
      definedBy: object.reference,
      superuser: object.boolean(...path, 'superuser')?.value ?? false,
      memberOf: object
        .list(...path, 'inRoles')
        .filter(role => typeof role === 'string'),
      credentials: secret === undefined ? [] : [namedPassword(secret)],
      validUntil: toInstant(object.string(...path, 'validUntil')?.value),
    },
  ];
}

/** `GetSuperuserSecretName` in `api/v1/cluster_funcs.go`. It cannot come in over the network unless that is asked for. */
function superuser(cluster: FactReader): Declared[] {
  if (cluster.boolean('spec', 'enableSuperuserAccess')?.value !== true)
    return [];
  const secret = cluster.string('spec', 'superuserSecret', 'name')?.value;
  return [
    {
      name: 'postgres',
      definedBy: cluster.reference,
      superuser: true,
      memberOf: [],
      credentials: [
        secret === undefined
          ? ownPassword(`${cluster.reference.name}-superuser`)
          : namedPassword(secret),
      ],
    },
  ];
}

function merged(known: Declared, other: Declared): Declared {
  return {
    ...known,
    superuser: known.superuser || other.superuser,
    memberOf: [...new Set([...known.memberOf, ...other.memberOf])],
    credentials: [
      ...known.credentials,
      ...other.credentials.filter(({ secret }) =>
        known.credentials.every(credential => credential.secret !== secret),
      ),
    ],
    validUntil: other.validUntil ?? known.validUntil,
    problem: known.problem ?? other.problem,
  };
}
