import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import { JsonValue } from '@backstage/types';
import {
  claimedObject,
  ObjectReference,
} from '@holdfast/plugin-holdfast-common';

/**
 * Takes what `catalog:fetch` outputs for the entity of a database.
 *
 * @throws InputError when it is something else, or does not say which object it stands for
 */
export function readDatabaseEntity(value: JsonValue): {
  entity: Entity;
  database: ObjectReference;
} {
  if (!isEntity(value)) {
    throw new InputError(
      'entity: it is no entity; hand on what catalog:fetch outputs',
    );
  }
  const ref = stringifyEntityRef(value);
  const type: unknown = Object(value.spec).type;
  if (value.kind !== 'Resource' || type !== 'database') {
    throw new InputError(
      `entity: ${ref} is a ${value.kind}${
        type === undefined ? '' : ` of the type ${type}`
      }, and no database`,
    );
  }
  const claimed = claimedObject(value.metadata.annotations);
  if ('missing' in claimed) {
    throw new InputError(
      `entity: ${ref} does not say which database it is: ${claimed.missing.join(
        ', ',
      )} are missing`,
    );
  }
  return { entity: value, database: claimed.object };
}

function isEntity(value: unknown): value is Entity {
  const { kind, apiVersion, metadata } = Object(value);
  return (
    typeof kind === 'string' &&
    typeof apiVersion === 'string' &&
    typeof Object(metadata).name === 'string'
  );
}
