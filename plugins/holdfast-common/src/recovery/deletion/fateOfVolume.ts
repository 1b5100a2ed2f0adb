import { Database, Volume } from '../../model';
import { BytesAtStake, DeletionEvent, FateStep } from './ByteFate';
import { fateStep, followSteps } from './fateSteps';

/** Tells what becomes of the bytes of a volume. */
export function fateOfVolume(
  database: Database,
  volume: Volume,
  event: DeletionEvent,
  start: readonly FateStep[],
): BytesAtStake {
  const claimGoes =
    event === 'claim-deleted' || event === 'namespace-deleted'
      ? []
      : [claimStep(database, volume)];
  return {
    kind: 'volume',
    name: volume.claim.name,
    role: volume.role,
    ...followSteps([...start, ...claimGoes, volumeStep(volume)]),
  };
}

/** What becomes of a claim when the object of the database is deleted. */
function claimStep(database: Database, { claim, custody }: Volume): FateStep {
  const { reference, custody: own } = database;
  const kind = reference.kind.split('.')[0];
  const owners = custody?.owners ?? [];
  const ours = owners.find(
    ({ value }) => value.kind === kind && value.name === reference.name,
  );
  // The garbage collector waits until no owner is left.
  if (ours && owners.length === 1) {
    return fateStep(
      'dies',
      `The claim ${claim.name} goes with its owner.`,
      ours.evidence,
    );
  }
  if (own?.claims && !ours) {
    return own.claims.value === 'deletes'
      ? fateStep('dies', 'Its claims are deleted with it.', own.claims.evidence)
      : fateStep('stays', 'Its claims are kept.', own.claims.evidence);
  }
  const other = owners.find(owner => owner !== ours);
  return {
    fate: 'unknown',
    reason: other
      ? `The claim ${claim.name} goes with ${other.value.kind} ${other.value.name}, and whether that goes is not among the facts.`
      : `Whether the claim ${claim.name} is deleted too is not among the facts.`,
    evidence: other ? [other.evidence] : [],
  };
}

function volumeStep({ claim, reclaimPolicy }: Volume): FateStep {
  if (!reclaimPolicy) {
    return {
      fate: 'unknown',
      reason: `The reclaim policy of the volume of ${claim.name} was not read.`,
      evidence: [],
    };
  }
  return reclaimPolicy.value === 'Retain'
    ? fateStep(
        'stays',
        `The volume of ${claim.name} is retained when its claim is gone.`,
        reclaimPolicy.evidence,
      )
    : fateStep(
        'dies',
        `The volume of ${claim.name} is deleted with its claim.`,
        reclaimPolicy.evidence,
      );
}
