export {
  defaultObjectiveConfig,
  parseObjectiveConfig,
} from './ObjectiveConfig';
export { type ObjectiveConfig } from './ObjectiveConfig';
export { objectiveKeys } from './ObjectiveKey';
export { type ObjectiveKey, type StatedDurations } from './ObjectiveKey';
export * from './resolveObjective';
