export {
  ApiClient,
  collectionPath,
  objectPath,
  type ApiAnswer,
  type ApiBody,
} from './ApiClient';
export {
  findControlPlaneAssets,
  type ControlPlaneAssets,
} from './controlPlane/assets';
export { ControlPlane } from './controlPlane/ControlPlane';
export { clientOf, kubeconfigOf, type ApiTarget } from './targets/ApiTarget';
export {
  describeTargets,
  type TargetUnderTest,
} from './targets/describeTargets';
export { RealTarget } from './targets/real';
export { SimulatedTarget } from './targets/simulated';
export { isInitialEventsEnd, type WatchEvent } from './WatchConnection';
