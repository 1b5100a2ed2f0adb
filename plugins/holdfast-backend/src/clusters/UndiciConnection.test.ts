import {
  createServer,
  IncomingMessage,
  Server,
  ServerResponse,
} from 'node:http';
import { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { PresentedCredentials } from './ClusterCredentials';
import { KubernetesResponse } from './KubernetesConnection';
import { UndiciConnection } from './UndiciConnection';

describe('UndiciConnection', () => {
  let server: Server;
  let serve: (request: IncomingMessage, response: ServerResponse) => void;
  let sockets: number;
  let connection: UndiciConnection;
  let present: jest.Mock<Promise<PresentedCredentials>>;

  beforeEach(async () => {
    sockets = 0;
    server = createServer((request, response) => serve(request, response));
    server.on('connection', () => {
      sockets += 1;
    });
    await new Promise<void>(resolve => {
      server.listen(0, '127.0.0.1', resolve);
    });
    const { port } = server.address() as AddressInfo;
    present = jest.fn(async () => ({ headers: {}, tls: {} }));
    connection = UndiciConnection.create({
      name: 'eu',
      url: `http://127.0.0.1:${port}/clusters/eu/`,
      credentials: { present },
    });
  });

  afterEach(async () => {
    await connection.close();
    server.closeAllConnections();
    await new Promise(resolve => server.close(resolve));
  });

  async function textOf({ body }: KubernetesResponse): Promise<string> {
    const chunks: Buffer[] = [];
    for await (const chunk of body) {
      chunks.push(chunk);
    }
    return Buffer.concat(chunks).toString();
  }

  it('asks below the path of the cluster, over sockets that it has', async () => {
    serve = (request, response) =>
      response.end(`${request.url} ${request.headers.accept}`);
    for (let i = 0; i < 5; i++) {
      const response = await connection.request('/api/v1/pods', {
        query: { limit: 500, watch: true },
      });
      expect(await textOf(response)).toBe(
        '/clusters/eu/api/v1/pods?limit=500&watch=true application/json',
      );
    }
    expect(sockets).toBeLessThanOrEqual(2);
  });

  it('unpacks what the server has packed, if it was to', async () => {
    serve = (request, response) => {
      const packed = request.headers['accept-encoding'] === 'gzip';
      response.setHeader('content-encoding', packed ? 'gzip' : 'identity');
      response.end(packed ? gzipSync('many objects') : 'plain');
    };
    await expect(
      connection.request('/list', { compressed: true }).then(textOf),
    ).resolves.toBe('many objects');
    await expect(connection.request('/watch').then(textOf)).resolves.toBe(
      'plain',
    );
  });

  it('tells of a packed answer that breaks off', async () => {
    serve = (_, response) => {
      response.setHeader('content-encoding', 'gzip');
      response.write(gzipSync('many objects').subarray(0, 12));
      setTimeout(() => response.socket?.destroy(), 20);
    };
    const response = await connection.request('/list', { compressed: true });
    await expect(textOf(response)).rejects.toThrow();
  });

  it('gets new credentials once when the server does not take the old ones', async () => {
    serve = (_, response) => {
      response.statusCode = 401;
      response.end();
    };
    const response = await connection.request('/api');
    expect(response.status).toBe(401);
    expect(present.mock.calls.map(([{ renew }]) => renew)).toEqual([
      false,
      true,
    ]);
  });

  it('gives up an answer that pauses for too long', async () => {
    serve = (_, response) => response.write('half');
    const response = await connection.request('/watch', { idleTimeoutMs: 50 });
    await expect(textOf(response)).rejects.toThrow(/Timeout/);
  });

  it('can be left in the middle of an answer', async () => {
    serve = (_, response) => response.write('an event');
    const stop = new AbortController();
    const response = await connection.request('/watch', {
      signal: stop.signal,
    });
    for await (const chunk of response.body) {
      expect(String(chunk)).toBe('an event');
      stop.abort();
      break;
    }
    const next = await connection.request('/watch');
    next.body.destroy();
    // An unheeded error event would end the process.
    await new Promise(resolve => setTimeout(resolve, 20));
  });
});
