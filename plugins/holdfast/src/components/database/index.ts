export * from './DatabaseTabs';
