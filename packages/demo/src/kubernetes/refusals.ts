/*
 * The refusals of kube-apiserver 1.36, word for word. The words are those of k8s.io/apimachinery/pkg/api/errors and
 * k8s.io/apiserver; the conformance tests compare them with the real server's.
 */
import { ResourceType, resourceName } from './ResourceType';
import { StatusDetails, StatusError } from './Status';

function detailsOf(type: ResourceType, name?: string): StatusDetails {
  return {
    ...(name && { name }),
    ...(type.group && { group: type.group }),
    kind: type.plural,
  };
}

export function unauthorized(): StatusError {
  return new StatusError({
    code: 401,
    reason: 'Unauthorized',
    message: 'Unauthorized',
  });
}

export function forbidden(options: {
  user: string;
  verb: string;
  type: ResourceType;
  subresource?: string;
  namespace?: string;
  name?: string;
}): StatusError {
  const { user, verb, type, subresource, namespace, name } = options;
  const subject = name ? ` "${name}"` : '';
  const resource = subresource ? `${type.plural}/${subresource}` : type.plural;
  const scope = namespace
    ? `in the namespace "${namespace}"`
    : 'at the cluster scope';
  return new StatusError({
    code: 403,
    reason: 'Forbidden',
    message: `${resourceName(
      type,
    )}${subject} is forbidden: User "${user}" cannot ${verb} resource "${resource}" in API group "${
      type.group
    }" ${scope}`,
    details: detailsOf(type, name),
  });
}

export function forbiddenPath(options: {
  user: string;
  verb: string;
  path: string;
}): StatusError {
  const { user, verb, path } = options;
  return new StatusError({
    code: 403,
    reason: 'Forbidden',
    message: `forbidden: User "${user}" cannot ${verb} path "${path}"`,
    details: {},
  });
}

export function notFound(type: ResourceType, name: string): StatusError {
  return new StatusError({
    code: 404,
    reason: 'NotFound',
    message: `${resourceName(type)} "${name}" not found`,
    details: detailsOf(type, name),
  });
}

export function alreadyExists(type: ResourceType, name: string): StatusError {
  return new StatusError({
    code: 409,
    reason: 'AlreadyExists',
    message: `${resourceName(type)} "${name}" already exists`,
    details: detailsOf(type, name),
  });
}

export function conflict(type: ResourceType, name: string): StatusError {
  return new StatusError({
    code: 409,
    reason: 'Conflict',
    message: `Operation cannot be fulfilled on ${resourceName(
      type,
    )} "${name}": the object has been modified; please apply your changes to the latest version and try again`,
    details: detailsOf(type, name),
  });
}

export function badRequest(message: string): StatusError {
  return new StatusError({ code: 400, reason: 'BadRequest', message });
}

export function invalid(options: {
  group: string;
  kind: string;
  name?: string;
  cause: {
    reason:
      | 'FieldValueRequired'
      | 'FieldValueInvalid'
      | 'FieldValueForbidden'
      | 'FieldValueNotSupported';
    field: string;
    message: string;
  };
}): StatusError {
  const { group, kind, name = '', cause } = options;
  return new StatusError({
    code: 422,
    reason: 'Invalid',
    message: `${kind}${group && `.${group}`} "${name}" is invalid: ${
      cause.field
    }: ${cause.message}`,
    details: {
      ...(name && { name }),
      ...(group && { group }),
      kind,
      causes: [cause],
    },
  });
}

/** Parameters of a list or watch that contradict each other. */
export function invalidListOptions(cause: {
  reason: 'FieldValueForbidden' | 'FieldValueNotSupported';
  field: string;
  message: string;
}): StatusError {
  return invalid({ group: 'meta.k8s.io', kind: 'ListOptions', cause });
}

/** A resource that a built-in group does not have. Of other groups the server knows nothing and answers in plain text. */
export function unknownResource(): StatusError {
  return new StatusError({
    code: 404,
    reason: 'NotFound',
    message: 'the server could not find the requested resource',
    details: {},
  });
}

export function methodNotAllowed(): StatusError {
  return new StatusError({
    code: 405,
    reason: 'MethodNotAllowed',
    message: 'the server does not allow this method on the requested resource',
    details: {},
  });
}

export function notAcceptable(accepted: string[]): StatusError {
  return new StatusError({
    code: 406,
    reason: 'NotAcceptable',
    message: `only the following media types are accepted: ${accepted.join(
      ', ',
    )}`,
  });
}

export function unsupportedMediaType(accepted: string[]): StatusError {
  return new StatusError({
    code: 415,
    reason: 'UnsupportedMediaType',
    message: `the body of the request was in an unknown format - accepted media types include: ${accepted.join(
      ', ',
    )}`,
  });
}

/** A watch that asks for changes which the server has forgotten. */
export function tooOldResourceVersion(
  requested: number,
  oldest: number,
): StatusError {
  return new StatusError({
    code: 410,
    reason: 'Expired',
    message: `too old resource version: ${requested} (${oldest})`,
  });
}

/** A list at a resource version that etcd has compacted. */
export function compactedResourceVersion(): StatusError {
  return new StatusError({
    code: 410,
    reason: 'Expired',
    message: 'The resourceVersion for the provided list is too old.',
  });
}

/** A page of a list whose snapshot etcd has compacted. */
export function expiredContinue(continueToken: string): StatusError {
  return new StatusError({
    code: 410,
    reason: 'Expired',
    message:
      'The provided continue parameter is too old to display a consistent list result. You can start a new list without ' +
      'the continue parameter, or use the continue token in this response to retrieve the remainder of the results. ' +
      'Continuing with the provided token results in an inconsistent list - objects that were created, modified, or ' +
      'deleted between the time the first chunk was returned and now may show up in the list.',
    continueToken,
  });
}

export function tooLargeResourceVersion(
  requested: number,
  current: number,
): StatusError {
  return new StatusError({
    code: 504,
    reason: 'Timeout',
    message: `Timeout: Too large resource version: ${requested}, current: ${current}`,
    details: {
      causes: [
        {
          reason: 'ResourceVersionTooLarge',
          message: 'Too large resource version',
        },
      ],
      retryAfterSeconds: 1,
    },
  });
}

/** What a starting server answers until it knows every resource that it serves, CRDs included. */
export function notYetServing(): StatusError {
  return new StatusError({
    code: 503,
    reason: 'ServiceUnavailable',
    message:
      'the request has been made before all known HTTP paths have been installed, please try again',
    details: { retryAfterSeconds: 5 },
  });
}

/** What a starting server answers until its watch cache has been filled from etcd. */
export function initializing(): StatusError {
  return tooManyRequests('storage is (re)initializing', 1);
}

export function tooManyRequests(
  message: string,
  retryAfterSeconds: number,
): StatusError {
  return new StatusError({
    code: 429,
    reason: 'TooManyRequests',
    message,
    details: { retryAfterSeconds },
  });
}
