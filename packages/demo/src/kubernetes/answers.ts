import { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { StatusError } from './Status';

/** kube-apiserver compresses answers from 128 KiB on, at the fastest level (k8s.io/apiserver, `responsewriters`). */
const GZIP_THRESHOLD_BYTES = 128 * 1024;
const GZIP_LEVEL = 1;

const JSON_HEADERS = {
  'Content-Type': 'application/json',
  'Cache-Control': 'no-cache, private',
};

export function answerJson(
  response: ServerResponse,
  code: number,
  body: object | string,
): void {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  response.writeHead(code, {
    ...JSON_HEADERS,
    'Content-Length': Buffer.byteLength(text) + 1,
  });
  response.end(`${text}\n`);
}

export function answerText(
  response: ServerResponse,
  code: number,
  text: string,
  headers: Record<string, string> = {},
): void {
  response.writeHead(code, {
    'Content-Type': 'text/plain; charset=utf-8',
    'X-Content-Type-Options': 'nosniff',
    ...headers,
  });
  response.end(text);
}

export function answerStatus(
  response: ServerResponse,
  { status }: StatusError,
): void {
  const retryAfter = status.details?.retryAfterSeconds;
  if (retryAfter !== undefined) {
    response.setHeader('Retry-After', String(retryAfter));
  }
  answerJson(response, status.code, status);
}

/** Sends a large body in pieces, compressed where that is worth it and the client takes it. */
export async function answerPieces(
  request: IncomingMessage,
  response: ServerResponse,
  options: { pieces: Iterable<string>; approximateBytes: number },
): Promise<void> {
  const { pieces, approximateBytes } = options;
  const compressed =
    approximateBytes >= GZIP_THRESHOLD_BYTES &&
    /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''));
  response.writeHead(200, {
    ...JSON_HEADERS,
    Vary: 'Accept-Encoding',
    ...(compressed && { 'Content-Encoding': 'gzip' }),
  });
  const body = Readable.from(pieces);
  await (compressed
    ? pipeline(body, createGzip({ level: GZIP_LEVEL }), response)
    : pipeline(body, response));
}

/** Sends the lines of a watch as they come; the client sees the headers before the first. */
export async function answerStream(
  response: ServerResponse,
  lines: AsyncIterable<string>,
): Promise<void> {
  response.writeHead(200, JSON_HEADERS);
  response.flushHeaders();
  await pipeline(Readable.from(lines, { highWaterMark: 1 }), response);
}

/** @returns the body as a JSON object, empty where there is none, `undefined` where it is anything else */
export async function readJson(
  request: IncomingMessage,
): Promise<Record<string, unknown> | undefined> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) {
    chunks.push(chunk);
  }
  try {
    const value: unknown = JSON.parse(Buffer.concat(chunks).toString() || '{}');
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? { ...value }
      : undefined;
  } catch {
    return undefined;
  }
}
