import { badRequest } from './refusals';

export type Labels = Readonly<Record<string, string>>;

const KEY = '[A-Za-z0-9](?:[-A-Za-z0-9_./]*[A-Za-z0-9])?';
const VALUE = '(?:[A-Za-z0-9](?:[-A-Za-z0-9_.]*[A-Za-z0-9])?)?';
const EXISTENCE = new RegExp(`^(!?)\\s*(${KEY})$`);
const EQUALITY = new RegExp(`^(${KEY})\\s*(==|=|!=)\\s*(${VALUE})$`);
const SET = new RegExp(`^(${KEY})\\s+(in|notin)\\s*\\(([^()]*)\\)$`);
const WHOLE_VALUE = new RegExp(`^${VALUE}$`);

/**
 * Reads a label selector with equality-based and set-based requirements, as the Kubernetes documentation ("Labels and
 * Selectors") describes them.
 *
 * @throws StatusError (400) that quotes a requirement which cannot be read
 */
export function parseLabelSelector(
  selector: string,
): (labels: Labels) => boolean {
  const requirements = splitOutsideParentheses(selector).map(parseRequirement);
  return labels => requirements.every(matches => matches(labels));
}

function parseRequirement(text: string): (labels: Labels) => boolean {
  const existence = EXISTENCE.exec(text);
  if (existence) {
    const [, negated, key] = existence;
    return labels => key in labels !== Boolean(negated);
  }
  const equality = EQUALITY.exec(text);
  if (equality) {
    const [, key, operator, value] = equality;
    return labels => (labels[key] === value) === (operator !== '!=');
  }
  const set = SET.exec(text);
  if (set) {
    const [, key, operator, list] = set;
    const values = list.split(',').map(value => value.trim());
    if (values.every(value => WHOLE_VALUE.test(value))) {
      // `notin` and `!=` also select what has no such label.
      return labels =>
        (key in labels && values.includes(labels[key])) === (operator === 'in');
    }
  }
  throw badRequest(`unable to parse requirement: ${text}`);
}

function splitOutsideParentheses(selector: string): string[] {
  return selector
    .split(/,(?![^(]*\))/)
    .map(part => part.trim())
    .filter(Boolean);
}
