import { Knex } from 'knex';
import { syncCopies } from '../database/operations/copies/syncCopies';
import { deleteDatabases } from '../database/operations/databases/deleteDatabases';
import {
  insertVerdictTransitions,
  VerdictTransition,
} from '../database/operations/databases/insertVerdictTransitions';
import { syncDatabaseStores } from '../database/operations/databases/syncDatabaseStores';
import { upsertDatabases } from '../database/operations/databases/upsertDatabases';
import { recordFailovers } from '../database/operations/restores/recordFailovers';
import { recordRestores } from '../database/operations/restores/recordRestores';
import { syncFates } from '../database/operations/fates/syncFates';
import { Change, Inventory } from '../inventory/Inventory';
import { Judgement } from './Judge';

/**
 * Stores what came of a judgement: the databases, the restores and failovers that were found, the transitions of their verdicts, and a numbered change of each that the catalog has
 * to know of.
 */
export async function keepJudgement(
  tx: Knex.Transaction,
  options: {
    judgement: Judgement;
    judgedWith: string;
    inventory: Pick<Inventory, 'appendChanges'>;
  },
): Promise<void> {
  const { judgement, judgedWith, inventory } = options;
  const { judged, gone } = judgement;

  await upsertDatabases(tx, { databases: judged, judgedWith });
  await deleteDatabases(tx, { ids: gone.map(({ id }) => id) });
  await syncDatabaseStores(tx, { stores: judgement.storesInUse });
  await syncFates(tx, { fates: judgement.fates });
  await syncCopies(tx, { copies: judgement.copies });
  await recordRestores(tx, {
    entries: judged.flatMap(({ news }) => news?.entries ?? []),
    superseded: judged.flatMap(({ news }) => news?.superseded ?? []),
  });
  await recordFailovers(tx, {
    failovers: judged.flatMap(({ news }) => news?.failovers ?? []),
  });
  await insertVerdictTransitions(tx, { transitions: transitionsOf(judgement) });
  // Last, since numbering changes makes other writers wait.
  await inventory.appendChanges(tx, {
    stream: 'verdict',
    changes: changesOf(judgement),
  });
}

function transitionsOf({ judged, gone }: Judgement): VerdictTransition[] {
  const transitions: VerdictTransition[] = [];
  for (const { summary, assessment, former } of judged) {
    const isSame = former?.uid === summary.uid;
    if (
      !isSame ||
      former.summary.verdict !== summary.verdict ||
      former.summary.rpoAttainment !== summary.rpoAttainment
    ) {
      transitions.push({
        databaseId: summary.id,
        uid: summary.uid,
        at: Date.parse(assessment.assessedAt),
        from: isSame ? former.summary.verdict : undefined,
        to: summary.verdict,
        rule: summary.topFinding?.rule,
        message: summary.topFinding?.message,
        rpo: summary.rpoAttainment,
      });
    }
  }
  for (const { id, uid, summary } of gone) {
    transitions.push({
      databaseId: id,
      uid,
      at: Date.now(),
      from: summary.verdict,
    });
  }
  return transitions;
}

function changesOf({ judged, gone }: Judgement): Array<Omit<Change, 'seq'>> {
  const moved = judged.filter(
    ({ former, inventoryHash }) => former?.inventoryHash !== inventoryHash,
  );
  return [
    ...moved.map(({ summary }) => ({ summary, deleted: false })),
    ...gone.map(({ summary }) => ({ summary, deleted: true })),
  ].map(({ summary, deleted }) => ({
    cluster: summary.reference.cluster,
    key: summary.id,
    kind: summary.reference.kind,
    subjects: [],
    deleted,
  }));
}
