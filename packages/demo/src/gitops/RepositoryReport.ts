import { Delivery } from './Delivery';
import { ObjectReport } from './ObjectReport';

/** What became of a delivery. */
export interface DeliveryReport {
  tool: Delivery['tool'];
  name: string;
  /** Where it stands in the repository. */
  file: string;
  cluster?: string;
  path?: string;
  /** `partly`: some objects were not taken · `failed`: none was even tried · `beyond`: its cluster is one that the demo does not simulate */
  state: 'applied' | 'partly' | 'failed' | 'beyond';
  problem?: string;
  objects: ObjectReport[];
}

/** What became of a repository. */
export interface RepositoryReport {
  /** `owner/name` */
  repository: string;
  /** The commit of the default branch that was looked at; none before the first push. */
  commit?: string;
  /** ISO 8601 */
  at: string;
  /** What could not be read or done at all. */
  problems: string[];
  deliveries: DeliveryReport[];
}
