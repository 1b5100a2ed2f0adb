export * from './HoldfastApi';
