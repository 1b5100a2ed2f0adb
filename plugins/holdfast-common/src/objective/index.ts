export {
  defaultObjectiveConfig,
  parseObjectiveConfig,
} from './ObjectiveConfig';
export { type ObjectiveConfig } from './ObjectiveConfig';
export { type ObjectiveKey, type StatedDurations } from './ObjectiveKey';
export * from './resolveObjective';
