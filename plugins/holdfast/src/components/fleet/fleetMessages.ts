/** What the page over the fleet says. */
export const fleetMessages = {
  tiles: 'Filter by verdict',
  lost: {
    title: 'Cluster {{cluster}} does not answer',
    since: 'No answer since {{time}}{{reason}}.',
    reason: ': {{reason}}',
    databases_one: 'Its database is shown as it stood then.',
    databases_other: 'Its {{count}} databases are shown as they stood then.',
  },
  strip: {
    label: 'Freshness of the clusters',
  },
  filter: {
    label: 'Filter databases',
    text: 'Search',
    textPlaceholder: 'Name, namespace, cluster, owner',
    engine: 'Engine',
    cluster: 'Cluster',
    owner: 'Owner',
    any: 'Any',
    clear: 'Clear filters',
  },
  column: {
    name: 'Database',
    verdict: 'Verdict',
    why: 'Why',
    attainedRpo: 'Attained RPO',
    owner: 'Owner',
    cluster: 'Cluster',
  },
  rpo: {
    met: 'within {{objective}}',
    missed: 'over {{objective}}',
    undecided: 'objective {{objective}}',
  },
  noOwner: 'none',
  pageSize: '{{size}} per page',
  range: '{{from}} to {{to}} of {{total}}',
  refreshFailed: 'Could not refresh. The table may be out of date.',
  failed: 'The databases could not be loaded',
  empty: {
    title: 'No database has been found yet',
    reading_one: '{{count}} cluster is being read.',
    reading_other: '{{count}} clusters are being read.',
    noClusters:
      'No cluster is configured under kubernetes.clusterLocatorMethods in app-config, or you may see no database: that takes the permission holdfast.database.read.',
    read: 'All clusters have been read, and none holds a database that Holdfast knows how to judge.',
  },
  filteredEmpty: {
    title: 'No database matches',
    description: 'Take a filter away to see more of the {{total}}.',
  },
} as const;
