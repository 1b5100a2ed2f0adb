import { KubernetesObject, ResourceType } from '../kubernetes';
import { ClusterName } from '../postgresql/DatabaseTraits';
import { MetricSeries } from '../postgresql/metrics';

/** An object, and what it is served as. */
export interface TypedObject {
  type: ResourceType;
  object: KubernetesObject;
}

/**
 * Something in a cluster whose objects follow from nothing but the time: it has no state that could be lost, and looks the same, relative to now,
 * however often it is started.
 */
export interface SimulatedWorkload {
  readonly cluster: ClusterName;
  /** All its objects at a moment, as its operators have written them by then. What is not among them any more was deleted. */
  objectsAt(now: Date): readonly TypedObject[];
  metricsAt(now: Date): MetricSeries[];
}
