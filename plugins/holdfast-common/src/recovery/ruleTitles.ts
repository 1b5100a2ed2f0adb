import { ruleDescriptions } from './ruleDescriptions';
import { builtInRules } from './rules';

/**
 * The built-in rules in a few English words each, by their ids: what a translation starts from, and what is shown where there is none.
 *
 * @public
 */
export const ruleTitles: Readonly<Record<string, string>> = Object.fromEntries(
  ruleDescriptions(builtInRules).map(({ id, title }) => [id, title]),
);
