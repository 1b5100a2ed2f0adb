export * from './SharedFatePage';
