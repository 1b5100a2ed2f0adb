export * from './collectManifests';
export { isForeignName } from './foreignFiles';
export * from './InputDocument';
export * from './InputObjects';
export * from './ObjectCollector';
export * from './objectiveOf';
export * from './readDocuments';
export * from './ReadingProblem';
export * from './waiversOf';
