/** What the Recovery card says. */
export const recoveryMessages = {
  card: {
    title: 'Recovery',
    asOf: 'as of {{time}}',
    loading: 'Loading the recovery verdict',
    refreshFailed: 'Could not refresh. This is how it stood at {{time}}.',
    stale: {
      title: 'Cluster {{cluster}} does not answer',
      description:
        'It has not answered since {{time}}. This is how the database stood then.',
    },
  },
  attained: {
    rpo: {
      title: 'Attained RPO',
      explanation: 'Changes that would be lost now',
      basis: {
        measured: 'measured',
        bounded: 'at most, by the archive timeout',
        points: 'age of the newest recovery point',
      },
    },
    rto: {
      title: 'Attained RTO',
      explanation: 'Time until the database is back',
      basis: {
        measured: 'measured by a restore',
        measuredAt: 'measured by a restore on {{time}}',
        estimated: 'estimated',
        estimatedFrom: 'estimated from {{inputs}}',
      },
    },
    nothing: 'Everything',
    never: 'Cannot be restored',
    notKnown: 'Not known',
    met: 'within the objective of {{objective}}',
    missed: 'over the objective of {{objective}}',
    undecided: 'objective {{objective}}',
    each: 'For each disruption',
    table: {
      label: 'Attained RPO and RTO for each disruption',
      disruption: 'When',
      rpo: 'RPO',
      rto: 'RTO',
      of: '{{attained}} of {{objective}}',
    },
  },
  origin: {
    entity: 'objective set on this database',
    system: 'objective from {{reference}}',
    owner: 'objective from {{reference}}',
    tier: 'objective of tier {{reference}}',
    default: 'objective by default',
  },
  window: {
    title: 'Recovery window',
    continuous:
      'Any moment from {{from}} to {{to}} can be restored; changes of the {{gap}} since then would be lost.',
    pointsOnly:
      'Only the recovery points between {{from}} and {{to}} can be restored; changes of the {{gap}} since then would be lost.',
    none: 'No moment can be restored.',
    notKnown: 'It is not known which moments can be restored.',
    now: 'now',
    points_one: '{{count}} recovery point',
    points_other: '{{count}} recovery points',
    unusable_one: '{{count}} of them cannot bring this database back',
    unusable_other: '{{count}} of them cannot bring this database back',
    pointsFailed: 'The recovery points could not be read.',
    newestOf: 'The newest {{shown}} of {{total}}.',
    table: {
      label: 'Recovery points, newest first',
      time: 'Consistent at',
      method: 'Method',
      location: 'Location',
      usable: 'Usable',
      yes: 'yes',
      no: 'no',
    },
    method: {
      'barman-cloud-plugin': 'Barman Cloud plugin',
      'barman-in-tree': 'Barman, in-tree',
      'volume-snapshot': 'Volume snapshot',
      'mariadb-backup': 'mariadb-backup',
      'mariadb-dump': 'mariadb-dump',
      'binlog-archive': 'Binary logs',
      other: 'Other',
    },
  },
  findings: {
    title: 'Findings',
    none: 'Nothing found against it.',
    showAll: 'Show all {{total}}',
    showFewer: 'Show fewer',
    ceiling: 'Keeps the verdict at {{verdict}} or worse',
    remedy: 'What to do',
    evidence: 'Evidence',
  },
} as const;
