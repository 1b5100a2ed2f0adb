/**
 * Scaffolder actions that say what a database would attain and cost, check a rendered repository, and wait until a database is judged.
 *
 * @packageDocumentation
 */
export { scaffolderModuleHoldfast as default } from './module';
