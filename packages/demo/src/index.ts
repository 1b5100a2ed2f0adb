/**
 * A fleet to try Holdfast on: simulated Kubernetes and Prometheus APIs that live by the clock.
 *
 * @packageDocumentation
 */
export * from './postgresql/DatabaseTraits';
export { DemoFleet, type DemoFleetOptions } from './fleet/DemoFleet';
export { fleet, namespaceOwners } from './fleet/fleet';
export * from './kubernetes';
export { SimulatedDatabase } from './postgresql/SimulatedDatabase';
export { SimulatedStore, type StoreState } from './postgresql/SimulatedStore';
export { GitHost } from './git/GitHost';
export { GitOpsLoop } from './gitops/GitOpsLoop';
export {
  startDemo,
  type RunningDemo,
  type StartDemoOptions,
} from './startDemo';
