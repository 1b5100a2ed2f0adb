export * from './Engine';
export * from './Fact';
export * from './KubernetesObject';
export * from './WatchedResource';
