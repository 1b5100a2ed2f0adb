export * from './HoldfastClient';
export * from './inputProblemsOf';
