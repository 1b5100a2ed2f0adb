export * from './ConnectCard';
