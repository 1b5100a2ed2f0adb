export * from './fleet';
export * from './FleetApi';
