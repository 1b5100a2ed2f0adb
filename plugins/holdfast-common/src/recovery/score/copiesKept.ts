import { CopyCheckId } from '../copies/CopyCheck';
import { ScoreControl } from './Score';

const ways: Record<Exclude<CopyCheckId, 'no-errors'>, string> = {
  'three-copies': 'add a replica on another node or a second store',
  'two-media': 'send backups to an object store outside the cluster',
  'off-site':
    'copy backups to another region, and say in the store which it is',
  immutable: 'lock the bucket (Object Lock, an immutability policy)',
};

/** The first four questions of 3-2-1-1-0, a quarter each. The fifth is worth points of its own, as proof. */
export const copiesKept: ScoreControl = {
  id: 'backups/copies',
  title: 'Three copies, two media, one off-site, one locked',
  possible: 8,
  grade({ copyChecks }) {
    const asked = copyChecks.flatMap(check =>
      check.id === 'no-errors' ? [] : [{ ...check, way: ways[check.id] }],
    );
    const open = asked.filter(({ state }) => state !== 'met');
    if (!open.length) {
      return { state: 'met', message: 'All four are met.' };
    }
    const met = asked.length - open.length;
    const state = open.every(check => check.state === 'unknown')
      ? ('unknown' as const)
      : ('not-met' as const);
    return {
      state: met ? 'partly' : state,
      share: met / asked.length,
      message: open.map(({ message }) => message).join(' '),
      earn: `To reach more: ${open.map(({ way }) => way).join('; ')}.`,
    };
  },
};
