import { RecoveryPoint, Restore } from '@holdfast/plugin-holdfast-common';
import { Fact, FactReader, stringAt } from '../../engine';
import { purposeOf } from '../servers/purposeOf';
import { takes } from './namespaces';
import { Order } from './Order';
import { dataDownloads, podVolumeRestores, restores } from './resources';
import { ClaimedVolume, VeleroFacts } from './VeleroFacts';

/**
 * The Restores that brought the volumes of a database back, somewhere.
 *
 * @remarks
 * That one is Completed says that its objects were made. A claim that is there already is left as it is, and its bytes with it. So only
 * those count of which a DataDownload or a PodVolumeRestore shows that the bytes arrived, and those that failed in the attempt.
 */
export function describeRestores(
  facts: VeleroFacts,
  points: readonly RecoveryPoint[],
): Restore[] {
  const held = new Set(points.map(({ backupId }) => backupId));
  return facts.related(restores).flatMap(fact => {
    const order = new Order(fact, facts.read(fact), ['spec']);
    const target = targetOf(order, facts.namespace);
    // What was not in the backup could not be restored from it.
    const isOfThis = held.has(order.string('backupName')?.value);
    return target !== undefined && isOfThis
      ? describe(facts, order, target) ?? []
      : [];
  });
}

/** The namespace that it restores this one to; undefined where it does not. */
function targetOf(order: Order, namespace: string): string | undefined {
  const isTaken = takes(
    {
      included: order.texts('includedNamespaces'),
      excluded: order.texts('excludedNamespaces'),
    },
    namespace,
  );
  if (!isTaken || order.boolean('restorePVs')?.value === false) {
    return undefined;
  }
  return order.string('namespaceMapping', namespace)?.value ?? namespace;
}

function describe(
  facts: VeleroFacts,
  order: Order,
  target: string,
): Restore | undefined {
  const { reader, fact } = order;
  const started = reader.instant('status', 'startTimestamp');
  const backup = order.string('backupName')?.value;
  if (!started || backup === undefined) return undefined;
  const phase = reader.string('status', 'phase');
  const downloads = copiesOf(facts, fact, target);
  const state = stateOf(facts, phase?.value, downloads);
  if (!state) return undefined;
  const failed = downloads
    .flatMap(({ copies }) => copies)
    .find(copy => isFailed(copy));
  const { namespace: _, ...database } = facts.database.reference;
  return {
    target: { ...database, namespace: target },
    purpose: purposeOf(reader)?.value ?? 'restore',
    startedAt: started.value,
    ...(state === 'succeeded' && {
      readyAt: reader.instant('status', 'completionTimestamp')?.value,
    }),
    state,
    id: `${fact.namespace}/${fact.name}`,
    origin: 'seen',
    by: 'velero',
    backup,
    ...(state === 'failed' && {
      failure:
        failed?.string('status', 'message')?.value ??
        reader.string('status', 'failureReason')?.value ??
        reader.string('status', 'validationErrors', 0)?.value ??
        phase?.value,
    }),
    evidence: phase?.evidence ?? reader.evidence(['status', 'phase']),
  };
}

/** What a restore did with one volume of the database. */
interface Download {
  claimed: ClaimedVolume;
  copies: FactReader[];
}

function copiesOf(
  facts: VeleroFacts,
  restore: Fact,
  target: string,
): Download[] {
  const moved = facts.about(dataDownloads, restore.key);
  const uploaded = facts.about(podVolumeRestores, restore.key);
  return facts.volumes.map(claimed => ({
    claimed,
    copies: [
      ...moved.filter(
        ({ data }) =>
          stringAt(data, 'spec', 'targetVolume', 'namespace') === target &&
          stringAt(data, 'spec', 'targetVolume', 'pvc') === claimed.fact.name,
      ),
      ...uploaded.filter(
        ({ data }) =>
          stringAt(data, 'spec', 'pod', 'namespace') === target &&
          claimed.pods.some(
            ({ name, volume }) =>
              stringAt(data, 'spec', 'pod', 'name') === name &&
              stringAt(data, 'spec', 'volume') === volume,
          ),
      ),
    ].map(fact => facts.read(fact)),
  }));
}

function stateOf(
  facts: VeleroFacts,
  phase: string | undefined,
  downloads: readonly Download[],
): Restore['state'] | undefined {
  const copies = downloads.flatMap(download => download.copies);
  switch (phase) {
    case 'Completed': {
      const back = new Set(
        downloads
          .filter(download => download.copies.some(isDone))
          .map(({ claimed }) => claimed),
      );
      const isBack = facts.sets.some(
        set => set.length > 0 && set.every(claimed => back.has(claimed)),
      );
      return isBack ? 'succeeded' : undefined;
    }
    // Somebody else's object may have failed. What shows of this database's volumes tells; where nothing does, it was not restored.
    case 'PartiallyFailed':
      return copies.some(isFailed) ? 'failed' : undefined;
    case 'Failed':
    case 'FailedValidation':
      return 'failed';
    case undefined:
    case 'New':
    case 'InProgress':
      return 'running';
    default:
      return copies.length > 0 ? 'running' : undefined;
  }
}

function isDone(copy: FactReader): boolean {
  return copy.string('status', 'phase')?.value === 'Completed';
}

function isFailed(copy: FactReader): boolean {
  const phase = copy.string('status', 'phase')?.value;
  return phase === 'Failed' || phase === 'Canceled';
}
