import { DrillTraits } from '../../workloads/drills/DrillTraits';
import { weekly } from '../../workloads/Rhythm';

/** Databases that are restored for practice: drills that pass, that find something, and that nobody noticed have stopped. */
export const drills: readonly DrillTraits[] = [
  {
    cluster: 'prod-eu-west',
    namespace: 'analytics',
    database: 'Cluster.postgresql.cnpg.io/reports',
    rhythm: weekly('sunday', '05:00'),
  },
  {
    cluster: 'prod-eu-west',
    namespace: 'shop',
    database: 'Cluster.postgresql.cnpg.io/promotions',
    rhythm: weekly('tuesday', '05:30'),
    outcome: 'fails-check',
  },
  {
    cluster: 'prod-us-east',
    namespace: 'delivery',
    database: 'Cluster.postgresql.cnpg.io/fleet',
    rhythm: weekly('monday', '04:30'),
    reports: 'config-map',
    stuckDays: 50,
  },
  {
    cluster: 'dev',
    namespace: 'accounts',
    database: 'Cluster.postgresql.cnpg.io/users-dev',
    rhythm: weekly('friday', '08:00'),
    outcome: 'garbled',
  },
  {
    cluster: 'prod-us-east',
    namespace: 'payments',
    database: 'PerconaServerMySQL.ps.percona.com/settlements',
    rhythm: weekly('saturday', '06:00'),
    reports: 'config-map',
    seconds: 900,
  },
];
