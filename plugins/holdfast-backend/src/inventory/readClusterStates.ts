import { Knex } from 'knex';
import { readClusterContacts } from '../database/operations/clusters/readClusterContacts';
import { readResourceStates } from '../database/operations/clusters/readResourceStates';
import { ClusterContact, ClusterState } from './ClusterState';

/** Contact is confirmed every 10 s. After three times that, whoever should confirm it is gone. */
const UNCONFIRMED_AFTER_MS = 30_000;

/**
 * Contact and sync of all clusters as far as they can be believed now.
 */
export async function readClusterStates(
  knex: Knex,
  options: { now: number },
): Promise<ClusterState[]> {
  const contacts = await readClusterContacts(knex);
  const resources = await readResourceStates(knex);
  return [...contacts].map(([name, contact]) => ({
    name,
    contact: believable(contact, options.now),
    resources: resources.get(name) ?? [],
  }));
}

function believable(contact: ClusterContact, now: number): ClusterContact {
  const { state, lastContactAt } = contact;
  if (
    state !== 'live' ||
    !lastContactAt ||
    now - Date.parse(lastContactAt) <= UNCONFIRMED_AFTER_MS
  ) {
    return contact;
  }
  return {
    ...contact,
    state: 'lost',
    since: lastContactAt,
    error: {
      reason: 'Unwatched',
      message: `Nobody has watched the cluster since ${lastContactAt}`,
    },
  };
}
