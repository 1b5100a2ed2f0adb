export * from './useCopy';
