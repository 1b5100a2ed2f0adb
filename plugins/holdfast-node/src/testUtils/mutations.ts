import { isJsonObject, KubernetesObject } from '../engine';

/** What a field may hold instead of what it should. */
const wrongValues = [null, true, -1, 1e300, '', 'x', [], [null], {}] as const;

type Path = readonly (string | number)[];

/**
 * Freezes a value and all that it holds.
 */
export function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(deepFreeze);
  }
  return value;
}

/**
 * The object as it may come at any other time without having changed in any way that matters.
 */
export function withNoise(object: KubernetesObject): KubernetesObject {
  const noisy = structuredClone(object);
  return {
    ...noisy,
    metadata: {
      ...noisy.metadata,
      resourceVersion: '987654321',
      generation: 4711,
      annotations: {
        'kubectl.kubernetes.io/last-applied-configuration': '{}',
        'example.com/touched': '2026-11-20T10:01:02Z',
        ...noisy.metadata.annotations,
      },
      labels: { 'example.com/noise': 'yes', ...noisy.metadata.labels },
      ...{
        managedFields: [
          { manager: 'kubelet', time: '2026-11-20T10:01:02Z', fieldsV1: {} },
        ],
      },
    },
    ...(isJsonObject(noisy.status) && {
      status: {
        ...noisy.status,
        ...(Array.isArray(noisy.status.conditions) && {
          conditions: noisy.status.conditions.map(condition =>
            isJsonObject(condition)
              ? { ...condition, lastHeartbeatTime: '2026-11-20T10:01:02Z' }
              : condition,
          ),
        }),
      },
    }),
  };
}

/**
 * The object with each of its fields in turn removed or holding something it should not. Its kind and what names it stay: an API server always
 * sends those.
 */
export function* brokenVariants(
  object: KubernetesObject,
): Generator<{ change: string; object: KubernetesObject }> {
  for (const path of pathsOf(object)) {
    if (isTrusted(path)) continue;
    yield {
      change: `without ${path.join('.')}`,
      object: changed(object, path, undefined),
    };
    for (const value of wrongValues) {
      yield {
        change: `${path.join('.')} = ${JSON.stringify(value)}`,
        object: changed(object, path, value),
      };
    }
  }
}

function isTrusted([first, second, ...rest]: Path): boolean {
  if (first === 'apiVersion' || first === 'kind') return true;
  if (first !== 'metadata') return false;
  return (
    second === undefined ||
    second === 'managedFields' ||
    (rest.length === 0 && ['name', 'namespace', 'uid'].includes(String(second)))
  );
}

function* pathsOf(value: unknown, path: Path = []): Generator<Path> {
  if (typeof value !== 'object' || value === null) return;
  for (const [name, child] of Object.entries(value)) {
    const step = Array.isArray(value) ? Number(name) : name;
    yield [...path, step];
    yield* pathsOf(child, [...path, step]);
  }
}

/**
 * The object with another value at a path, or with nothing there. What is missing on the way is made; the rest is shared with the
 * original, since samples are large and variants many.
 */
export function changed(
  object: KubernetesObject,
  [first, ...rest]: Path,
  replacement: unknown,
): KubernetesObject {
  return {
    ...object,
    [first]: replaced(object[first], rest, replacement),
  };
}

function replaced(
  value: unknown,
  [step, ...rest]: Path,
  replacement: unknown,
): unknown {
  if (step === undefined) return replacement;
  if (Array.isArray(value)) {
    const copy: unknown[] = [...value];
    const position = Number(step);
    const element = replaced(copy[position], rest, replacement);
    if (element === undefined) copy.splice(position, 1);
    else copy[position] = element;
    return copy;
  }
  const parent = isJsonObject(value) ? value : {};
  return { ...parent, [step]: replaced(parent[step], rest, replacement) };
}
