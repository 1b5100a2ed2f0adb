export * from './VerdictBadge';
export * from './verdictLook';
