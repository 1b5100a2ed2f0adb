export * from './PostgresqlInputs';
export * from './PostgresqlChoices';
export * from './archiveTimeoutOf';
export * from './arrangePostgresql';
export * from './validatePostgresqlInputs';
