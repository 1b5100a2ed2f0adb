export * from './cron';
export * from './duration';
export * from './formatBytes';
export * from './formatDuration';
export * from './goDuration';
export { type FieldOptions } from './invalidValue';
export * from './Quantity';
export * from './retentionPolicy';
