import { Consistency, Evidence } from '@holdfast/plugin-holdfast-common';
import { JsonObject, JsonValue } from '@backstage/types';
import { listAt, stringAt } from '../../engine';
import { hookAnnotation, preHookAnnotation } from './names';
import { takes } from './namespaces';
import { Order } from './Order';
import { matchesSelector } from './selectors';
import { UsingPod } from './VeleroFacts';

/** What is run in a pod before its volumes are copied. */
export interface PreHook {
  command: string;
  /** What state it leaves the data in, as far as the command tells. */
  effect: Exclude<Consistency, 'torn'>;
  evidence: Evidence;
}

/**
 * What leaves a state on the volume that can be restored: a dump, or a backup of the server's own.
 */
const dumps =
  /\b(pg_dump|pg_dumpall|pg_basebackup|mysqldump|mariadb-dump|mydumper|mariabackup|mariadb-backup|xtrabackup)\b/;

/**
 * The hook that is run in a pod of the database. Those that a pod's annotations name come before those of the order
 * (`internal/hook/item_hook_handler.go`).
 *
 * @remarks
 * Only what lasts until the volumes are copied counts. A lock (`FLUSH TABLES WITH READ LOCK`, `pg_backup_start`) is gone with the session that
 * took it, and so with the hook; a file system that is frozen stays so until the hook after the backup.
 */
export function preHookOf(
  order: Order,
  pods: readonly UsingPod[],
  namespace: string,
): PreHook | undefined {
  for (const { annotations, reader } of pods) {
    for (const name of [preHookAnnotation, hookAnnotation]) {
      const command = stringAt(annotations, name);
      if (command === undefined) continue;
      return {
        command,
        effect: effectOf(command),
        evidence: reader.evidence(['metadata', 'annotations', name], command),
      };
    }
  }
  const resources = order.list('hooks', 'resources');
  for (const [index, hook] of resources.entries()) {
    if (!appliesTo(hook, pods, namespace)) continue;
    const command = listAt(hook, 'pre')
      .map(pre => listAt(pre, 'exec', 'command').map(String).join(' '))
      .filter(Boolean)
      .join('; ');
    if (!command) continue;
    return {
      command,
      effect: effectOf(command),
      evidence: order.evidence(
        ['hooks', 'resources', index, 'pre', 0, 'exec', 'command'],
        command,
      ),
    };
  }
  return undefined;
}

function effectOf(command: string): PreHook['effect'] {
  if (dumps.test(command)) return 'application';
  return /\bfsfreeze\b.*(-f\b|--freeze)/.test(command) ? 'crash' : 'unknown';
}

function appliesTo(
  hook: JsonValue,
  pods: readonly UsingPod[],
  namespace: string,
): boolean {
  const texts = (field: string) => listAt(hook, field).map(String);
  const isForNamespace = takes(
    {
      included: texts('includedNamespaces'),
      excluded: texts('excludedNamespaces'),
    },
    namespace,
  );
  const isForPods = takes(
    {
      included: texts('includedResources').map(inFull),
      excluded: texts('excludedResources').map(inFull),
    },
    'pods',
  );
  const selector = selectorOf(hook);
  return (
    isForNamespace &&
    isForPods &&
    (selector === undefined ||
      pods.some(({ labels }) => matchesSelector(selector, labels)))
  );
}

function inFull(name: string): string {
  return name === 'pod' || name === 'po' ? 'pods' : name;
}

function selectorOf(hook: JsonValue): JsonObject | undefined {
  const [selector] = [hook].flatMap(entry =>
    typeof entry === 'object' && entry !== null && !Array.isArray(entry)
      ? entry.labelSelector ?? []
      : [],
  );
  return typeof selector === 'object' &&
    selector !== null &&
    !Array.isArray(selector)
    ? selector
    : undefined;
}
