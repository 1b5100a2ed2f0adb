export * from './postgresql';
export * from './ProvisioningContext';
