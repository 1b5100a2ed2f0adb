export * from './EvidenceList';
