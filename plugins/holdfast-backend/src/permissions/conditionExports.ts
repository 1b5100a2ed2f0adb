import { createConditionExports } from '@backstage/plugin-permission-node';
import { databaseResourceRef } from './databaseResourceRef';
import { databasePermissionRules } from './rules';

const { conditions, createConditionalDecision } = createConditionExports({
  resourceRef: databaseResourceRef,
  rules: databasePermissionRules,
});

/**
 * Conditions for permission policies, by owner and System of a database.
 *
 * @public
 */
export const holdfastConditions = conditions;

/**
 * Makes a decision of a policy depend on conditions.
 *
 * @public
 */
export const createHoldfastConditionalDecision = createConditionalDecision;
