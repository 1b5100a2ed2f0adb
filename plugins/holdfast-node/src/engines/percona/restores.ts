import { Restore } from '@holdfast/plugin-holdfast-common';
import { FactReader, qualifiedKind, referenceOf } from '../../engine';
import { purposeOf } from '../servers/purposeOf';
import { PerconaFacts } from './PerconaFacts';

/** Both operators restore in place: into the cluster of the backup, or into another one that was made for it. */
export function describeRestores(facts: PerconaFacts): Restore[] {
  const { operator, input } = facts;
  return facts.backups.flatMap(backup =>
    facts.about(operator.restores, backup.key).flatMap(fact => {
      const restore = facts.read(fact);
      const target = restore.string('spec', operator.clusterField);
      const { createdAt } = fact;
      if (!target || createdAt === undefined) return [];
      const state = restore.string('status', 'state');
      return {
        target: referenceOf(input.cluster, {
          kind: qualifiedKind(operator.clusters),
          namespace: fact.namespace,
          name: target.value,
        }),
        purpose: purposeOf(restore)?.value ?? 'restore',
        id: fact.uid || fact.key,
        origin: 'seen' as const,
        tool: operator.id,
        backup: backup.name,
        startedAt: createdAt,
        ...outcomeOf(restore, state?.value),
        evidence: state?.evidence ?? restore.evidence(['status', 'state']),
      };
    }),
  );
}

/** `Failed` and `Error` have failed; all others but `Succeeded` are on their way. */
function outcomeOf(
  restore: FactReader,
  state: string | undefined,
): Pick<Restore, 'state' | 'readyAt' | 'failure'> {
  switch (state) {
    case 'Succeeded':
      return {
        state: 'succeeded',
        readyAt: restore.instant('status', 'completed')?.value,
      };
    case 'Failed':
    case 'Error':
      return {
        state: 'failed',
        failure: (
          restore.string('status', 'stateDescription') ??
          restore.string('status', 'comments')
        )?.value,
      };
    default:
      return { state: 'running' };
  }
}
