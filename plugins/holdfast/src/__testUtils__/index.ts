export * from './answers';
export * from './connection';
export * from './entityOf';
export * from './fleet';
export * from './FleetApi';
export * from './provisioning';
export * from './formManifest';
