/** What the fields of the form say. */
export const formMessages = {
  byTier: '{{value}} by tier {{tier}}',
  schedule: {
    use: 'Use {{expression}}',
    every: 'Runs every {{interval}}. Next:',
    once: 'Runs once:',
  },
  price: {
    label: 'Monthly price of the volumes on {{cluster}}',
    total_one: 'A month on {{cluster}}, for {{count}} instance',
    total_other: 'A month on {{cluster}}, for {{count}} instances',
    none: 'No price of this volume is known there.',
    failed: 'The price could not be loaded. {{reason}}',
    byCluster: 'Monthly price of a volume of {{size}} on each cluster',
    cluster: 'Cluster',
    class: 'Storage class',
    eachVolume: 'Each volume of {{size}}, a month',
    byDisk:
      'It is billed as a disk of a fixed size: the price shows once the cluster is chosen.',
    noDefault: 'The cluster has no default storage class: choose one.',
    noSuchClass: 'The cluster has no storage class {{name}}.',
    more_one: 'And on {{count}} more cluster.',
    more_other: 'And on {{count}} more clusters.',
  },
  storageClass: {
    default: 'default',
    price: '{{price}} for each {{unit}}',
    unpriced: 'unpriced: {{reason}}',
    retained: 'volumes are kept when the database is deleted (Retain)',
    deleted: 'volumes are deleted with the database (Delete)',
    fixed: 'volumes cannot grow',
  },
  cluster: {
    nowhere: 'place not known',
    namespaces_one: '{{count}} namespace',
    namespaces_other: '{{count}} namespaces',
    none: 'No cluster has been read yet. Write its name as Holdfast is going to know it.',
    failed: 'The clusters could not be loaded. {{reason}} Write the name.',
  },
  namespace: {
    own: 'Left empty, the database gets a namespace of its own with its name.',
    ownNamed: 'Left empty, the database gets a namespace of its own: {{name}}.',
    there: 'It is there on {{cluster}}.',
    notThere:
      'It is not there on {{cluster}} yet, as far as Holdfast can see. It has to be before the repository is applied.',
  },
  repository: {
    host: 'Host',
    owner: 'Organisation or user',
    repo: 'Repository',
    noHosts:
      'No Git host is set up under integrations in app-config that may be used here.',
    address: 'It is going to be at {{address}}.',
  },
  objective: {
    loading: 'Loading the tiers',
    failed: 'The tiers could not be loaded. {{reason}}',
    noPreview:
      'What each tier would attain and cost could not be loaded. {{reason}}',
    without: 'Reckoned without what is refused elsewhere: {{fields}}.',
    placed: 'Prices are those of {{cluster}} until a cluster is chosen.',
    basis:
      'Attained is what these answers would reach once the database runs and its first base backup is complete; prices are estimates for a month.',
    rpo: 'Lose at most {{time}}',
    rto: 'Back within {{time}}',
    retention: 'Restorable for {{time}}',
    disruption: {
      instance: 'An instance fails',
      zone: 'A zone is lost',
      region: 'The region is lost',
      data: 'Data is deleted',
    },
    loses: 'loses {{time}},',
    back: 'back in {{time}}',
    missed: '(misses the objective)',
    nothing: 'nothing',
    notKnown: 'not known',
    notPossible: 'Not with these answers:',
  },
} as const;
