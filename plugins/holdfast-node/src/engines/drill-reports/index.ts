export * from './drillReportsEngine';
