import { createHash } from 'node:crypto';
import { Contact } from '@holdfast/plugin-holdfast-common';
import { ClusterState } from '../inventory/ClusterState';
import { UnreadKind } from '../inventory/Inventory';
import { contactOf } from './contactOf';

/**
 * How a cluster stands to judgement.
 */
export interface ClusterStanding {
  contact: Contact;
  /**
   * Text that changes when all databases of the cluster have to be judged anew: contact lost or back, a kind that can be read or no
   * longer can.
   */
  circumstances: string;
  /**
   * Whether the first reading of the cluster has ended, be it well or not. Before, databases would be judged once for every kind that
   * arrives, and found Unknown each time.
   */
  settled: boolean;
  /** Whether everything that there is in the cluster was read completely at least once. */
  complete: boolean;
}

/**
 * How a cluster stands to judgement, from the state of its sync.
 */
export function standingOf(options: {
  state: ClusterState;
  unread: readonly UnreadKind[];
}): ClusterStanding {
  const { state, unread } = options;
  const contact = contactOf(state);
  return {
    contact,
    circumstances: createHash('sha1')
      .update(
        JSON.stringify([
          contact.state === 'lost' ? contact.since : 'live',
          ...unread.map(({ kind, reason }) => [kind, reason]),
        ]),
      )
      .digest('base64')
      .slice(0, 10),
    settled:
      contact.state === 'lost' ||
      unread.every(({ reason }) => reason !== 'not-read'),
    complete: unread.every(({ reason }) => reason === 'absent'),
  };
}
