import {
  ConnectionEndpoint,
  ConnectionPool,
  ServerCertificate,
} from '@holdfast/plugin-holdfast-common';
import { FactReader } from '../../../engine';
import { ClusterFacts } from '../ClusterFacts';
import { poolers } from '../resources';
import { serverCertificate } from './certificates';
import { portOf, selectorOf, serviceTypeOf, whatIsBehind } from './services';

const template = ['spec', 'serviceTemplate'];

/**
 * The PgBouncers before a Cluster. The Service of one has its name (`Service` in `pkg/specs/pgbouncer/services.go`).
 */
export function describePoolers(facts: ClusterFacts): ConnectionEndpoint[] {
  return facts.readers(poolers).map(pooler => ({
    service: pooler.reference.name,
    namespace: pooler.reference.namespace ?? '',
    port: portOf(pooler, template, 'pgbouncer'),
    serviceType: serviceTypeOf(pooler, template),
    definedBy: pooler.reference,
    ...whatIsBehind(
      facts,
      selectorOf(pooler.string('spec', 'type')?.value) ?? 'rw',
    ),
    pool: poolOf(pooler),
    tls: tlsOf(pooler),
    certificate: certificateOf(facts, pooler),
  }));
}

function poolOf(pooler: FactReader): ConnectionPool {
  const text = (...path: string[]) =>
    pooler.string('spec', 'pgbouncer', ...path)?.value;
  const mode = text('poolMode') ?? 'session';
  const phase = pooler.string('status', 'phase')?.value;
  const isBroken = phase === 'inactive' || phase === 'failed';
  return {
    mode: mode === 'session' || mode === 'transaction' ? mode : 'unknown',
    instances: pooler.number('spec', 'instances')?.value ?? 1,
    paused: pooler.boolean('spec', 'pgbouncer', 'paused')?.value ?? false,
    ...(asksForPassword(pooler) && { authentication: 'password' as const }),
    ...(isBroken && {
      problem: pooler.string('status', 'phaseReason')?.value ?? phase,
    }),
  };
}

/**
 * PgBouncer asks everybody for a password, whatever PostgreSQL asks for, unless it has rules of its own (`pgbouncerHBAFileTemplateString` in
 * `pkg/management/pgbouncer/config/config.go`, `IsAutomatedIntegration` in `api/v1/pooler_funcs.go`).
 */
function asksForPassword(pooler: FactReader): boolean {
  const path = ['spec', 'pgbouncer'];
  return (
    pooler.list(...path, 'pg_hba').length === 0 &&
    !pooler.string(...path, 'authQuery') &&
    !pooler.string(...path, 'authQuerySecret', 'name') &&
    !pooler.string(...path, 'serverTLSSecret', 'name')
  );
}

/** `client_tls_sslmode` is `prefer` by default (`defaultPgBouncerParameters` in `pkg/management/pgbouncer/config/config.go`). */
function tlsOf(pooler: FactReader): ConnectionEndpoint['tls'] {
  const mode = pooler.string(
    'spec',
    'pgbouncer',
    'parameters',
    'client_tls_sslmode',
  )?.value;
  switch (mode) {
    case undefined:
    case 'allow':
    case 'prefer':
      return 'offered';
    case 'require':
    case 'verify-ca':
    case 'verify-full':
      return 'required';
    case 'disable':
      return 'off';
    default:
      return 'unknown';
  }
}

/** PostgreSQL's own certificate, unless it was given one (`GetClientTLSSecretNameOrDefault` in `api/v1/pooler_funcs.go`). */
function certificateOf(
  facts: ClusterFacts,
  pooler: FactReader,
): ServerCertificate {
  return pooler.string('spec', 'pgbouncer', 'clientTLSSecret', 'name')
    ? {}
    : serverCertificate(facts.cluster);
}
