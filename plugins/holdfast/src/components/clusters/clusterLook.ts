import { ClusterState } from '@holdfast/plugin-holdfast-common';
import {
  RemixiconComponentType,
  RiLoader2Line,
  RiPulseLine,
  RiWifiOffLine,
} from '@remixicon/react';
import { Tone } from '../verdict';

export const clusterLook: Record<
  ClusterState['state'],
  { Icon: RemixiconComponentType; tone: Tone }
> = {
  connecting: { Icon: RiLoader2Line, tone: 'neutral' },
  synchronising: { Icon: RiLoader2Line, tone: 'neutral' },
  live: { Icon: RiPulseLine, tone: 'positive' },
  lost: { Icon: RiWifiOffLine, tone: 'warning' },
};
