export * from './PostgresqlInputs';
export * from './PostgresqlChoices';
export * from './arrangePostgresql';
export * from './validatePostgresqlInputs';
