import { WaiverAnswer } from '@holdfast/plugin-holdfast-common';
import { RecordedWaiver } from './RecordedWaiver';

/** A waiver of the portal as the API tells of it. */
export function waiverAnswer(waiver: RecordedWaiver): WaiverAnswer {
  const { id, rule, reason, until, by, createdAt, origin } = waiver;
  return { id, rule, reason, until, by, createdAt, origin };
}
