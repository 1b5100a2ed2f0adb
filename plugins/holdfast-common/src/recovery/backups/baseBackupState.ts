import { Database } from '../../model';
import { RuleContext } from '../Rule';

/**
 * Whether there is a base backup to start a restore from.
 *
 * - `usable`: one of this incarnation lies on a store in use
 * - `uncertain`: the facts do not tell
 * - `unusable`: there are some, but none brings today's database back
 * - `elsewhere`: the database follows another one, and that one's backups bring it back
 * - `none`: there is none
 */
export type BaseBackupState =
  | 'usable'
  | 'uncertain'
  | 'unusable'
  | 'elsewhere'
  | 'none';

export function baseBackupState(
  context: Pick<RuleContext, 'database' | 'usable'>,
): BaseBackupState {
  const { database, usable } = context;
  if (usable.points.length) return 'usable';
  const untold =
    usable.uncertain.length > 0 ||
    usable.storeWord !== undefined ||
    database.attempts.some(({ state }) => state === 'unknown') ||
    (hasArrangement(context) && backupsUnread(context));
  if (untold) return 'uncertain';
  if (database.role.value === 'replica-cluster') return 'elsewhere';
  return usable.unusable.length ? 'unusable' : 'none';
}

/** Whether the database's own description names anything that could back it up. */
export function hasArrangement({
  database,
}: Pick<RuleContext, 'database'>): boolean {
  return (
    database.archiving.configured.value === true ||
    database.stores.some(({ inUse }) => inUse) ||
    arrangementUnread(database)
  );
}

/** The database may be backed up by objects beside it that nobody could read. */
export function arrangementUnread({
  missing,
}: Pick<Database, 'missing'>): boolean {
  return missing.some(
    ({ area }) => area === 'arrangement' || area === 'protection',
  );
}

function backupsUnread({ database }: Pick<RuleContext, 'database'>): boolean {
  return (
    arrangementUnread(database) ||
    database.missing.some(
      ({ area }) => area === 'backups' || area === 'snapshots',
    )
  );
}
