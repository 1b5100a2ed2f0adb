export { workloadsEngine } from './workloadsEngine';
