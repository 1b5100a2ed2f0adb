import { createPermissionRule } from '@backstage/plugin-permission-node';
import { z } from 'zod';
import { databaseResourceRef } from '../databaseResourceRef';

/**
 * Allows databases that one of the claims owns, for instance the groups of the user who asks.
 */
export const isOwner = createPermissionRule({
  name: 'IS_OWNER',
  description: 'Allow databases owned by one of the claims',
  resourceRef: databaseResourceRef,
  paramsSchema: z.object({
    claims: z
      .array(z.string())
      .describe('Entity refs, of which one has to be the owner'),
  }),
  apply: ({ owner }, { claims }) =>
    owner !== undefined && claims.includes(owner),
  toQuery: ({ claims }) => ({ key: 'owner', values: claims }),
});
