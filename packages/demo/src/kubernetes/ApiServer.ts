import {
  createServer as createHttpServer,
  IncomingMessage,
  Server,
  ServerResponse,
} from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { Socket } from 'node:net';
import { Account, authenticate, authorizePath, Caller } from './Accounts';
import { answerJson, answerStatus, answerText } from './answers';
import { befall } from './befall';
import { ConnectionFault } from './ConnectionFault';
import { discover, isBuiltInPath, serverVersion } from './discovery';
import { notYetServing, unknownResource } from './refusals';
import { parseResourcePath } from './resourcePath';
import { isBuiltIn, resourceName, ResourceType } from './ResourceType';
import { serveResource, ServerState } from './serveResource';
import { StatusError } from './Status';

/**
 * How long a starting server refuses what, in milliseconds, one after the other: the stages that a restarted kube-apiserver
 * goes through.
 */
export interface StartUp {
  /** 403 for every account, until the roles have been read. */
  forbiddenMilliseconds: number;
  /** 503 for custom resources, until their definitions have been read. */
  unavailableMilliseconds: number;
  /** 429 for lists and watches, until the watch caches have been filled. */
  initializingMilliseconds: number;
}

export interface ApiServerOptions
  extends Pick<ServerState, 'store' | 'faults' | 'bookmarkIntervalSeconds'> {
  accounts: readonly Account[];
  tls?: { key: string; cert: string };
  startUp: StartUp;
  /** Changes up to this revision are unknown to its watch cache. */
  startedAt: number;
}

/** One life of the HTTP front of a simulated cluster. */
export class ApiServer {
  readonly #options: ApiServerOptions;
  readonly #state: ServerState;
  readonly #http: Server;
  readonly #sockets = new Set<Socket>();
  readonly #stopping = new AbortController();
  #listeningSince = 0;

  static create(options: ApiServerOptions): ApiServer {
    return new ApiServer(options);
  }

  private constructor(options: ApiServerOptions) {
    this.#options = options;
    this.#state = {
      ...options,
      isInitializing: () => this.#stage === 'initializing',
    };
    const onRequest = (request: IncomingMessage, response: ServerResponse) => {
      this.#serve(request, response).catch(error =>
        this.#fail(response, error),
      );
    };
    this.#http = options.tls
      ? createHttpsServer(options.tls, onRequest)
      : createHttpServer(onRequest);
    // Longer than clients keep idle connections, so that none is closed while a request is on its way.
    this.#http.keepAliveTimeout = 120_000;
    this.#http.on('connection', (socket: Socket) => {
      this.#sockets.add(socket);
      socket.on('close', () => this.#sockets.delete(socket));
    });
  }

  /**
   * Listens on a port of the loopback interface, or on a free one for 0.
   *
   * @returns the port
   */
  async listen(port: number): Promise<number> {
    await new Promise<void>((resolve, reject) => {
      this.#http.once('error', reject);
      this.#http.listen(port, '127.0.0.1', () => {
        this.#http.off('error', reject);
        resolve();
      });
    });
    this.#listeningSince = Date.now();
    const address = this.#http.address();
    if (typeof address !== 'object' || !address) {
      throw new Error('the simulated API server is not on a TCP port');
    }
    return address.port;
  }

  /** Ends watches and answers what is under way, as a server that is asked to stop does. */
  async stop(): Promise<void> {
    const closed = new Promise(resolve => this.#http.close(resolve));
    this.#stopping.abort();
    this.#http.closeIdleConnections();
    const impatient = setTimeout(() => this.#http.closeAllConnections(), 1000);
    await closed;
    clearTimeout(impatient);
  }

  /** Resets every connection and is gone, as a process that is killed. */
  async kill(): Promise<void> {
    const closed = new Promise(resolve => this.#http.close(resolve));
    this.#stopping.abort();
    this.resetConnections();
    await closed;
  }

  /** Resets every connection that is open; new ones are taken. */
  resetConnections(): void {
    for (const socket of this.#sockets) {
      reset(socket);
    }
  }

  get #stage(): 'forbidden' | 'unavailable' | 'initializing' | 'serving' {
    const {
      forbiddenMilliseconds,
      unavailableMilliseconds,
      initializingMilliseconds,
    } = this.#options.startUp;
    const age = Date.now() - this.#listeningSince;
    if (age < forbiddenMilliseconds) {
      return 'forbidden';
    }
    if (age < forbiddenMilliseconds + unavailableMilliseconds) {
      return 'unavailable';
    }
    return age <
      forbiddenMilliseconds + unavailableMilliseconds + initializingMilliseconds
      ? 'initializing'
      : 'serving';
  }

  async #serve(
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const { pathname, searchParams } = new URL(
      request.url ?? '/',
      'http://simulated',
    );
    const path = parseResourcePath(pathname);
    const type = path && this.#typeAt(path);
    const name = type && resourceName(type);
    const { accounts, faults, store } = this.#options;
    if (await befall(faults, name, response)) {
      return;
    }
    const account = authenticate(accounts, request.headers.authorization);
    const stage = this.#stage;
    const caller: Caller =
      stage === 'forbidden' ? { ...account, access: 'none' } : account;
    if (stage === 'unavailable' && isCustom(pathname, type)) {
      throw notYetServing();
    }

    if (path && type && !faults.strike('withdraw', name)) {
      const gone = new AbortController();
      response.once('close', () => gone.abort());
      await serveResource(this.#state, {
        request,
        response,
        caller,
        type,
        path,
        parameters: searchParams,
        signal: AbortSignal.any([gone.signal, this.#stopping.signal]),
      });
      return;
    }

    authorizePath(caller, pathname);
    if (['/healthz', '/livez', '/readyz'].includes(pathname)) {
      answerText(response, 200, 'ok');
      return;
    }
    const served = store.types.filter(
      candidate => !faults.find('withdraw', resourceName(candidate)),
    );
    const document =
      pathname === '/version' ? serverVersion : discover(served, pathname);
    if (document) {
      answerJson(response, 200, document);
    } else if (isBuiltInPath(served, pathname)) {
      throw unknownResource();
    } else {
      answerText(response, 404, '404 page not found\n');
    }
  }

  #typeAt(path: {
    group: string;
    version: string;
    plural: string;
    namespace?: string;
  }): ResourceType | undefined {
    return this.#options.store.types.find(
      type =>
        type.group === path.group &&
        type.version === path.version &&
        type.plural === path.plural &&
        (type.namespaced || !path.namespace),
    );
  }

  #fail(response: ServerResponse, error: unknown): void {
    const { socket } = response;
    if (error instanceof ConnectionFault) {
      if (socket) {
        reset(socket);
      }
    } else if (response.headersSent) {
      // The client went away in the middle, or nothing can be said any more.
      response.destroy();
    } else if (error instanceof StatusError) {
      answerStatus(response, error);
    } else {
      answerStatus(
        response,
        new StatusError({
          code: 500,
          reason: 'InternalError',
          message: `Internal error occurred: ${error}`,
        }),
      );
    }
  }
}

/** Whether a path lies within a group that is not the server's own. */
function isCustom(path: string, type: ResourceType | undefined): boolean {
  return type ? !isBuiltIn(type) : path.startsWith('/apis/');
}

/** A TCP reset; over TLS the socket beneath is not reachable and the connection is destroyed. */
function reset(socket: Socket): void {
  if ('encrypted' in socket) {
    socket.destroy();
  } else {
    socket.resetAndDestroy();
  }
}
