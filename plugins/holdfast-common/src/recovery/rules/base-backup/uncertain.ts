import { Evidence, RecoveryPoint } from '../../../model';
import { baseBackupState } from '../../backups/baseBackupState';
import { isVolumeCopy } from '../../backups/isVolumeCopy';
import { describeBackup, describeMoment, describeStore } from '../../describe';
import { Rule } from '../../Rule';

/** What cannot be told is neither good nor bad. */
export const baseBackupUncertain: Rule = {
  id: 'base-backup/uncertain',
  title: 'Cannot tell whether there is a base backup',
  description:
    'The facts do not tell whether a base backup of this incarnation exists on the store in use.',
  judges: 'facts',
  evaluate(context) {
    if (baseBackupState(context) !== 'uncertain') return undefined;
    const { database, usable } = context;
    const { storeWord } = usable;
    const evidence: Evidence[] = [];
    let reason: string;
    const backup = describeBackup(database);
    let remedy = `Take a ${backup} now: its object will tell.`;
    const [point] = usable.uncertain;
    const attempt = database.attempts.find(({ state }) => state === 'unknown');
    if (point) {
      const doubt = doubtOf(point);
      evidence.push(doubt.evidence);
      reason = `of ${point.object.name} it cannot be told ${doubt.about}`;
    } else if (storeWord) {
      evidence.push(storeWord.evidence);
      reason = `${describeStore(
        usable.store,
      )} says that a backup succeeded on ${describeMoment(
        storeWord.value,
      )}, but no object shows which database it was taken from`;
    } else if (attempt) {
      evidence.push(attempt.evidence);
      reason = `${attempt.object.name} is in a state that this version does not know`;
    } else {
      reason = 'backups could not be read';
      remedy = 'Let Holdfast read the kinds named under missing facts.';
    }
    return {
      rule: this.id,
      severity: 'warning',
      message: `Whether there is a ${backup} on the store in use cannot be told: ${reason}.`,
      evidence,
      ceiling: 'unknown',
      remedy,
    };
  },
};

/** What cannot be told of a point, and where it should stand. */
function doubtOf(point: RecoveryPoint): { about: string; evidence: Evidence } {
  const { storeId, incarnation, holding, consistency, evidence } = point;
  if (storeId === undefined) {
    return { about: 'on which store it lies', evidence };
  }
  if (incarnation !== 'current') {
    return {
      about: 'which incarnation it was taken from',
      evidence: point.incarnationEvidence ?? evidence,
    };
  }
  if (holding?.value === 'intended') {
    return {
      about: isVolumeCopy(point)
        ? 'whether the bytes of the volumes are in it'
        : 'whether the dump in it succeeded, which its job does not show',
      evidence: holding.evidence,
    };
  }
  // Then nothing is in doubt but what it belongs to.
  const isOpenable =
    consistency === undefined ||
    consistency.value === 'crash' ||
    consistency.value === 'application';
  if (isOpenable) {
    return {
      about:
        'whether it and those of the other shards, each of another moment, make a whole',
      evidence,
    };
  }
  return {
    about: 'in what state the data was when it was copied',
    evidence: consistency?.evidence ?? evidence,
  };
}
