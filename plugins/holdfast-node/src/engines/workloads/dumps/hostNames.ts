import { FactKey } from '../../../engine';
import { hostKey } from '../keys';
import { Script, ScriptCommand } from './readScript';
import { valueOf } from './tools';

/**
 * Which server a command connects to. `named` with keys: a Service of this cluster; with none: a server outside of it. Not named: the manifest does
 * not show it.
 */
export type ConnectedHost =
  | { isNamed: true; keys: FactKey[] }
  | { isNamed: false };

/** Variables that name a server, and those that name a place for backups or something else. */
const hostVariable =
  /^(PGHOST|HOST|HOSTNAME|SERVER|.*_(HOST|HOSTNAME|HOSTS|SERVER|ADDRESS|ADDR|SERVICE))$/;
const addressVariable = /(^|_)(URL|URI|DSN|CONNECTION_STRING)$/;
const otherVariable =
  /S3|AWS|MINIO|SMTP|MAIL|PROXY|SLACK|WEBHOOK|ENDPOINT|BUCKET|REGISTRY|KUBERNETES/;
const address =
  /^(?:postgres(?:ql)?|mysqlx?|mariadb|rediss?|valkeys?|jdbc:\w+):\/\/(?:[^@/]*@)?([^:/?,]+)/;
const nowhere = /^(localhost|127\.\d+\.\d+\.\d+|::1)$/;

/**
 * Finds the server by the options of the command, else by the environment. A server of this pod says nothing of which one it is.
 */
export function connectedHost(options: {
  command: ScriptCommand;
  script: Script;
  namespace: string | undefined;
}): ConnectedHost {
  const { command, script, namespace } = options;
  const stated = statedHost(command.words);
  if (stated !== undefined) return named([stated], namespace);
  return environmentHost(script, namespace);
}

/** The server that the environment names. */
export function environmentHost(
  { environment }: Script,
  namespace: string | undefined,
): ConnectedHost {
  const hosts: string[] = [];
  for (const [name, value] of environment) {
    if (otherVariable.test(name)) continue;
    if (hostVariable.test(name)) hosts.push(value);
    else if (addressVariable.test(name)) {
      const host = address.exec(value)?.[1];
      if (host !== undefined) hosts.push(host);
    }
  }
  return named(hosts, namespace);
}

function statedHost(words: readonly string[]): string | undefined {
  for (const word of words) {
    const host =
      address.exec(word)?.[1] ??
      /(?:^|\s)host=([^\s'"]+)/.exec(word)?.[1] ??
      /^[\w$-]+@([\w.-]+)(?::\d+)?$/.exec(word)?.[1];
    if (host !== undefined) return host;
  }
  return valueOf(words, '--host', '-h');
}

function named(
  hosts: readonly string[],
  namespace: string | undefined,
): ConnectedHost {
  const resolved = hosts
    .map(host => host.replace(/:\d+$/, '').replace(/\.$/, '').toLowerCase())
    .filter(host => /^[a-z0-9.-]+$/.test(host) && !nowhere.test(host));
  return resolved.length > 0
    ? {
        isNamed: true,
        keys: [...new Set(resolved.flatMap(host => keysOf(host, namespace)))],
      }
    : { isNamed: false };
}

/** `mysql`, `mysql.shop`, `mysql.shop.svc.cluster.local`, and the pods of a headless Service: `mysql-0.mysql`, `mysql-0.mysql.shop.svc`. */
function keysOf(host: string, namespace: string | undefined): FactKey[] {
  const labels = host.split('.');
  const svc = labels.indexOf('svc');
  if (svc >= 2) return [hostKey(labels[svc - 1], labels[svc - 2])];
  const isPod = /-\d+$/.test(labels[0]);
  switch (labels.length) {
    case 1:
      return [hostKey(namespace, labels[0])];
    case 2:
      return [
        hostKey(labels[1], labels[0]),
        ...(isPod ? [hostKey(namespace, labels[1])] : []),
      ];
    case 3:
      return isPod ? [hostKey(labels[2], labels[1])] : [];
    default:
      return [];
  }
}
