import { InputError } from '@backstage/errors';
import { ErrorRequestHandler, Request, RequestHandler } from 'express';
import {
  error as validatorErrors,
  middleware,
} from 'express-openapi-validator';
import { z } from 'zod';
import { openapiDocumentPath } from './openapiDocumentPath';

/** What the validator leaves on a request: the operation that it found. */
const operationSchema = z.object({
  openapi: z.object({
    schema: z.object({
      parameters: z.array(z.object({ name: z.string(), in: z.string() })),
    }),
  }),
});

/** Says which parameter is wrong, what it was and what would be right; the validator's own message has no value. */
const nameParameter: ErrorRequestHandler = (error, request, _, next) => {
  if (!(error instanceof validatorErrors.BadRequest)) {
    next(error);
    return;
  }
  const problems = error.errors.map(({ path, message }) => {
    const [, place, name, index] = path.split('/');
    switch (place) {
      case 'query':
        return describeProblem({
          request,
          name,
          index: Number(index ?? 0),
          message,
        });
      case 'body':
        return describeBodyProblem(
          request.body,
          path.split('/').slice(2),
          message,
        );
      default:
        return `${path}: ${message}`;
    }
  });
  next(new InputError([...new Set(problems)].join('; ')));
};

function describeProblem(options: {
  request: Request;
  name: string;
  index: number;
  message: string;
}): string {
  const { request, name, index, message } = options;
  const { searchParams } = new URL(request.originalUrl, 'http://localhost');
  const values = searchParams.getAll(name);
  const value = values[index] ?? values[0];
  const known = queryParametersOf(request);
  if (!known.includes(name)) {
    return `Query parameter '${name}' is not known here: there ${
      known.length ? `are ${known.join(', ')}` : 'is none'
    }`;
  }
  return value === undefined
    ? `Query parameter '${name}': ${message}`
    : `Query parameter '${name}' is '${value}': ${message}`;
}

function describeBodyProblem(
  body: unknown,
  steps: readonly string[],
  message: string,
): string {
  const value = steps.reduce<unknown>(
    (outer, step) =>
      typeof outer === 'object' && outer !== null && Object.hasOwn(outer, step)
        ? Object.entries(outer).find(([key]) => key === step)?.[1]
        : undefined,
    body,
  );
  const field = steps.length ? steps.join('.') : 'the body';
  // What is no single value is not quoted: it may be long, and the message says what is amiss with it.
  return ['string', 'number', 'boolean'].includes(typeof value)
    ? `${field} is ${JSON.stringify(value).slice(0, 80)}: ${message}`
    : `${field}: ${message}`;
}

function queryParametersOf(request: Request): string[] {
  const operation = operationSchema.safeParse(request).data?.openapi;
  return (operation?.schema.parameters ?? [])
    .filter(parameter => parameter.in === 'query')
    .map(parameter => parameter.name);
}

/**
 * Middleware that holds requests to the OpenAPI document: what does not fit is refused by name, what fits arrives with defaults and in
 * the right types.
 */
export function validateRequests(): Array<
  RequestHandler | ErrorRequestHandler
> {
  return [
    ...middleware({
      apiSpec: openapiDocumentPath,
      validateRequests: { allowUnknownQueryParameters: false },
      validateResponses: false,
      validateSecurity: false,
      ignoreUndocumented: true,
      useRequestUrl: true,
      $refParser: { mode: 'dereference' },
    }),
    nameParameter,
  ];
}
