import { KubernetesResponse } from '../clusters/KubernetesConnection';
import { ApiError } from './ApiError';

/** More of an error page than anyone needs. */
const MAX_BODY_BYTES = 64 * 1024;
const MAX_MESSAGE_LENGTH = 500;

/**
 * What a `Status` object says, as far as it is one.
 *
 * @see https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/status/
 */
export function refusalOf(
  status: unknown,
  fallback: { code: number; message: string; retryAfterMs?: number },
): ApiError {
  const fields: Record<string, unknown> =
    typeof status === 'object' && status !== null ? { ...status } : {};
  const { code, reason, message, details } = fields;
  const seconds =
    typeof details === 'object' &&
    details !== null &&
    'retryAfterSeconds' in details
      ? Number(details.retryAfterSeconds)
      : 0;
  return new ApiError({
    code: typeof code === 'number' ? code : fallback.code,
    reason: typeof reason === 'string' && reason ? reason : 'Refused',
    message: (typeof message === 'string' && message
      ? message
      : fallback.message
    ).slice(0, MAX_MESSAGE_LENGTH),
    retryAfterMs:
      fallback.retryAfterMs ?? (seconds > 0 ? seconds * 1000 : undefined),
  });
}

/**
 * Reads an answer that is not 200.
 */
export async function readRefusal(
  response: KubernetesResponse,
): Promise<ApiError> {
  const text = await readStart(response);
  const retryAfter = Number(response.headers['retry-after']);
  const fallback = {
    code: response.status,
    message: text.trim() || `The API server answered ${response.status}`,
    ...(retryAfter > 0 && { retryAfterMs: retryAfter * 1000 }),
  };
  let status: unknown;
  try {
    status = JSON.parse(text);
  } catch {
    // Proxies and some of the API server's own filters answer in plain text.
  }
  return refusalOf(status, fallback);
}

async function readStart({ body }: KubernetesResponse): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > MAX_BODY_BYTES) {
      break;
    }
  }
  return Buffer.concat(chunks).toString('utf8');
}
