import { Waiver, WaiverOrigin } from '../../model';
import { describeMoment } from '../describe';

/** `The waiver of placement/single-instance (holdfast.io/waive of resource:default/orders)`. */
export function describeWaiver({
  rule,
  origin,
  by,
}: Pick<Waiver, 'rule' | 'origin' | 'by'>): string {
  return `The waiver of ${rule} (${by ? `by ${by}` : describeOrigin(origin)})`;
}

export function describeOrigin({ field, reference }: WaiverOrigin): string {
  return field ? `${field} of ${reference}` : `of ${reference}`;
}

export function describeEnd({ until }: Pick<Waiver, 'until'>): string {
  return describeMoment(until);
}
