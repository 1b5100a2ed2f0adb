import { isJsonObject, stringAt } from '../engine';
import { CatalogEntity } from './InputObjects';

/**
 * Reads an entity descriptor of Backstage; undefined when it is none. One that is broken in other ways is for the catalog to complain of.
 *
 * @see https://backstage.io/docs/features/software-catalog/descriptor-format
 */
export function readEntity(value: unknown): CatalogEntity | undefined {
  if (!isJsonObject(value)) return undefined;
  const kind = stringAt(value, 'kind');
  const name = stringAt(value, 'metadata', 'name');
  if (
    !stringAt(value, 'apiVersion')?.startsWith('backstage.io/') ||
    kind === undefined ||
    name === undefined
  ) {
    return undefined;
  }
  const namespace = stringAt(value, 'metadata', 'namespace') ?? 'default';
  const refOf = (defaultKind: string, field: string) => {
    const text = stringAt(value, 'spec', field);
    return text === undefined
      ? undefined
      : fullRef(text, { kind: defaultKind, namespace });
  };
  const { metadata } = value;
  const annotations = isJsonObject(metadata) ? metadata.annotations : undefined;
  const owner = refOf('group', 'owner');
  const system = refOf('system', 'system');
  return {
    kind,
    ref: `${kind}:${namespace}/${name}`.toLocaleLowerCase('en-US'),
    annotations: Object.fromEntries(
      Object.entries(isJsonObject(annotations) ? annotations : {}).flatMap(
        ([key, text]) => (typeof text === 'string' ? [[key, text]] : []),
      ),
    ),
    ...(owner && { owner }),
    ...(system && { system }),
  };
}

/** `payments` and `group:payments` are short for `group:default/payments`. */
function fullRef(
  text: string,
  defaults: { kind: string; namespace: string },
): string | undefined {
  const match = /^(?:([^:/]+):)?(?:([^:/]+)\/)?([^:/]+)$/.exec(text.trim());
  if (!match) return undefined;
  const [, kind = defaults.kind, namespace = defaults.namespace, name] = match;
  return `${kind}:${namespace}/${name}`.toLocaleLowerCase('en-US');
}
