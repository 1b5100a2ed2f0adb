export * from './EvidenceDisclosure';
export * from './FactLine';
