export * from './RecoveryCard';
export * from './RecoveryCardFrame';
