export * from './claimedObject';
export * from './discoveredEntityName';
