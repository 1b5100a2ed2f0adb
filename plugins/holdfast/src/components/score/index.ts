export * from './CopyChecklist';
export * from './ScoreControls';
export * from './ScoreDisclosure';
export * from './ScoreSum';
