import { IncomingMessage, ServerResponse } from 'node:http';
import { Caller } from './Accounts';
import { answerJson, answerPieces, answerStream, readJson } from './answers';
import { ConnectionFault } from './ConnectionFault';
import { decodeContinueToken, encodeContinueToken } from './continueToken';
import { Faults } from './Faults';
import { listBody } from './listBody';
import { isWatch, parseListQuery, parseWatchQuery } from './listOptions';
import { readListPage } from './listPage';
import { ObjectStore } from './ObjectStore';
import {
  badRequest,
  expiredContinue,
  forbidden,
  initializing,
  methodNotAllowed,
  notFound,
  unsupportedMediaType,
} from './refusals';
import { negotiate } from './representation';
import { ResourcePath } from './resourcePath';
import { isBuiltIn, resourceName, ResourceType } from './ResourceType';
import { StoredObject } from './StoredObject';
import { watchStream } from './watchStream';
import {
  createObject,
  deleteObject,
  patchObject,
  replaceObject,
} from './writes';

/** What a server brings to the requests that it serves. */
export interface ServerState {
  store: ObjectStore;
  faults: Faults;
  /** What lies up to this revision the server has never seen, since it was started after it. */
  startedAt: number;
  /** Whether its watch cache is still being filled. */
  isInitializing: () => boolean;
  bookmarkIntervalSeconds: number;
}

/** One request for objects of one type. */
export interface ResourceRequest {
  request: IncomingMessage;
  response: ServerResponse;
  caller: Caller;
  type: ResourceType;
  path: ResourcePath;
  parameters: URLSearchParams;
  /** Aborted when client or server go away. */
  signal: AbortSignal;
}

const WRITE_VERBS: Record<string, string> = {
  POST: 'create',
  PUT: 'update',
  PATCH: 'patch',
  DELETE: 'delete',
};

/** @throws StatusError for a refusal, ConnectionFault for an exchange that a fault cuts off */
export async function serveResource(
  state: ServerState,
  exchange: ResourceRequest,
): Promise<void> {
  const { request, path, parameters } = exchange;
  const collectionVerb = isWatch(parameters) ? 'watch' : 'list';
  const verb =
    WRITE_VERBS[request.method ?? 'GET'] ??
    (path.name ? 'get' : collectionVerb);
  authorize(state, exchange, verb);

  if (
    ['list', 'watch'].includes(verb) &&
    (state.isInitializing() ||
      state.faults.strike('initialize', resourceName(exchange.type)))
  ) {
    throw initializing();
  }
  switch (verb) {
    case 'get':
      return serveGet(state, exchange);
    case 'list':
      return serveList(state, exchange);
    case 'watch':
      return serveWatch(state, exchange);
    default:
      return serveWrite(state, exchange);
  }
}

function authorize(
  { faults }: ServerState,
  { caller, type, path }: ResourceRequest,
  verb: string,
): void {
  const reads = ['get', 'list', 'watch'].includes(verb);
  const allowed =
    caller.access === 'write' || (caller.access === 'read' && reads);
  if (!allowed || faults.strike('forbid', resourceName(type))) {
    throw forbidden({ user: caller.user, verb, type, ...path });
  }
}

function serveGet(
  { store }: ServerState,
  { request, response, type, path }: ResourceRequest,
): void {
  const name = path.name ?? '';
  const object = store.stored(type, { namespace: path.namespace, name });
  if (!object) {
    throw notFound(type, name);
  }
  const form = negotiate(type, request.headers.accept, 'object');
  answerJson(response, 200, form.object(object));
}

async function serveList(
  { store, faults }: ServerState,
  { request, response, type, path, parameters }: ResourceRequest,
): Promise<void> {
  const query = parseListQuery(parameters, path.namespace);
  const form = negotiate(type, request.headers.accept, 'list');
  if (query.continueToken && faults.strike('expire', resourceName(type))) {
    const { after } = decodeContinueToken(query.continueToken);
    throw expiredContinue(encodeContinueToken({ revision: -1, after }));
  }
  const page = readListPage(store, type, query);
  const order =
    isBuiltIn(type) || form.listType.apiVersion === 'meta.k8s.io/v1'
      ? 'declared'
      : 'alphabetical';
  const pieces = listBody(page, form, order);
  await answerPieces(request, response, {
    pieces: faults.strike('cut', resourceName(type)) ? cut(pieces) : pieces,
    approximateBytes: page.items.reduce(
      (sum, object) => sum + object.json.length,
      0,
    ),
  });
}

/** Breaks a body off in the middle of its first large piece. */
function* cut(pieces: Iterable<string>): Generator<string> {
  for (const piece of pieces) {
    if (piece.length > 200) {
      yield piece.slice(0, piece.length / 2);
      break;
    }
    yield piece;
  }
  throw new ConnectionFault('cut');
}

async function serveWatch(
  state: ServerState,
  { request, response, type, path, parameters, signal }: ResourceRequest,
): Promise<void> {
  const query = parseWatchQuery(parameters, path.namespace);
  const representation = negotiate(type, request.headers.accept, 'watch');
  await answerStream(
    response,
    watchStream({ ...state, type, query, representation, signal }),
  );
}

async function serveWrite(
  { store }: ServerState,
  exchange: ResourceRequest,
): Promise<void> {
  const { request, response, type, path } = exchange;
  const { namespace, name, subresource } = path;
  if (request.method === 'PATCH') {
    const mediaType = request.headers['content-type']?.split(';')[0];
    if (mediaType !== 'application/merge-patch+json') {
      throw unsupportedMediaType(['application/merge-patch+json']);
    }
  }
  const body = await readJson(request);
  if (!body) {
    throw badRequest(
      `the object provided is unrecognized (must be of type ${type.kind})`,
    );
  }
  if (request.method === 'POST' && !name) {
    const created = createObject(store, { type, namespace }, body);
    answerJson(response, 201, created.json);
    return;
  }
  if (!name) {
    throw methodNotAllowed();
  }
  const target = { type, namespace, name, status: subresource === 'status' };
  switch (request.method) {
    case 'PUT':
      answerJson(response, 200, replaceObject(store, target, body).json);
      return;
    case 'PATCH':
      answerJson(response, 200, patchObject(store, target, body).json);
      return;
    case 'DELETE': {
      const answer = deleteObject(store, target, {
        ...Object(body.preconditions),
      });
      answerJson(
        response,
        200,
        answer instanceof StoredObject ? answer.json : answer,
      );
      return;
    }
    default:
      throw methodNotAllowed();
  }
}
