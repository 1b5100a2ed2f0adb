export * from './Loaded';
export * from './NoDatabaseNotice';
export * from './Notice';
export * from './ProblemNotice';
export * from './RefreshNotice';
export * from './StaleNotice';
