export * from './describeMachine';
export * from './Distribution';
export * from './formatTable';
export * from './measureRounds';
export * from './median';
export * from './quantile';
