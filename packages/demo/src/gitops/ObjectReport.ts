import { ObjectKey, ResourceType } from '../kubernetes';

/** What became of one object of a delivery. */
export interface ObjectReport {
  kind: string;
  namespace?: string;
  name: string;
  /**
   * `refused`: by the admission, or as it is somebody else's · `not-served`: the API server does not know the kind · `kept`: it left Git and stays,
   * for the reason in the message
   */
  outcome:
    | 'created'
    | 'configured'
    | 'unchanged'
    | 'pruned'
    | 'kept'
    | 'refused'
    | 'not-served';
  message?: string;
}

/** An object that a delivery has brought to its cluster. */
export interface DeliveredObject extends ObjectKey {
  type: ResourceType;
}

/** Whether this is no success. */
export function isProblem({ outcome }: ObjectReport): boolean {
  return outcome === 'refused' || outcome === 'not-served';
}
