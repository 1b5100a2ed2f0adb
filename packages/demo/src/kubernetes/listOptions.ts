import { parseFieldSelector } from './fieldSelector';
import { parseLabelSelector } from './labelSelector';
import { ListQuery } from './listPage';
import { badRequest, invalidListOptions } from './refusals';
import { StoredObject } from './StoredObject';
import { WatchQuery } from './watchStream';

/**
 * Reads the query of a list.
 *
 * @throws StatusError 400 or 422 in the words of kube-apiserver
 */
export function parseListQuery(
  parameters: URLSearchParams,
  namespace: string | undefined,
): ListQuery {
  const resourceVersionMatch = parameters.get('resourceVersionMatch') ?? '';
  const continueToken = parameters.get('continue') || undefined;
  const resourceVersion = parseResourceVersion(parameters);

  if (parameters.has('sendInitialEvents')) {
    throw invalidListOptions({
      reason: 'FieldValueForbidden',
      field: 'sendInitialEvents',
      message: 'Forbidden: sendInitialEvents is forbidden for list',
    });
  }
  if (!isVersionMatch(resourceVersionMatch)) {
    throw invalidListOptions({
      reason: 'FieldValueNotSupported',
      field: 'resourceVersionMatch',
      message: `Unsupported value: "${resourceVersionMatch}": supported values: "Exact", "NotOlderThan", ""`,
    });
  }
  if (resourceVersionMatch && resourceVersion === undefined) {
    throw forbiddenMatch(
      'resourceVersionMatch is forbidden unless resourceVersion is provided',
    );
  }
  if (resourceVersionMatch && continueToken) {
    throw forbiddenMatch(
      'resourceVersionMatch is forbidden when continue is provided',
    );
  }
  if (resourceVersionMatch === 'Exact' && resourceVersion === 0) {
    throw forbiddenMatch(
      'resourceVersionMatch "exact" is forbidden for resourceVersion "0"',
    );
  }
  return {
    namespace,
    matches: parseSelectors(parameters),
    limit: parseInteger(parameters, 'limit'),
    continueToken,
    resourceVersion,
    resourceVersionMatch: resourceVersionMatch || undefined,
  };
}

/**
 * Reads the query of a watch.
 *
 * @throws StatusError 400 or 422 in the words of kube-apiserver
 */
export function parseWatchQuery(
  parameters: URLSearchParams,
  namespace: string | undefined,
): WatchQuery {
  const match = parameters.get('resourceVersionMatch');
  const sendInitialEvents = parameters.get('sendInitialEvents') === 'true';
  if (parameters.has('sendInitialEvents') && match !== 'NotOlderThan') {
    throw forbiddenMatch(
      'sendInitialEvents requires setting resourceVersionMatch to NotOlderThan',
    );
  }
  if (match && !parameters.has('sendInitialEvents')) {
    throw forbiddenMatch(
      'resourceVersionMatch is forbidden for watch unless sendInitialEvents is provided',
    );
  }
  return {
    namespace,
    matches: parseSelectors(parameters),
    resourceVersion: parseResourceVersion(parameters),
    allowBookmarks: isTrue(parameters.get('allowWatchBookmarks')),
    sendInitialEvents,
    timeoutSeconds: parseInteger(parameters, 'timeoutSeconds'),
  };
}

export function isWatch(parameters: URLSearchParams): boolean {
  return isTrue(parameters.get('watch'));
}

function isTrue(value: string | null): boolean {
  return value === 'true' || value === '1';
}

function isVersionMatch(value: string): value is 'Exact' | 'NotOlderThan' | '' {
  return ['Exact', 'NotOlderThan', ''].includes(value);
}

function forbiddenMatch(message: string) {
  return invalidListOptions({
    reason: 'FieldValueForbidden',
    field: 'resourceVersionMatch',
    message: `Forbidden: ${message}`,
  });
}

function parseResourceVersion(parameters: URLSearchParams): number | undefined {
  const text = parameters.get('resourceVersion');
  if (!text) {
    return undefined;
  }
  if (!/^\d+$/.test(text)) {
    throw badRequest(
      `invalid resource version: resourceVersion: Invalid value: "${text}": strconv.ParseUint: parsing "${text}": invalid syntax`,
    );
  }
  return Number(text);
}

function parseInteger(
  parameters: URLSearchParams,
  name: string,
): number | undefined {
  const text = parameters.get(name);
  if (!text) {
    return undefined;
  }
  if (!/^-?\d+$/.test(text)) {
    throw badRequest(`strconv.ParseInt: parsing "${text}": invalid syntax`);
  }
  return Number(text);
}

function parseSelectors(
  parameters: URLSearchParams,
): ((object: StoredObject) => boolean) | undefined {
  const labels = parameters.get('labelSelector');
  const fields = parameters.get('fieldSelector');
  if (!labels && !fields) {
    return undefined;
  }
  const byLabels = parseLabelSelector(labels ?? '');
  const byFields = parseFieldSelector(fields ?? '');
  return object => byLabels(object.labels) && byFields(object);
}
