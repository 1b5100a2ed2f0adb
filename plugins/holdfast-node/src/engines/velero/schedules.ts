import {
  BackupMethod,
  BackupSchedule,
  Observed,
  VolumeCoverage,
} from '@holdfast/plugin-holdfast-common';
import { factKeyOf, qualifiedKind } from '../../engine';
import { namespaces } from '../volumes/resources';
import { consistencyOf, VolumeCopy } from './consistency';
import { decide, Decision, methodOf } from './decide';
import { isGlob } from './globs';
import { namesNamespace } from './namespaces';
import { Order } from './Order';
import { VeleroStores } from './stores';
import { ClaimedVolume, VeleroFacts } from './VeleroFacts';

/** What a standing order is to a database. */
export interface ScheduleResult {
  /** Absent: what it takes brings nothing of the database back. */
  schedule?: BackupSchedule;
  coverage: Array<[claim: string, VolumeCoverage]>;
}

/**
 * Judges one Schedule by what its backups are to take of a database's volumes.
 */
export function describeSchedule(
  facts: VeleroFacts,
  order: Order,
  stores: VeleroStores,
): ScheduleResult {
  const decisions = new Map(
    facts.volumes.map(claimed => [claimed, decide(order, claimed)]),
  );
  const isMeant = namesNamespace(order);
  const coverage = [...decisions].flatMap(
    ([claimed, decision]): Array<[string, VolumeCoverage]> =>
      decision.kind === 'copy' || isMeant
        ? [[claimed.volume.claim.name, describeIntention(order, decision)]]
        : [],
  );
  const copies = copiesOf(facts, decisions);
  if (!copies) return { coverage };
  const method = copies[0]?.method ?? methodOf(order);
  return {
    coverage,
    schedule: describe(facts, order, stores, { copies, method }),
  };
}

function describe(
  facts: VeleroFacts,
  order: Order,
  stores: VeleroStores,
  taken: { copies: VolumeCopy[]; method: BackupMethod },
): BackupSchedule | undefined {
  const { reader, fact } = order;
  const expression = reader.string('spec', 'schedule');
  if (!expression) return undefined;
  const { method } = taken;
  return {
    object: reader.reference,
    method,
    storeId: stores.ofSchedule(order, method).id,
    createdAt: fact.createdAt,
    expression,
    dialect: 'velero',
    suspended:
      reader.boolean('spec', 'paused') ??
      reader.derive(false, ['spec', 'paused']),
    // One that has never run waits for its next time (`getNextRunTime` in `pkg/controller/schedule_controller.go`).
    immediate: false,
    rollsForward: false,
    consistency: consistencyOf({
      order,
      engine: facts.database.engine,
      namespace: facts.namespace,
      ...taken,
    }),
    absentNamespaces: absentNamespaces(facts, order),
    // That a run began, not that it succeeded.
    lastScheduledAt: reader.instant('status', 'lastBackup'),
    error: describeError(order),
  };
}

/** The volumes that together bring the server back, if it takes any such; none while none are known. */
function copiesOf(
  facts: VeleroFacts,
  decisions: ReadonlyMap<ClaimedVolume, Decision>,
): VolumeCopy[] | undefined {
  const { sets } = facts;
  if (sets.length === 0) return [];
  for (const set of sets) {
    const copies = set.flatMap((claimed): VolumeCopy[] => {
      const decision = decisions.get(claimed);
      return decision?.kind === 'copy'
        ? [{ claimed, method: decision.method }]
        : [];
    });
    if (copies.length === set.length) return copies;
  }
  return undefined;
}

function describeIntention(order: Order, decision: Decision): VolumeCoverage {
  const backup = order.reader.reference;
  return decision.kind === 'copy'
    ? {
        backup,
        method: decision.method,
        state: 'held',
        holding: 'intended',
        evidence: order.evidence(['includedNamespaces']),
      }
    : {
        backup,
        method: methodOf(order),
        state: 'excluded',
        reason: decision.reason,
        evidence: decision.evidence,
      };
}

/** Those that it names and that nobody made. */
function absentNamespaces(
  facts: VeleroFacts,
  order: Order,
): Observed<string> | undefined {
  const isTold =
    facts.unread(namespaces) === undefined &&
    // A dump without the database's own namespace has none of them.
    facts.input.find(namespaceFactKey(facts.namespace)) !== undefined;
  if (!isTold) return undefined;
  const absent = order
    .texts('includedNamespaces')
    .filter(
      name =>
        !isGlob(name) && facts.input.find(namespaceFactKey(name)) === undefined,
    );
  if (absent.length === 0) return undefined;
  const value = absent.join(', ');
  return { value, evidence: order.evidence(['includedNamespaces'], value) };
}

function namespaceFactKey(name: string) {
  return factKeyOf({ kind: qualifiedKind(namespaces), name });
}

function describeError({ reader }: Order): Observed<string> | undefined {
  const phase = reader.string('status', 'phase');
  if (phase?.value !== 'FailedValidation') return undefined;
  return reader.string('status', 'validationErrors', 0) ?? phase;
}
