/**
 * Brings the databases, backups and backup stores that Holdfast found into the Backstage catalog.
 *
 * @packageDocumentation
 */
export { catalogModuleHoldfast as default } from './module';
