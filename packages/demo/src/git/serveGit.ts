import { spawn } from 'node:child_process';
import { Request, Response } from 'express';
import { GitRepository } from './GitRepository';
import { gitEnvironment } from './runGit';

/** The longest head of an answer of `git http-backend`, in bytes. */
const LONGEST_HEAD = 16 * 1024;

/**
 * Git's smart protocol over HTTP: hands a request to `git http-backend` as a CGI program (RFC 3875), and its answer back.
 *
 * @param options - `service`: the end of the path, such as `info/refs` · `user`: who may push; without one a push is refused by git as well ·
 *   `beforeEnd`: what has to be done when git is, before its client sees the end
 */
export function serveGit(
  repository: GitRepository,
  options: {
    service: string;
    user?: string;
    request: Request;
    response: Response;
    beforeEnd?: () => Promise<void>;
  },
): Promise<void> {
  const { service, user, request, response, beforeEnd } = options;
  const { headers } = request;
  const query = request.originalUrl.split('?')[1] ?? '';
  const child = spawn('git', ['http-backend'], {
    env: gitEnvironment({
      GIT_PROJECT_ROOT: repository.folder,
      GIT_HTTP_EXPORT_ALL: '1',
      PATH_INFO: `/${service}`,
      REQUEST_METHOD: request.method,
      QUERY_STRING: query,
      CONTENT_TYPE: headers['content-type'] ?? '',
      CONTENT_LENGTH: headers['content-length'] ?? '',
      HTTP_CONTENT_ENCODING: String(headers['content-encoding'] ?? ''),
      GIT_PROTOCOL: String(headers['git-protocol'] ?? ''),
      REMOTE_ADDR: request.socket.remoteAddress ?? '',
      ...(user && { REMOTE_USER: user }),
    }),
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    // It may end before it has read all; what is left is of no interest then.
    child.stdin.on('error', () => request.unpipe(child.stdin));
    request.pipe(child.stdin);
    request.once('aborted', () => child.kill());
    response.once('close', () => child.kill());
    let head = Buffer.alloc(0);
    let answered = false;
    child.stdout.on('data', (chunk: Buffer) => {
      if (answered) {
        if (!response.write(chunk)) {
          child.stdout.pause();
          response.once('drain', () => child.stdout.resume());
        }
        return;
      }
      head = Buffer.concat([head, chunk]);
      const end = head.indexOf('\r\n\r\n');
      if (end < 0) {
        if (head.length > LONGEST_HEAD) child.kill();
        return;
      }
      answered = true;
      writeHead(response, head.subarray(0, end).toString('latin1'));
      response.write(head.subarray(end + 4));
    });
    child.once('close', () => {
      if (!answered && !response.headersSent) {
        reject(new Error('git http-backend ended without an answer'));
        return;
      }
      const done = beforeEnd?.() ?? Promise.resolve();
      done
        .finally(() => response.end())
        .then(resolve)
        .catch(reject);
    });
  });
}

function writeHead(response: Response, head: string): void {
  for (const line of head.split('\r\n')) {
    const colon = line.indexOf(':');
    const name = line.slice(0, colon);
    const value = line.slice(colon + 1).trim();
    if (name.toLowerCase() === 'status') {
      response.statusCode = Number.parseInt(value, 10);
    } else {
      response.setHeader(name, value);
    }
  }
}
