/** What is said of the ledger of restores. */
export const restoresMessages = {
  label: 'Restores, newest first',
  none: {
    title: 'No restore of it is known',
    description:
      'Restores are found in the clusters, and drills may report them: POST /api/holdfast/reports takes a report, as do Jobs and ConfigMaps in the cluster.',
  },
  outcome: { succeeded: 'Succeeded', failed: 'Failed' },
  earlier:
    'Of an earlier database of this name: it proves nothing of this one.',
  purpose: 'Purpose',
  purposes: { drill: 'made to prove', restore: 'made to be used' },
  startedAt: 'Begun',
  readyAt: 'Ready',
  took: 'Took',
  estimated: 'By the estimate of then',
  size: 'Data',
  backup: 'From',
  recoveryTarget: 'To the moment',
  target: 'Into',
  known: 'Known by',
  reportedBy: 'a report of {{principal}}',
  seen: 'what is in the cluster',
  checks: {
    label: 'What was asked of the restored data',
    name: 'Check',
    outcome: 'Outcome',
    detail: 'Found',
    passed: 'passed',
    notPassed: 'not passed',
  },
} as const;
