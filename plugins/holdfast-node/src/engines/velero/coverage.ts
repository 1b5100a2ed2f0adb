import {
  Evidence,
  Instant,
  VolumeCoverage,
} from '@holdfast/plugin-holdfast-common';
import { Fact, qualifiedKind, stringAt, WatchedResource } from '../../engine';
import { volumeSnapshotContents, volumeSnapshots } from '../volumes/resources';
import { decide, Decision } from './decide';
import { claimUidLabel, labelValueOf } from './names';
import { Order } from './Order';
import { dataUploads, podVolumeBackups } from './resources';
import { ClaimedVolume, VeleroFacts } from './VeleroFacts';

/** What a backup did with one volume, but for what is the same for all its volumes. */
export type Outcome = Pick<
  VolumeCoverage,
  'state' | 'holding' | 'reason' | 'evidence' | 'method'
>;

/** What Velero's own movers are called; nothing stands for the first. */
const ownMovers = new Set(['', 'velero', 'velero-fs', 'velero-block']);

/** Clocks of the API server and of Velero. */
const skewMs = 60_000;

/** What shows that a volume was copied, surest first. */
const copies: ReadonlyArray<{
  resource: WatchedResource;
  method: VolumeCoverage['method'];
  holding: NonNullable<VolumeCoverage['holding']>;
}> = [
  {
    resource: dataUploads,
    method: 'velero-data-mover',
    holding: 'moved',
  },
  {
    resource: podVolumeBackups,
    method: 'velero-file-system',
    holding: 'uploaded',
  },
];

/**
 * A backup that ended, and what it shows of the volumes of a database.
 */
export class BackupCoverage {
  readonly #facts: VeleroFacts;
  readonly #order: Order;
  /** Objects of the copies that it took lie beside it. Those of a backup that came from a store, as in another cluster, do not. */
  readonly #isOfHere: boolean;

  constructor(facts: VeleroFacts, order: Order) {
    this.#facts = facts;
    this.#order = order;
    const created = Date.parse(order.fact.createdAt ?? '');
    const started = Date.parse(this.startedAt ?? '');
    this.#isOfHere =
      created <= started + skewMs ||
      facts.volumes.some(claimed => this.#copyOf(claimed) !== undefined);
  }

  get startedAt(): Instant | undefined {
    return this.#order.reader.instant('status', 'startTimestamp')?.value;
  }

  /** What became of a volume; undefined when the backup has nothing to do with it. */
  outcomeOf(claimed: ClaimedVolume): Outcome | undefined {
    const copy = this.#copyOf(claimed);
    if (copy) return copy;
    const decision = decide(this.#order, claimed);
    if (decision.kind === 'excluded') return excluded(decision);
    const created = Date.parse(claimed.fact.createdAt ?? '');
    if (created > Date.parse(this.startedAt ?? '')) return undefined;
    const { method } = decision;
    const missed = this.#missed(decision);
    return missed
      ? { state: 'skipped', method, ...missed }
      : {
          state: 'held',
          holding: 'intended',
          method,
          evidence: this.#order.evidence([]),
        };
  }

  #copyOf(claimed: ClaimedVolume): Outcome | undefined {
    for (const { resource, method, holding } of copies) {
      const fact = this.#facts
        .copiesBy(this.#order.fact, claimed, resource)
        .find(
          ({ data }) =>
            (stringAt(data, 'metadata', 'labels', claimUidLabel) ??
              claimed.fact.uid) === claimed.fact.uid,
        );
      if (fact) return { method, ...this.#progressOf(fact, holding) };
    }
    const snapshot = [volumeSnapshotContents, volumeSnapshots]
      .flatMap(resource =>
        this.#facts
          .about(resource, claimed.fact.key)
          .filter(
            ({ data }) =>
              stringAt(data, 'claims', 'velero', 'backup') ===
              labelValueOf(this.#order.fact.name),
          ),
      )
      .map(fact => this.#facts.read(fact).boolean('status', 'readyToUse'))
      .find(ready => ready?.value === true);
    return (
      snapshot && {
        state: 'held',
        holding: 'snapshotted',
        method: 'velero-snapshot',
        evidence: snapshot.evidence,
      }
    );
  }

  #progressOf(
    fact: Fact,
    holding: NonNullable<VolumeCoverage['holding']>,
  ): Pick<Outcome, 'state' | 'holding' | 'reason' | 'evidence'> {
    const reader = this.#facts.read(fact);
    const phase = reader.string('status', 'phase');
    const evidence = phase?.evidence ?? reader.evidence(['status', 'phase']);
    switch (phase?.value) {
      case 'Completed':
        return { state: 'held', holding, evidence };
      case 'Failed':
      case 'Canceled':
        return {
          state: 'failed',
          reason:
            reader.string('status', 'message')?.value ??
            phase.value.toLowerCase(),
          evidence,
        };
      default:
        return { state: 'running', evidence };
    }
  }

  /** Why it is certain that a volume that was meant to be copied was not; undefined where it is not certain. */
  #missed(
    decision: Extract<Decision, { kind: 'copy' }>,
  ): { reason: string; evidence: Evidence } | undefined {
    const order = this.#order;
    const { reader } = order;
    const moves = order.boolean('snapshotMoveData')?.value === true;
    const isSnapshot = decision.method === 'velero-snapshot';
    // A policy may have had the volume snapshotted instead of copied by its files, and no object shows a snapshot.
    if (isSnapshot || (decision.byPolicy && !moves)) {
      const path = ['status', 'csiVolumeSnapshotsCompleted'];
      const completed =
        (reader.number(...path)?.value ?? 0) +
        (reader.number('status', 'volumeSnapshotsCompleted')?.value ?? 0);
      return completed > 0 || !isSnapshot
        ? undefined
        : {
            reason: 'it completed no snapshot at all',
            evidence: reader.evidence(path),
          };
    }
    if (!this.#wouldShow(decision.method, decision.byPolicy)) return undefined;
    const path = ['status', 'backupItemOperationsAttempted'];
    return decision.method === 'velero-data-mover'
      ? {
          reason: `there is no ${qualifiedKind(dataUploads)} of it`,
          evidence: reader.evidence(path, reader.number(...path)?.value),
        }
      : {
          reason: `there is no ${qualifiedKind(
            podVolumeBackups,
          )} of it: its pod did not run, or mounts it not`,
          evidence: order.evidence(['defaultVolumesToFsBackup']),
        };
  }

  /** Whether there would be an object if it had been copied. Data movers of others need not leave any. */
  #wouldShow(method: VolumeCoverage['method'], byPolicy: boolean): boolean {
    const mover = this.#order.string('datamover')?.value ?? '';
    const kinds = byPolicy
      ? [dataUploads, podVolumeBackups]
      : [method === 'velero-data-mover' ? dataUploads : podVolumeBackups];
    return (
      this.#isOfHere &&
      (ownMovers.has(mover) || method === 'velero-file-system') &&
      kinds.every(resource => this.#facts.unread(resource) === undefined)
    );
  }
}

function excluded({
  reason,
  evidence,
}: Extract<Decision, { kind: 'excluded' }>): Outcome {
  return { state: 'excluded', method: 'velero-snapshot', reason, evidence };
}
