export * from './cloudnative-pg';
export * from './volumes';
