/** What the preview of a database says. */
export const previewMessages = {
  loading: 'Loading the preview',
  failed: 'The preview could not be loaded',
  verdict: 'Predicted: {{verdict}}',
  meaning: {
    unprotected: 'As asked for, there would be nothing to restore from.',
    unknown: 'What would decide is not known.',
    'at-risk': 'It could be restored, but an objective would be missed.',
    protected:
      'Once it runs and its first base backup is complete, it can be restored, and no objective is missed.',
    exempt: 'By objective it need not be recoverable.',
  },
  notKnown: 'What happens is not known when {{disruptions}}.',
  incomplete: {
    title: 'Name and tier are missing',
    description:
      'Go back and fill them in: with those two, verdict and price can be told.',
  },
  refused: {
    title_one: 'One answer is refused',
    title_other: '{{count}} answers are refused',
    description:
      'Go back and mend them. Nothing is lost: the other answers stay.',
  },
  disruptions: {
    title: 'What each disruption would cost',
    label: 'Predicted RPO and RTO for each disruption',
    nothing: 'Nothing',
    rpo: 'Changes lost (RPO)',
    rto: 'Time until it is back (RTO)',
  },
} as const;
