import { createTranslationRef } from '@backstage/frontend-plugin-api';
import { costMessages } from './components/form/cost/costMessages';
import { formMessages } from './components/form/formMessages';
import { previewMessages } from './components/form/preview/previewMessages';

/**
 * All words of the interface, by their keys.
 *
 * @public
 */
export const holdfastMessages = {
  verdict: {
    unprotected: {
      name: 'Unprotected',
      meaning: 'There is nothing to restore from.',
    },
    unknown: {
      name: 'Unknown',
      meaning: 'The facts that would decide are missing or stale.',
    },
    'at-risk': {
      name: 'At risk',
      meaning: 'It can be restored, but an objective is missed or close.',
    },
    protected: {
      name: 'Protected',
      meaning: 'It can be restored, and every objective is met.',
    },
    proven: {
      name: 'Proven',
      meaning: 'A restore of it succeeded, and every objective is met.',
    },
    exempt: {
      name: 'Exempt',
      meaning: 'By objective it need not be recoverable.',
    },
    protectedBut: '{{meaning}} {{finding}}',
    exemptBecause: 'By objective it need not be recoverable: {{reason}}',
    since: 'since {{time}}',
    stale: 'stale',
  },
  severity: {
    critical: 'Critical',
    warning: 'Warning',
    info: 'Note',
  },
  disruption: {
    instance: 'an instance fails',
    zone: 'a zone is lost',
    region: 'the region is lost',
    data: 'data is deleted or corrupted',
  },
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
  evidence: {
    hidden:
      'You may see the verdict, but not its evidence. The permission for that is holdfast.evidence.read.',
    notThere: 'not there',
    observedAt: 'seen at {{time}}',
    copy: 'Copy as a kubectl command',
    copied: 'Copied',
  },
  state: {
    retry: 'Try again',
    failed: {
      title: 'The recovery verdict could not be loaded',
    },
    refused: {
      title: 'You may not see this',
      description:
        'It needs the permission holdfast.database.read. Ask whoever looks after the portal.',
    },
    noDatabase: {
      title: 'No database is known for this entity',
      annotations:
        'Check that the annotations holdfast.io/cluster, holdfast.io/namespace, holdfast.io/kind and holdfast.io/name name an object that exists.',
      annotated:
        'Its annotations name {{id}}. Check that this object exists and that its cluster is among those that Holdfast reads.',
      cluster:
        'A database that was just created appears as soon as its cluster has been read.',
    },
    noSuchDatabase: {
      title: 'There is no such database',
      description:
        'None with the id {{id}} is known. It may have been deleted, or its cluster is not among those that Holdfast reads.',
    },
  },
  page: {
    title: 'Recovery',
    databases: 'Databases',
    clusters: 'Clusters',
  },
  fleet: {
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
  },
  engine: {
    postgresql: 'PostgreSQL',
    redis: 'Redis',
    valkey: 'Valkey',
    mysql: 'MySQL',
    mariadb: 'MariaDB',
  },
  database: {
    all: 'All databases',
    cluster: 'Cluster',
    namespace: 'Namespace',
    engine: 'Engine',
    operator: 'Operator',
    owner: 'Owner',
    system: 'System',
  },
  form: formMessages,
  preview: previewMessages,
  cost: costMessages,
  clusters: {
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
  },
} as const;

/**
 * All words of the interface, to be replaced or translated.
 *
 * @remarks
 * The type is the inferred one. It is named, since the compiler writes the inferred one out in an order that moves with other files, and
 * the API report with it.
 *
 * @public
 */
export const holdfastTranslationRef: ReturnType<
  typeof createTranslationRef<
    'plugin.holdfast',
    typeof holdfastMessages,
    Record<string, never>
  >
> = createTranslationRef({ id: 'plugin.holdfast', messages: holdfastMessages });
