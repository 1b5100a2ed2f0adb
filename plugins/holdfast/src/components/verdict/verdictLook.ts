import { Verdict } from '@holdfast/plugin-holdfast-common';
import {
  RemixiconComponentType,
  RiErrorWarningFill,
  RiForbid2Line,
  RiQuestionFill,
  RiShieldCheckFill,
  RiShieldCrossFill,
  RiShieldLine,
} from '@remixicon/react';

/** The family of colours; `neutral` is neither good nor bad. */
export type Tone = 'negative' | 'warning' | 'positive' | 'neutral';

/** Every verdict has its own icon, so that none is told by colour alone. Only what is Protected or Proven is green. */
export const verdictLook: Record<
  Verdict,
  { Icon: RemixiconComponentType; tone: Tone }
> = {
  unprotected: { Icon: RiShieldCrossFill, tone: 'negative' },
  unknown: { Icon: RiQuestionFill, tone: 'neutral' },
  'at-risk': { Icon: RiErrorWarningFill, tone: 'warning' },
  protected: { Icon: RiShieldLine, tone: 'positive' },
  proven: { Icon: RiShieldCheckFill, tone: 'positive' },
  exempt: { Icon: RiForbid2Line, tone: 'neutral' },
};
