import { createRouteRef, createSubRouteRef } from '@backstage/core-plugin-api';

/**
 * The Recovery page.
 *
 * @public
 */
export const rootRouteRef = createRouteRef({ id: 'holdfast' });

/**
 * The whole fleet as a table.
 *
 * @public
 */
export const databasesRouteRef = createSubRouteRef({
  id: 'holdfast-databases',
  parent: rootRouteRef,
  path: '/databases',
});

/**
 * What databases and their backups stand on together.
 *
 * @public
 */
export const sharedFateRouteRef = createSubRouteRef({
  id: 'holdfast-shared-fate',
  parent: rootRouteRef,
  path: '/shared-fate',
});

/**
 * One database, for those that no catalog entity stands for. The id has to be URL-encoded.
 *
 * @public
 */
export const databaseRouteRef = createSubRouteRef({
  id: 'holdfast-database',
  parent: rootRouteRef,
  path: '/databases/:databaseId',
});
