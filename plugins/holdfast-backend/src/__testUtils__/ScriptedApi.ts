import {
  createServer,
  IncomingHttpHeaders,
  IncomingMessage,
  Server,
  ServerResponse,
} from 'node:http';
import { AddressInfo, Socket } from 'node:net';

/** A request as it came in. */
export interface ScriptedRequest {
  path: string;
  query: Record<string, string>;
  headers: IncomingHttpHeaders;
}

/** An answer under way. */
export class Exchange {
  readonly request: ScriptedRequest;
  readonly #response: ServerResponse;

  constructor(request: ScriptedRequest, response: ServerResponse) {
    this.request = request;
    this.#response = response;
  }

  /** Answers with JSON. */
  answer(
    status: number,
    body: object,
    headers: Record<string, string> = {},
  ): void {
    this.#response.writeHead(status, {
      'content-type': 'application/json',
      ...headers,
    });
    this.#response.end(JSON.stringify(body));
  }

  /** Refuses with a `Status` as API servers do. */
  refuse(
    code: number,
    reason: string,
    message = reason,
    headers?: Record<string, string>,
  ): void {
    this.answer(
      code,
      { kind: 'Status', status: 'Failure', code, reason, message },
      headers,
    );
  }

  /** Sends events of a watch, and goes on listening. */
  send(...events: object[]): this {
    return this.sendText(
      events.map(event => `${JSON.stringify(event)}\n`).join(''),
    );
  }

  /** Sends a part of the body as it is. */
  sendText(text: string): this {
    if (!this.#response.headersSent) {
      this.#response.writeHead(200, { 'content-type': 'application/json' });
    }
    this.#response.write(text);
    return this;
  }

  /** Ends the answer. */
  end(): void {
    this.#response.end();
  }

  /** Cuts the connection. */
  reset(): void {
    this.#response.socket?.destroy();
  }
}

type Answer = (exchange: Exchange) => void;

/**
 * An API server that answers as it is told, request by request. Requests for which it was told nothing are left without an answer;
 * `/readyz` is always fine.
 */
export class ScriptedApi {
  readonly requests: ScriptedRequest[] = [];
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  readonly #answers: Answer[] = [];

  static async start(...answers: Answer[]): Promise<ScriptedApi> {
    const api = new ScriptedApi(answers);
    await new Promise<void>(resolve => {
      api.#server.listen(0, '127.0.0.1', resolve);
    });
    return api;
  }

  private constructor(answers: Answer[]) {
    this.#answers = answers;
    this.#server = createServer((request, response) =>
      this.#serve(request, response),
    );
    this.#server.on('connection', socket => {
      this.#sockets.add(socket);
      socket.on('close', () => this.#sockets.delete(socket));
    });
  }

  get url(): string {
    const { port } = this.#server.address() as AddressInfo;
    return `http://127.0.0.1:${port}`;
  }

  /** Says how to answer further requests. */
  expect(...answers: Answer[]): void {
    this.#answers.push(...answers);
  }

  async stop(): Promise<void> {
    const closed = new Promise(resolve => this.#server.close(resolve));
    for (const socket of this.#sockets) {
      socket.destroy();
    }
    await closed;
  }

  #serve(message: IncomingMessage, response: ServerResponse): void {
    const url = new URL(message.url ?? '/', 'http://scripted');
    const request = {
      path: url.pathname,
      query: Object.fromEntries(url.searchParams),
      headers: message.headers,
    };
    if (request.path === '/readyz') {
      response.end('ok');
      return;
    }
    this.requests.push(request);
    this.#answers.shift()?.(new Exchange(request, response));
  }
}
