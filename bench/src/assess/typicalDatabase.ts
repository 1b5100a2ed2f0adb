import { DatabaseTraits } from '@holdfast/demo';

/** A healthy PostgreSQL of three instances with metrics, and a backup every night for 30 days. */
export const typicalDatabase: DatabaseTraits = {
  cluster: 'prod-eu-west',
  namespace: 'shop',
  name: 'typical',
  instances: 3,
  ageHours: 24 * 400,
  retention: '30d',
  schedule: { expression: '0 0 2 * * *' },
};
