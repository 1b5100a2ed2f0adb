/** What is said of deletions. */
export const deletionMessages = {
  failed: 'What a deletion would do could not be loaded',
  event: {
    'leaves-git': 'If this leaves Git',
    'object-deleted': 'If its object is deleted',
    'claim-deleted': 'If its claims are deleted',
    'namespace-deleted': 'If its namespace is deleted',
  },
  none: 'No volume and no backup of it is known.',
  volume: 'Volume {{name}} with {{role}}',
  backups: 'Backups in {{name}}',
  fate: {
    dies: 'gone, and nothing asks',
    asks: 'gone once somebody agrees',
    stays: 'kept',
    unknown: 'not known',
  },
} as const;
