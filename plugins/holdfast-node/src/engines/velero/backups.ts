import {
  BackupAttempt,
  BackupMethod,
  Consistency,
  Holding,
  Observed,
  RecoveryPoint,
  VolumeCoverage,
} from '@holdfast/plugin-holdfast-common';
import { keysOf } from '../../engine';
import { persistentVolumeClaims } from '../volumes/resources';
import { consistencyOf } from './consistency';
import { BackupCoverage, Outcome } from './coverage';
import { methodOf } from './decide';
import { scheduleNameLabel } from './names';
import { namesNamespace } from './namespaces';
import { Order } from './Order';
import { schedules } from './resources';
import { VeleroStores } from './stores';
import { ClaimedVolume, VeleroFacts } from './VeleroFacts';

/** What one backup is to a database. */
export interface BackupResult {
  point?: RecoveryPoint;
  attempt?: BackupAttempt;
  coverage: Array<[claim: string, VolumeCoverage]>;
}

interface Taken {
  claimed: ClaimedVolume;
  outcome: Outcome;
}

type State = 'ended' | 'pending' | 'running' | 'failed' | 'gone' | 'unknown';

/** `BackupPhase` in `pkg/apis/velero/v1/backup_types.go`. */
const states: ReadonlyMap<string | undefined, State> = new Map([
  [undefined, 'pending'],
  ['New', 'pending'],
  ['Queued', 'pending'],
  ['ReadyToStart', 'pending'],
  ['InProgress', 'running'],
  ['WaitingForPluginOperations', 'running'],
  ['WaitingForPluginOperationsPartiallyFailed', 'running'],
  ['Finalizing', 'running'],
  ['FinalizingPartiallyFailed', 'running'],
  ['Completed', 'ended'],
  ['PartiallyFailed', 'ended'],
  ['Failed', 'failed'],
  ['FailedValidation', 'failed'],
  ['Deleting', 'gone'],
]);

const holdings: readonly Holding[] = [
  'moved',
  'uploaded',
  'snapshotted',
  'intended',
];
const consistencies: readonly Consistency[] = [
  'application',
  'crash',
  'unknown',
  'torn',
];

/**
 * Judges one Backup by what it holds of the volumes of a database.
 */
export function describeBackup(
  facts: VeleroFacts,
  order: Order,
  stores: VeleroStores,
): BackupResult {
  const { reader } = order;
  const phase = reader.string('status', 'phase');
  const state = states.get(phase?.value) ?? 'unknown';
  const isGone =
    state === 'gone' || reader.string('metadata', 'deletionTimestamp');
  if (isGone) return { coverage: [] };
  if (state !== 'ended') {
    return { attempt: describeAttempt(order, state), coverage: [] };
  }
  const backup = new BackupCoverage(facts, order);
  const isMeant = namesNamespace(order);
  const taken = facts.volumes.flatMap((claimed): Taken[] => {
    const outcome = backup.outcomeOf(claimed);
    // What selects among all namespaces by labels was not meant for those that it passes over.
    const isNoted = outcome && (isMeant || outcome.state !== 'excluded');
    return isNoted ? [{ claimed, outcome }] : [];
  });
  const coverage = taken.map(
    ({ claimed, outcome }): [string, VolumeCoverage] => [
      claimed.volume.claim.name,
      {
        ...outcome,
        backup: reader.reference,
        storeId: storeIdOf(stores, order, outcome),
        ...(backup.startedAt !== undefined && { at: backup.startedAt }),
      },
    ],
  );
  return { coverage, ...describeEnd({ facts, order, stores, taken }) };
}

/** A place is in use where a volume lies, or may lie, and nowhere else. */
function storeIdOf(
  stores: VeleroStores,
  order: Order,
  { state, method }: Outcome,
): string | undefined {
  return state === 'held' ? stores.of(order, method).id : undefined;
}

function describeEnd(options: {
  facts: VeleroFacts;
  order: Order;
  stores: VeleroStores;
  taken: readonly Taken[];
}): Pick<BackupResult, 'point' | 'attempt'> {
  const { facts, order, taken } = options;
  const isWhole = order.reader.string('status', 'phase')?.value === 'Completed';
  const outcomes = new Map(
    taken.map(({ claimed, outcome }) => [claimed, outcome]),
  );
  const held = facts.sets.flatMap(set => {
    const parts = set.flatMap((claimed): Taken[] => {
      const outcome = outcomes.get(claimed);
      // Of a backup with errors only what is shown counts.
      const counts =
        outcome?.state === 'held' &&
        (isWhole || outcome.holding !== 'intended');
      return counts ? [{ claimed, outcome }] : [];
    });
    return parts.length === set.length && parts.length > 0 ? [parts] : [];
  });
  if (held.length > 0) {
    const [point] = held
      .flatMap(parts => describePoint({ ...options, parts }) ?? [])
      .sort((a, b) => rankOf(a) - rankOf(b));
    return { point };
  }
  if (facts.volumes.length === 0) {
    const unread = facts.unread(persistentVolumeClaims);
    return unread ? { point: describePoint({ ...options, parts: [] }) } : {};
  }
  const failed = taken.find(({ outcome }) => outcome.state === 'failed');
  const missed = taken.find(
    ({ outcome }) =>
      outcome.state === 'skipped' ||
      (!isWhole && outcome.holding === 'intended'),
  );
  if (!failed && (isWhole || !missed)) return {};
  return {
    attempt: {
      ...describeAttempt(order, 'failed'),
      ...(failed && {
        error: {
          value: `${failed.claimed.volume.claim.name}: ${failed.outcome.reason}`,
          evidence: failed.outcome.evidence,
        },
      }),
    },
  };
}

function describePoint(options: {
  facts: VeleroFacts;
  order: Order;
  stores: VeleroStores;
  parts: readonly Taken[];
}): RecoveryPoint | undefined {
  const { facts, order, stores, parts } = options;
  const { reader } = order;
  const started = reader.instant('status', 'startTimestamp');
  const phase = reader.string('status', 'phase');
  if (!started || !phase) return undefined;
  const worst = parts.reduce<Taken | undefined>(
    (found, part) =>
      found && holdingRank(found.outcome) >= holdingRank(part.outcome)
        ? found
        : part,
    undefined,
  );
  const method: BackupMethod = worst?.outcome.method ?? methodOf(order);
  const created = facts.database.createdAt;
  return {
    object: reader.reference,
    method,
    storeId: stores.of(order, method).id,
    backupId: reader.reference.name,
    startedAt: started.value,
    // It holds what was there when it began, or later; not what came until it ended.
    consistentAt: started.value,
    endedAt: reader.instant('status', 'completionTimestamp')?.value,
    needsWal: false,
    rollsForward: false,
    consistency: consistencyOf({
      order,
      engine: facts.database.engine,
      namespace: facts.namespace,
      copies: parts.map(({ claimed, outcome }) => ({
        claimed,
        method: outcome.method,
      })),
      method,
    }),
    holding: describeHolding(order, worst),
    claims: parts.map(({ claimed }) => claimed.volume.claim.name),
    ...describeSchedule(facts, order),
    ...(created === undefined
      ? { incarnation: 'unknown' }
      : {
          incarnation:
            Date.parse(started.value) >= Date.parse(created)
              ? 'current'
              : 'other',
          incarnationEvidence: started.evidence,
        }),
    expiresAt: reader.instant('status', 'expiration')?.value,
    evidence: phase.evidence,
  };
}

function describeHolding(
  order: Order,
  worst: Taken | undefined,
): Observed<Holding> {
  return {
    value: worst?.outcome.holding ?? 'intended',
    evidence: worst?.outcome.evidence ?? order.evidence(['includedNamespaces']),
  };
}

/** The schedule that a backup names by its label. */
function describeSchedule(
  facts: VeleroFacts,
  order: Order,
): Pick<RecoveryPoint, 'schedule'> {
  const path = ['metadata', 'labels', scheduleNameLabel];
  const name = order.reader.string(...path);
  if (!name || facts.unread(schedules)) return {};
  const [key] = keysOf(schedules, order.fact.namespace, name.value);
  return {
    schedule: {
      name: name.value,
      exists: facts.input.find(key) !== undefined,
      evidence: name.evidence,
    },
  };
}

function describeAttempt(
  order: Order,
  state: BackupAttempt['state'],
): BackupAttempt {
  const { reader, fact } = order;
  const phase = reader.string('status', 'phase');
  const errors = reader.number('status', 'errors');
  return {
    object: reader.reference,
    method: methodOf(order),
    state,
    startedAt:
      reader.instant('status', 'startTimestamp')?.value ?? fact.createdAt,
    endedAt: reader.instant('status', 'completionTimestamp')?.value,
    ...(state === 'failed' && {
      error:
        reader.string('status', 'failureReason') ??
        reader.string('status', 'validationErrors', 0) ??
        (errors && { ...errors, value: `${errors.value} errors` }),
    }),
    evidence: phase?.evidence ?? reader.evidence(['status', 'phase']),
  };
}

function rankOf({ holding, consistency }: RecoveryPoint): number {
  const isIntended = holding?.value === 'intended';
  return (
    (isIntended ? consistencies.length : 0) +
    consistencies.indexOf(consistency?.value ?? 'unknown')
  );
}

function holdingRank({ holding = 'intended' }: Outcome): number {
  return holdings.indexOf(holding);
}
