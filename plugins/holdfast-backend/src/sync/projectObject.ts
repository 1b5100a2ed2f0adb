import {
  Engines,
  KubernetesObject,
  WatchedResource,
} from '@holdfast/plugin-holdfast-node';
import { InputError } from '@backstage/errors';
import { hashFact } from '../inventory/hashFact';
import { HashedFact } from '../inventory/Inventory';
import { metadataOf } from './watchEvents';

/**
 * Makes a fact of an object as it came from an API server; undefined when nothing of it is kept.
 *
 * @throws an error when the object or what an engine makes of it cannot be kept
 */
export function projectObject(options: {
  engines: Pick<Engines, 'project'>;
  resource: WatchedResource;
  object: unknown;
}): HashedFact | undefined {
  const { engines, resource, object } = options;
  if (!isKubernetesObject(object)) {
    throw new InputError('The object has no name or no uid');
  }
  const fact = engines.project(resource, object);
  if (!fact) {
    return undefined;
  }
  const hashed = hashFact(fact);
  const { key, subjects, needs, collects = [] } = hashed;
  for (const text of [key, ...subjects, ...needs, ...collects]) {
    // PostgreSQL stores no text with a NUL in it.
    if (typeof text !== 'string' || text.includes('\0')) {
      throw new InputError(
        `A key of the fact is not a text that can be stored: ${JSON.stringify(
          text,
        )}`,
      );
    }
  }
  return hashed;
}

function isKubernetesObject(object: unknown): object is KubernetesObject {
  const { name, uid, namespace } = metadataOf(object);
  return (
    typeof name === 'string' &&
    typeof uid === 'string' &&
    ['string', 'undefined'].includes(typeof namespace)
  );
}
