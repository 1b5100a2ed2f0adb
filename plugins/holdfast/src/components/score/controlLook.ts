import {
  RemixiconComponentType,
  RiCheckboxCircleFill,
  RiCloseCircleFill,
  RiIndeterminateCircleFill,
  RiQuestionLine,
} from '@remixicon/react';
import { Tone } from '../verdict';

/** How a control or a question of the checklist stands. What is not known is no reproach. */
export const controlLook: Record<
  'met' | 'partly' | 'not-met' | 'unknown',
  { Icon: RemixiconComponentType; tone: Tone }
> = {
  met: { Icon: RiCheckboxCircleFill, tone: 'positive' },
  partly: { Icon: RiIndeterminateCircleFill, tone: 'warning' },
  'not-met': { Icon: RiCloseCircleFill, tone: 'negative' },
  unknown: { Icon: RiQuestionLine, tone: 'neutral' },
};
