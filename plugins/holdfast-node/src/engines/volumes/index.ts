export { volumesEngine } from './volumesEngine';
export * from './describeCluster';
