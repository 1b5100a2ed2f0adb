import { badRequest } from './refusals';

/** The fields by which any type can be selected; custom resources know no others unless their CRD names them. */
export interface SelectableFields {
  name: string;
  namespace?: string;
}

/**
 * Reads a field selector over `metadata.name` and `metadata.namespace`.
 *
 * @throws StatusError (400) for any other field
 */
export function parseFieldSelector(
  selector: string,
): (fields: SelectableFields) => boolean {
  const requirements = selector
    .split(',')
    .filter(Boolean)
    .map(parseRequirement);
  return fields => requirements.every(matches => matches(fields));
}

function parseRequirement(text: string): (fields: SelectableFields) => boolean {
  const match = /^([^=!]+)(==|=|!=)(.*)$/.exec(text.trim());
  if (!match) {
    throw badRequest(`invalid selector: '${text}'; can't understand '${text}'`);
  }
  const [, field, operator, value] = match;
  const wanted = operator !== '!=';
  switch (field) {
    case 'metadata.name':
      return ({ name }) => (name === value) === wanted;
    case 'metadata.namespace':
      return ({ namespace = '' }) => (namespace === value) === wanted;
    default:
      throw badRequest(`field label not supported: ${field}`);
  }
}
