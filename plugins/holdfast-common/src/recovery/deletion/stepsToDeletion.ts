import { Custody, Database } from '../../model';
import { DeletionEvent, FateStep } from './ByteFate';
import { describeDelivery } from './describeDelivery';
import { fateStep } from './fateSteps';

/** What stands between the event and the deletion of the object itself. */
export function stepsToDeletion(
  database: Database,
  event: DeletionEvent,
): FateStep[] {
  const { custody } = database;
  switch (event) {
    case 'leaves-git':
      return [leaving(custody)];
    case 'object-deleted':
      return (custody?.finalizers ?? []).map(finalizer => ({
        fate: 'dies',
        reason: `The finalizer ${finalizer.value} has to let the object go first.`,
        evidence: [finalizer.evidence],
      }));
    default:
      return [];
  }
}

function leaving(custody: Custody | undefined): FateStep {
  const { delivery, whenRemoved } = custody ?? {};
  if (!custody || !delivery) {
    return {
      fate: 'unknown',
      reason:
        'Nothing on the object says what brings it here, and so what happens when it is not there any more.',
      evidence: [],
    };
  }
  const by = describeDelivery(delivery);
  if (whenRemoved) {
    return whenRemoved.value === 'keeps'
      ? fateStep(
          'stays',
          `${by} is told to keep the object.`,
          whenRemoved.evidence,
        )
      : fateStep(
          'asks',
          `${by} is told to ask before it deletes the object.`,
          whenRemoved.evidence,
        );
  }
  const { prunes, by: mark } = delivery;
  if (!prunes) {
    return fateStep(
      'unknown',
      `${by} brings the object, and whether it deletes what leaves Git was not read.`,
      mark.evidence,
    );
  }
  const evidence = [mark.evidence, prunes.evidence];
  switch (prunes.value) {
    case 'keeps':
      return { fate: 'stays', reason: `${by} deletes nothing.`, evidence };
    case 'asks':
      return {
        fate: 'asks',
        reason: `${by} deletes the object only when somebody says so.`,
        evidence,
      };
    default:
      return {
        fate: 'dies',
        reason: `${by} deletes the object of its own accord.`,
        evidence,
      };
  }
}
