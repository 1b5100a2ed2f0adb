export * from './HoldfastClient';
