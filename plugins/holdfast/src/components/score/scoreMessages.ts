/** What is said of the score. */
export const scoreMessages = {
  title: 'Score',
  explanation:
    'Points order the work that is left; the verdict decides. What is not known, or accepted for a time, earns none.',
  none: 'There is no score for a database that is exempt, or whose cluster has been out of reach for too long.',
  points: '{{points}} of {{possible}}',
  outstanding_one: '{{count}} point outstanding',
  outstanding_other: '{{count}} points outstanding',
  complete: 'nothing outstanding',
  reached: '{{reached}} of {{possible}}',
  earn_one: 'For {{count}} point: {{how}}',
  earn_other: 'For {{count}} points: {{how}}',
  state: {
    met: 'met',
    partly: 'met in part',
    'not-met': 'not met',
    unknown: 'not known',
  },
} as const;

/** The questions of 3-2-1-1-0. */
export const copiesMessages = {
  title: '3-2-1-1-0',
  explanation:
    'Three copies, on two media, one off-site, one that cannot be changed, no errors when it was restored.',
  'three-copies': 'Three copies',
  'two-media': 'Two media',
  'off-site': 'One off-site',
  immutable: 'One that cannot be changed',
  'no-errors': 'No errors when it was restored',
} as const;
