import { createPermissionRule } from '@backstage/plugin-permission-node';
import { z } from 'zod';
import { databaseResourceRef } from '../databaseResourceRef';

/**
 * Allows databases that are part of one of some Systems.
 */
export const isInSystem = createPermissionRule({
  name: 'IS_IN_SYSTEM',
  description: 'Allow databases that are part of one of the systems',
  resourceRef: databaseResourceRef,
  paramsSchema: z.object({
    systems: z
      .array(z.string())
      .describe('Entity refs, of which one has to be its System'),
  }),
  apply: ({ system }, { systems }) =>
    system !== undefined && systems.includes(system),
  toQuery: ({ systems }) => ({ key: 'system', values: systems }),
});
