export * from './formatInstant';
export * from './LocalTime';
export * from './RelativeTime';
export * from './useLocale';
export * from './useNow';
