/** What is said of the history of a database. */
export const historyMessages = {
  failed: 'The history could not be loaded',
  transitions: 'What changed',
  label: 'Changes of the verdict and of the RPO, newest first',
  none: 'Nothing has changed since it was first seen.',
  became: 'became',
  gone: 'gone',
  firstSeen: 'first seen',
  rpo: {
    met: 'RPO attained from then on',
    missed: 'RPO missed from then on',
    unknown: 'RPO not known from then on',
    exempt: 'no RPO asked for from then on',
  },
  attainment: {
    title: 'Attainment',
    explanation:
      'The share of the time in which the objectives were met, of that in which it could be told. Time that is not known is on neither side.',
    window: 'Of the last',
    days_one: '{{count}} day',
    days_other: '{{count}} days',
    verdict: 'Protected or Proven',
    rpo: 'RPO for loss of data',
    missed: 'missed for {{duration}}',
    unknown: 'not known for {{duration}}',
    exempt: 'exempt for {{duration}}',
    since: 'known since {{time}}',
  },
} as const;
