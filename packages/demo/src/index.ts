/**
 * A fleet to try Holdfast on: simulated Kubernetes and Prometheus APIs that live by the clock.
 *
 * @packageDocumentation
 */
export * from './postgresql/DatabaseTraits';
export {
  DemoFleet,
  type DemoFleetOptions,
  type OtherTraits,
} from './fleet/DemoFleet';
export { fleet, namespaceOwners } from './fleet/fleet';
export { drills, veleros, workloads } from './fleet/workloads';
export * from './kubernetes';
export { SimulatedDatabase } from './postgresql/SimulatedDatabase';
export { SimulatedStore, type StoreState } from './postgresql/SimulatedStore';
export type {
  DescribedWorkload,
  WorkloadTraits,
} from './workloads/createWorkload';
export type { DrillTraits } from './workloads/drills/DrillTraits';
export type {
  DumpTraits,
  MariaDbTraits,
  PerconaTraits,
  PlainMySqlTraits,
} from './workloads/mysql/MySqlTraits';
export type { RedisTraits } from './workloads/redis/RedisTraits';
export type { Rhythm } from './workloads/Rhythm';
export type { VeleroTraits } from './workloads/velero/VeleroTraits';
export type { CommonTraits, VolumeTraits } from './workloads/WorkloadTraits';
export { GitHost } from './git/GitHost';
export { GitOpsLoop } from './gitops/GitOpsLoop';
export {
  startDemo,
  type RunningDemo,
  type StartDemoOptions,
} from './startDemo';
