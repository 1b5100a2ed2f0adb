import {
  RemixiconComponentType,
  RiCheckLine,
  RiCloseLine,
  RiSubtractLine,
} from '@remixicon/react';
import { Comparison } from '../comparison';
import { Tone } from '../verdict';

/** How an attained value stands to its objective, as an icon. */
export const comparisonLook: Record<
  Comparison,
  { Icon: RemixiconComponentType; tone: Tone }
> = {
  met: { Icon: RiCheckLine, tone: 'positive' },
  missed: { Icon: RiCloseLine, tone: 'negative' },
  undecided: { Icon: RiSubtractLine, tone: 'neutral' },
};
