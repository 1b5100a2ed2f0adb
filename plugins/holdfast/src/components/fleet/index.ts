export * from './DatabasesRoutes';
