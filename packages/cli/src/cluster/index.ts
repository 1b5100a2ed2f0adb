export { openContext } from './openContext';
export { readCluster } from './readCluster';
