/**
 * The backend of Holdfast: keeps the inventory of databases in step with Kubernetes, judges their recovery and serves the API.
 *
 * @packageDocumentation
 */
export { holdfastPlugin as default } from './plugin';
export {
  createHoldfastConditionalDecision,
  holdfastConditions,
} from './permissions/conditionExports';
export { type DatabaseResource } from './permissions/databaseResourceRef';
export { type DatabaseCondition } from './recovery/DatabaseFilter';
