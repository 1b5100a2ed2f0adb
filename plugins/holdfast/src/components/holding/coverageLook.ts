import {
  RemixiconComponentType,
  RiCheckboxCircleLine,
  RiCloseCircleFill,
  RiErrorWarningLine,
  RiForbid2Line,
  RiQuestionLine,
  RiRefreshLine,
} from '@remixicon/react';
import { Tone } from '../verdict';
import { CoveredVolume } from './decisiveCoverage';

interface Look {
  Icon: RemixiconComponentType;
  tone: Tone;
}

/** How sure a holding is: what is only intended is not known, and what is torn may not open. */
export function coverageLook(covered: CoveredVolume | undefined): Look {
  if (!covered) return { Icon: RiQuestionLine, tone: 'neutral' };
  const { state, holding, consistency } = covered;
  switch (state) {
    case 'held':
      if (holding === undefined || holding === 'intended') {
        return { Icon: RiQuestionLine, tone: 'neutral' };
      }
      return consistency === 'torn'
        ? { Icon: RiErrorWarningLine, tone: 'warning' }
        : { Icon: RiCheckboxCircleLine, tone: 'positive' };
    case 'running':
      return { Icon: RiRefreshLine, tone: 'neutral' };
    case 'excluded':
      return { Icon: RiForbid2Line, tone: 'warning' };
    default:
      return { Icon: RiCloseCircleFill, tone: 'negative' };
  }
}
