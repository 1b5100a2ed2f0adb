import { Contact } from '@holdfast/plugin-holdfast-common';
import { ClusterState } from '../inventory/ClusterState';

/**
 * Contact with a cluster as judgement sees it. Until it has been tried, nothing is held against a cluster.
 */
export function contactOf(state: ClusterState | undefined): Contact {
  const contact = state?.contact;
  if (!contact || contact.state === 'live' || contact.state === 'pending') {
    return { state: 'live' };
  }
  return {
    state: 'lost',
    since: contact.lastContactAt ?? contact.since,
    reason: contact.error?.message ?? contact.state,
  };
}
