/** What the page of the clusters says. */
export const clustersMessages = {
  none: 'No cluster is configured, or none holds a database that you may see.',
  failed: 'The state of the clusters could not be loaded',
  databases_one: '{{count}} database',
  databases_other: '{{count}} databases',
  lastContact: 'Last answer',
  lastSync: 'Last complete list',
  metrics: {
    title: 'Metrics',
    live: 'last answer {{time}}',
    failing: 'failing: {{error}}',
    none: 'not configured',
  },
  never: 'never',
  state: {
    connecting: 'connecting',
    synchronising: 'reading',
    live: 'live',
    lost: 'lost',
  },
  meaning: {
    connecting: 'No answer yet.',
    synchronising: 'Reading what is there; not everything is known yet.',
    live: 'Every change arrives as it happens.',
    lost: 'No answer. Everything is as of the last one.',
  },
  kinds: {
    label: 'What is read of cluster {{cluster}}',
    kind: 'Kind',
    state: 'State',
    objects: 'Objects',
    lastEvent: 'Last change',
  },
  kindState: {
    pending: 'not read yet',
    listing: 'reading',
    watching: 'live',
    waiting: 'will be tried again',
    forbidden: 'not allowed to read it',
    absent: 'not installed there',
  },
} as const;
