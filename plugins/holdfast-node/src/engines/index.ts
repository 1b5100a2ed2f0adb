export * from './builtInEngines';
export * from './cloudnative-pg';
export * from './drill-reports';
export * from './gitops';
export * from './mariadb-operator';
export * from './velero';
export * from './volumes';
export * from './workloads';
