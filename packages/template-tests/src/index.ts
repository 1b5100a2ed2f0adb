export { appliedFolders, buildManifests, type Build } from './buildFolders';
export { builtFolder } from './builtFolder';
export {
  leastAnswers,
  structuralChoices as postgresqlChoices,
  type Answers,
} from './postgresql/choices';
export { parseEntities } from './objects';
export { pairwise, type Choices } from './pairwise';
export {
  TemplateUnderTest,
  writeRepository,
  type RenderedRepository,
} from './TemplateUnderTest';
export { findTool, run, type Ended, type Tool } from './tools';
