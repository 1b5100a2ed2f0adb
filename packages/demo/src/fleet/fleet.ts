import { DescribedDatabase } from '../postgresql/DatabaseTraits';
import { dev } from './dev';
import { prodEuWest } from './prodEuWest';
import { prodUsEast } from './prodUsEast';

/**
 * The fleet to try Holdfast on: every verdict and every trap at least once.
 *
 * @public
 */
export const fleet: readonly DescribedDatabase[] = [
  ...prodEuWest,
  ...prodUsEast,
  ...dev,
];

/**
 * Who owns a namespace where a database does not say otherwise.
 *
 * @public
 */
export const namespaceOwners: Readonly<Record<string, string>> = {
  shop: 'group:default/checkout',
  payments: 'group:default/payments',
  accounts: 'group:default/identity',
  delivery: 'group:default/logistics',
  analytics: 'group:default/insights',
  'developer-tools': 'group:default/platform',
};
