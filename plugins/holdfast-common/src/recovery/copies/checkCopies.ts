import { RuleContext } from '../Rule';
import { CopyCheck, CopyQuestion } from './CopyCheck';
import { immutable } from './immutable';
import { noErrors } from './noErrors';
import { offSite } from './offSite';
import { threeCopies } from './threeCopies';
import { twoMedia } from './twoMedia';

const questions: readonly CopyQuestion[] = [
  threeCopies,
  twoMedia,
  offSite,
  immutable,
  noErrors,
];

/** Goes through the checklist 3-2-1-1-0, in that order. */
export function checkCopies(context: RuleContext): CopyCheck[] {
  return questions.map(({ id, ask }) => ({ id, ...ask(context) }));
}
