import { Verdict } from '../recovery/Verdict';
import { DecommissionRecord, DecommissionStage } from './DecommissionRecord';
import { DecommissionWish } from './validateDecommission';

const dayMilliseconds = 86_400_000;

/**
 * What is known of the database, as far as the next step depends on it.
 *
 * @public
 */
export interface DecommissionFacts {
  name: string;
  verdict: Verdict;
  /** Contact to its cluster is lost. */
  stale: boolean;
  findings: readonly { rule: string; ceiling?: string; message: string }[];
  /** Names of the backup objects that it could be brought back with now. */
  usableBackups: readonly string[];
}

/**
 * The next pull request, or why there is none yet.
 *
 * @public
 */
export type DecommissionStep =
  | { record: DecommissionRecord; refusals?: undefined }
  | { record?: undefined; refusals: string[] };

/**
 * Decides on the next step. Each one rests on what was seen to come true of the one before: a database is not put to sleep before its last backup
 * is complete, and nothing is deleted before the hold is over. What is not known is no permission.
 *
 * @param options - `record`: what the repository says; absent before the first step · `wish`: counts for the first step only
 * @public
 */
export function nextDecommissionStep(options: {
  record?: DecommissionRecord;
  wish: DecommissionWish;
  facts: DecommissionFacts;
  now: Date;
  requestedBy?: string;
}): DecommissionStep {
  const { record, wish, facts, now, requestedBy } = options;
  const refusals = whyUnknown(facts);
  if (refusals.length > 0) return { refusals };
  const today = dayOf(now.getTime());

  if (!record) {
    const first: DecommissionRecord = {
      stage: 'final-backup',
      reason: wish.reason,
      ...(requestedBy && { requestedBy }),
      requestedOn: today,
      holdDays: wish.holdDays,
      keepDays: wish.keepDays,
    };
    return wish.finalBackup
      ? {
          record: {
            ...first,
            finalBackup: backupName(facts.name, now),
          },
        }
      : beginHold(first, facts, now);
  }
  switch (record.stage) {
    case 'final-backup':
      return afterBackup(record, facts, now);
    case 'hold':
      return afterHold(record, facts, now, 'release');
    case 'release':
      return afterHold(record, facts, now, 'removal');
    default:
      return {
        refusals: [
          `The removal of ${facts.name} is merged already: there is nothing left to do but to delete its backups after ${record.keepUntil}`,
        ],
      };
  }
}

function whyUnknown({ name, verdict, stale }: DecommissionFacts): string[] {
  if (stale) {
    return [
      `Contact to the cluster of ${name} is lost, so that nobody knows what state it is in: try again when it is back`,
    ];
  }
  return verdict === 'unknown'
    ? [
        `The verdict on ${name} is Unknown: find out first what keeps it from being judged`,
      ]
    : [];
}

function afterBackup(
  record: DecommissionRecord,
  facts: DecommissionFacts,
  now: Date,
): DecommissionStep {
  const { finalBackup = '' } = record;
  if (facts.usableBackups.includes(finalBackup)) {
    return beginHold(record, facts, now);
  }
  const failed = facts.findings.find(
    ({ rule }) => rule === 'base-backup/last-failed',
  );
  return failed
    ? {
        record: {
          ...record,
          finalBackup: backupName(facts.name, now, finalBackup),
        },
      }
    : {
        refusals: [
          `The final backup ${finalBackup} of ${facts.name} is not complete, or not seen to be: try again when it is among its recovery points`,
        ],
      };
}

function beginHold(
  record: DecommissionRecord,
  facts: DecommissionFacts,
  now: Date,
): DecommissionStep {
  const { name, findings, usableBackups, verdict } = facts;
  const refusals = findings
    .filter(
      ({ rule, ceiling }) =>
        rule.startsWith('archiving/') && ceiling !== undefined,
    )
    .map(
      ({ rule, message }) =>
        `WAL of ${name} is not archived (${rule}), so that its last changes would be on its volumes alone: ${message}`,
    );
  if (usableBackups.length === 0 || verdict === 'unprotected') {
    refusals.push(
      `There is nothing that ${name} could be brought back with: take a backup first`,
    );
  }
  if (refusals.length > 0) return { refusals };
  const until = now.getTime() + record.holdDays * dayMilliseconds;
  return {
    record: {
      ...record,
      stage: 'hold',
      holdUntil: dayOf(until),
      keepUntil: dayOf(until + record.keepDays * dayMilliseconds),
    },
  };
}

function afterHold(
  record: DecommissionRecord,
  facts: DecommissionFacts,
  now: Date,
  stage: DecommissionStage,
): DecommissionStep {
  const { holdUntil = '' } = record;
  const { name, findings, usableBackups } = facts;
  const refusals: string[] = [];
  if (!(now.getTime() >= Date.parse(holdUntil))) {
    refusals.push(
      `${name} is held until ${holdUntil}: its deletion can be asked for from that day on`,
    );
  }
  if (!findings.some(({ rule }) => rule === 'health/held')) {
    refusals.push(
      `${name} is not seen to be held: it may have been woken since, and be in use. Put it to sleep again, or end its decommissioning by reverting the merges`,
    );
  }
  if (usableBackups.length === 0) {
    refusals.push(
      `There is nothing left that ${name} could be brought back with: find out what became of its backups before its volumes go`,
    );
  }
  return refusals.length > 0 ? { refusals } : { record: { ...record, stage } };
}

function dayOf(moment: number): string {
  return new Date(moment).toISOString().slice(0, 10);
}

/**
 * By the day, so that a run that is repeated asks for the same; one that follows a failure on that day gets a number. Operators try a backup once.
 */
function backupName(name: string, now: Date, failed?: string): string {
  const wanted = `${name}-final-${dayOf(now.getTime()).replaceAll('-', '')}`;
  if (!failed?.startsWith(wanted)) return wanted;
  const attempt = Number(failed.slice(wanted.length + 1) || '1');
  return `${wanted}-${attempt + 1}`;
}
