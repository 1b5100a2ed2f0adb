import {
  Authentication,
  ConnectionEndpoint,
} from '@holdfast/plugin-holdfast-common';
import { FactReader } from '../../../engine';
import { hasMask, wordsOf } from './hostBasedRule';

interface Rule {
  type: string;
  databases: string;
  roles: string;
  address: string;
  method: string;
}

/** Whether a rule is about a connection: `maybe` when that depends on the database or on where it comes from. */
type Match = 'yes' | 'maybe' | 'no';

/** The last rule that the operator writes (`hbaTemplateString` in `pkg/postgres/configuration.go`); since PostgreSQL 14 with SCRAM. */
const lastRule: Rule = {
  type: 'host',
  databases: 'all',
  roles: 'all',
  address: 'all',
  method: 'scram-sha-256',
};

/**
 * What a role is asked for over TLS. PostgreSQL takes the first rule of `pg_hba.conf` that fits; where several may be that, and ask for different
 * things, it is not told.
 */
export function authenticationOf(
  cluster: FactReader,
  role: string,
): Authentication | undefined {
  const methods = outcomes(cluster, ({ type, roles }) =>
    type === 'host' || type === 'hostssl' || type === 'hostnogssenc'
      ? matchRole(roles, role)
      : 'no',
  )?.map(named);
  return methods && new Set(methods).size === 1 ? methods[0] : undefined;
}

/**
 * Whether connections without TLS are let in. The operator switches TLS on in any case (`MandatorySettings` in
 * `pkg/postgres/configuration.go`).
 */
export function tlsOf(cluster: FactReader): ConnectionEndpoint['tls'] {
  const methods = outcomes(cluster, ({ type, roles }) => {
    if (type === 'hostssl' || type === 'hostgssenc') return 'no';
    return roles === 'all' ? 'yes' : 'maybe';
  });
  if (!methods) return 'unknown';
  return methods.every(method => method === 'reject') ? 'required' : 'offered';
}

/** The methods of all rules that may be the first to fit; undefined when there are rules that are not here. */
function outcomes(
  cluster: FactReader,
  match: (rule: Rule) => Match,
): string[] | undefined {
  const methods: string[] = [];
  for (const line of cluster.list('spec', 'postgresql', 'pg_hba')) {
    const words = typeof line === 'string' ? wordsOf(line) : [];
    const [type = '', databases = '', roles = ''] = words;
    if (type === 'local' || type === '') continue;
    if (!type.startsWith('host')) return undefined;
    const method = words.at(-1) ?? '';
    const address = hasMask(words) ? 'some' : words[3] ?? '';
    const fits = both(
      match({ type, databases, roles, address, method }),
      databases === 'replication' ? 'no' : whether(databases === 'all'),
      whether(address === 'all'),
    );
    if (fits !== 'no') methods.push(method);
    if (fits === 'yes') return methods;
  }
  if (usesLdap(cluster)) methods.push('ldap');
  return [...methods, lastRule.method];
}

function both(...matches: Match[]): Match {
  if (matches.includes('no')) return 'no';
  return matches.includes('maybe') ? 'maybe' : 'yes';
}

function whether(certain: boolean): Match {
  return certain ? 'yes' : 'maybe';
}

/** `+group`, `/expression` and `@file` may mean anybody. */
function matchRole(roles: string, role: string): Match {
  const names = roles.split(',').map(name => name.replace(/^"(.*)"$/, '$1'));
  if (roles.split(',').includes('all') || names.includes(role)) return 'yes';
  return names.some(name => /^[+/@]/.test(name)) ? 'maybe' : 'no';
}

function usesLdap(cluster: FactReader): boolean {
  const ldap = cluster.object('spec', 'postgresql', 'ldap');
  return ldap.bindAsAuth !== undefined || ldap.bindSearchAuth !== undefined;
}

function named(method: string): Authentication {
  switch (method) {
    case 'scram-sha-256':
    case 'md5':
    case 'password':
      return 'password';
    case 'cert':
      return 'client-certificate';
    case 'reject':
      return 'refused';
    default:
      return 'other';
  }
}
