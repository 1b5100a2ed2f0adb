import { WaiverAnswer } from '@holdfast/plugin-holdfast-common';
import { Knex } from 'knex';
import { readWaivers } from '../database/operations/waivers/readWaivers';
import { StoredDatabase } from '../recovery/StoredDatabase';
import { waiverAnswer } from './waiverAnswer';

/**
 * The waivers of a database: those of the portal as they are now, with what became of them in the last judgement, and those of Git as that
 * judgement read them.
 */
export async function waiversOf(
  knex: Knex,
  { summary, assessment }: Pick<StoredDatabase, 'summary' | 'assessment'>,
): Promise<WaiverAnswer[]> {
  const judged = assessment.waivers ?? [];
  const recorded = await readWaivers(knex, { databaseIds: [summary.id] });
  return [
    ...judged.filter(({ origin }) => origin.level !== 'portal'),
    ...recorded
      .filter(({ uid }) => uid === summary.uid)
      .map(waiver => {
        const state = judged.find(({ id }) => id === waiver.id)?.state;
        return { ...waiverAnswer(waiver), ...(state && { state }) };
      }),
  ];
}
