/**
 * Shows in the portal whether a database could be brought back.
 *
 * @packageDocumentation
 */
export { default } from './plugin';
export * from './api';
export * from './routes';
export * from './translation';
