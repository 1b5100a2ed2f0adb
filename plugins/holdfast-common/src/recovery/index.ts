export * from './Assessment';
export * from './Clock';
export * from './Finding';
export * from './Rule';
export * from './usableBackups';
export * from './Verdict';
