export * from './Engine';
export * from './Engines';
export * from './Fact';
export * from './FactReader';
export * from './json';
export * from './KubernetesObject';
export * from './Shape';
export * from './WatchedResource';
