import { randomUUID } from 'node:crypto';
import { ConflictError, NotFoundError } from '@backstage/errors';
import {
  Rule,
  WaiverAnswer,
  WaiverRequest,
} from '@holdfast/plugin-holdfast-common';
import { Knex } from 'knex';
import { markDatabases } from '../database/operations/databases/markDatabases';
import { readDatabases } from '../database/operations/databases/readDatabases';
import { deleteWaiver } from '../database/operations/waivers/deleteWaiver';
import { insertWaiver } from '../database/operations/waivers/insertWaiver';
import { readWaivers } from '../database/operations/waivers/readWaivers';
import { checkWaiver } from './checkWaiver';
import { RecordedWaiver } from './RecordedWaiver';
import { waiverAnswer } from './waiverAnswer';
import { Waivers } from './Waivers';

/**
 * Keeps waivers in the database of the plugin, and has the verdicts that they bear on judged at once. It checks no permissions.
 */
export class DefaultWaivers implements Waivers {
  readonly #knex: Knex;
  readonly #rules: readonly Rule[];
  readonly #onMarked: () => void;

  /**
   * @param options - `onMarked` is called when databases have to be judged anew
   */
  static create(options: {
    knex: Knex;
    rules: readonly Rule[];
    onMarked: () => void;
  }): DefaultWaivers {
    return new DefaultWaivers(options);
  }

  private constructor(options: Parameters<typeof DefaultWaivers.create>[0]) {
    this.#knex = options.knex;
    this.#rules = options.rules;
    this.#onMarked = options.onMarked;
  }

  async create(
    request: WaiverRequest & { databaseId: string; by: string },
  ): Promise<WaiverAnswer> {
    const { databaseId, by } = request;
    const waiver = await this.#knex.transaction(async tx => {
      const found = await readDatabases(tx, { ids: [databaseId] });
      const database = found.get(databaseId);
      if (!database) throw new NotFoundError(`No database "${databaseId}"`);
      const { summary, assessment } = database;
      const now = Date.now();
      const { rule, reason, until } = checkWaiver(request, {
        rules: this.#rules,
        findings: assessment.findings,
        now,
      });
      const others = await readWaivers(tx, { databaseIds: [databaseId] });
      const other = others.find(
        candidate =>
          candidate.rule === rule &&
          candidate.uid === summary.uid &&
          Date.parse(candidate.until) > now,
      );
      if (other) {
        throw new ConflictError(
          `${other.by} has waived '${rule}' until ${other.until} already; take that waiver, ${other.id}, away first`,
        );
      }
      const recorded: RecordedWaiver = {
        id: randomUUID(),
        databaseId,
        uid: summary.uid,
        rule,
        reason,
        until: new Date(until).toISOString(),
        by,
        createdAt: new Date(now).toISOString(),
        origin: { level: 'portal', reference: databaseId },
      };
      await insertWaiver(tx, recorded);
      await markDatabases(tx, { ids: [databaseId] });
      return recorded;
    });
    this.#onMarked();
    return waiverAnswer(waiver);
  }

  async delete(request: { databaseId: string; id: string }): Promise<void> {
    const { databaseId, id } = request;
    await this.#knex.transaction(async tx => {
      if (!(await deleteWaiver(tx, { id, databaseId }))) {
        throw new NotFoundError(
          `Database "${databaseId}" has no waiver '${id}' in the portal; one in Git is taken away there`,
        );
      }
      await markDatabases(tx, { ids: [databaseId] });
    });
    this.#onMarked();
  }
}
