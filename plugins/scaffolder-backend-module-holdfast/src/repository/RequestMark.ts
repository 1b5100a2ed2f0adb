import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { JsonValue } from '@backstage/types';

/** Where a repository says which request it was made for. */
export const requestMarkPath = '.holdfast/request.json';

/**
 * Which request a repository was made for: the same answers of the same person are the same request, in whatever order they are given.
 */
export interface RequestMark {
  id: string;
  requestedBy?: string;
}

/** The mark of a request. */
export function requestMarkOf(options: {
  answers: JsonValue;
  requestedBy: string | undefined;
}): RequestMark {
  const { answers, requestedBy } = options;
  const text = JSON.stringify([requestedBy ?? null, canonical(answers)]);
  return {
    id: createHash('sha256').update(text).digest('hex'),
    ...(requestedBy && { requestedBy }),
  };
}

/** The mark in a clone; undefined: it has none that can be read, and was made by something else. */
export async function readRequestMark(
  folder: string,
): Promise<RequestMark | undefined> {
  try {
    const mark: unknown = JSON.parse(
      await readFile(join(folder, requestMarkPath), 'utf8'),
    );
    return typeof mark === 'object' &&
      mark !== null &&
      'id' in mark &&
      typeof mark.id === 'string'
      ? { id: mark.id }
      : undefined;
  } catch {
    return undefined;
  }
}

function canonical(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value;
  return Object.keys(value)
    .sort()
    .map(key => [key, canonical(value[key] ?? null)]);
}
