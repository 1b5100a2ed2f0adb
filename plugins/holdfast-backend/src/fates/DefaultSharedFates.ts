import { SharedFatePage } from '@holdfast/plugin-holdfast-common';
import { Knex } from 'knex';
import { backupsInOrder } from '../database/operations/fates/FateRow';
import {
  listFateMembers,
  listFates,
} from '../database/operations/fates/listFates';
import { decodeCursor, encodeCursor } from '../recovery/PageCursor';
import { SharedFates } from './SharedFates';

/** How many databases are named of each: who wants all of them asks the list of databases. */
const NAMED = 20;

/**
 * Answers from what the judgements left in the database. It checks no permissions.
 */
export class DefaultSharedFates implements SharedFates {
  readonly #knex: Knex;

  static create(options: { knex: Knex }): DefaultSharedFates {
    return new DefaultSharedFates(options);
  }

  private constructor(options: { knex: Knex }) {
    this.#knex = options.knex;
  }

  async list(
    request: Parameters<SharedFates['list']>[0],
  ): Promise<SharedFatePage> {
    const { kinds, filter, limit, cursor } = request;
    const question = { sharedFate: kinds ?? [], filter };
    const place =
      cursor === undefined ? undefined : decodeCursor(cursor, question);
    const { fates, totalItems } = await listFates(this.#knex, {
      kinds,
      filter,
      after: place && { score: Number(place.after), id: place.id },
      limit: limit + 1,
    });
    const page = fates.slice(0, limit);
    const members = await listFateMembers(this.#knex, {
      fates: page,
      filter,
      limit: NAMED,
    });
    const last = page.at(-1)?.position;
    return {
      items: page.map(({ position, ...fate }) => {
        const known = members.get(position.id);
        return {
          ...fate,
          readable: known?.readable ?? 0,
          members: (known?.members ?? []).map(({ backups, ...member }) => ({
            ...member,
            backups: backupsInOrder[backups] ?? 'none',
          })),
        };
      }),
      totalItems,
      pageInfo:
        last && fates.length > limit
          ? {
              nextCursor: encodeCursor(
                { after: last.score, id: last.id },
                question,
              ),
            }
          : {},
    };
  }
}
