import {
  AttainmentAnswer,
  AttainmentChange,
  attainmentOf,
  attainmentOver,
  AttainmentWindow,
  HistoryPage,
} from '@holdfast/plugin-holdfast-common';
import { Knex } from 'knex';
import { countTransitions } from '../database/operations/history/countTransitions';
import { listTransitions } from '../database/operations/history/listTransitions';
import { readTransitionsSince } from '../database/operations/history/readTransitionsSince';
import { StoredTransition } from '../database/operations/history/transitionOf';
import { decodeCursor, encodeCursor } from './PageCursor';

const DAY_MS = 24 * 60 * 60_000;

const WINDOWS_DAYS = [7, 30, 90];

/**
 * What changed of a database and when, in all its incarnations, and for how long the present one attained its objectives.
 */
export async function historyOf(
  knex: Knex,
  options: {
    databaseId: string;
    uid: string;
    limit: number;
    cursor?: string;
    now: number;
  },
): Promise<HistoryPage> {
  const { databaseId, uid, limit, cursor, now } = options;
  const question = { historyOf: databaseId };
  const found = await listTransitions(knex, {
    databaseId,
    after:
      cursor === undefined
        ? undefined
        : Number(decodeCursor(cursor, question).after),
    limit: limit + 1,
  });
  const page = found.slice(0, limit);
  const last = page.at(-1);
  const transitions = await readTransitionsSince(knex, {
    databaseId,
    uid,
    since: now - Math.max(...WINDOWS_DAYS) * DAY_MS,
  });
  return {
    items: page.map(({ number: _, databaseId: __, at, ...rest }) => ({
      at: new Date(at).toISOString(),
      ...rest,
    })),
    totalItems: await countTransitions(knex, { databaseId }),
    pageInfo:
      last && found.length > limit
        ? { nextCursor: encodeCursor({ after: last.number, id: '' }, question) }
        : {},
    attainment: WINDOWS_DAYS.map(days =>
      attainmentWithin({ transitions, days, now }),
    ),
  };
}

function attainmentWithin(options: {
  transitions: readonly StoredTransition[];
  days: number;
  now: number;
}): AttainmentWindow {
  const { transitions, days, now } = options;
  const over = (changes: AttainmentChange[]) =>
    answerOf(attainmentOver({ changes, from: now - days * DAY_MS, to: now }));
  const verdict = over(
    transitions.map(({ at, to }) => ({ at, state: to && attainmentOf(to) })),
  );
  const rpo = over(
    transitions.map(change => ({ at: change.at, state: change.rpo })),
  );
  return { days, ...(verdict && { verdict }), ...(rpo && { rpo }) };
}

function answerOf(
  attainment: ReturnType<typeof attainmentOver>,
): AttainmentAnswer | undefined {
  if (!attainment) return undefined;
  const { from, to, seconds, attained } = attainment;
  return {
    from: new Date(from).toISOString(),
    to: new Date(to).toISOString(),
    metSeconds: seconds.met,
    missedSeconds: seconds.missed,
    unknownSeconds: seconds.unknown,
    exemptSeconds: seconds.exempt,
    ...(attained !== undefined && { attained }),
  };
}
