import { builtInRules } from './rules';
import { waiverRules } from './waivers/waiverRules';

/**
 * The built-in rules in a few English words each, by their ids: what a translation starts from, and what is shown where there is none.
 *
 * @public
 */
export const ruleTitles: Readonly<Record<string, string>> = {
  ...Object.fromEntries(builtInRules.map(({ id, title }) => [id, title])),
  'facts/unreadable': 'Facts that cannot be read',
  ...Object.fromEntries(
    Object.values(waiverRules).map(({ id, title }) => [id, title]),
  ),
};
