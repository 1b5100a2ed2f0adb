import { ResourceState } from './ClusterState';
import { UnreadKind } from './Inventory';

/**
 * Says which kinds were never read completely, or cannot be read any more, so that what hangs on them is unknown rather than absent.
 * A kind that is being read again, or whose reading fails for the time being, still has the facts of its last complete reading: how
 * old these are is another matter.
 */
export function unreadKinds(options: {
  kinds: readonly string[];
  states: readonly ResourceState[];
}): UnreadKind[] {
  const states = new Map(options.states.map(state => [state.kind, state]));
  return options.kinds.flatMap((kind): UnreadKind[] => {
    const state = states.get(kind);
    switch (state?.phase) {
      case 'forbidden':
        return [
          {
            kind,
            reason: 'forbidden',
            message: state.error?.message ?? `${kind} may not be read`,
          },
        ];
      case 'absent':
        return [
          {
            kind,
            reason: 'absent',
            message: `The API server does not know ${kind}`,
          },
        ];
      default:
    }
    if (state?.lastCompleteSyncAt) {
      return [];
    }
    return state?.error
      ? [{ kind, reason: 'failed', message: state.error.message }]
      : [
          {
            kind,
            reason: 'not-read',
            message: `${kind} has not been read completely yet`,
          },
        ];
  });
}
