export * from './discoveredEntityName';
