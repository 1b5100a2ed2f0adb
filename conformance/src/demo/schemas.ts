import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv, { AnySchemaObject, ValidateFunction } from 'ajv';
import { parseAllDocuments } from 'yaml';

/** The operators whose objects the demo simulates without a recording of the real ones; folders in `HOLDFAST_CRDS`. */
export const simulatedFolders = [
  'redis-operator-opstree',
  'redis-operator-freshworks',
  'mariadb-operator',
  'percona-server-mysql',
  'percona-xtradb',
  'velero',
] as const;

interface Definition {
  kind?: string;
  spec: {
    group: string;
    names: { kind: string };
    versions: Array<{
      name: string;
      schema: { openAPIV3Schema: AnySchemaObject };
    }>;
  };
}

/**
 * Compiles the schemas of some folders of CRDs, by `apiVersion/kind`. A field that a schema does not name is an error, as it is for
 * `kubectl apply --validate=strict`.
 */
export function compileSchemas(
  crds: string,
  folders: readonly string[],
): ReadonlyMap<string, ValidateFunction> {
  const ajv = new Ajv({
    strict: false,
    allErrors: true,
    validateFormats: false,
  });
  const schemas = new Map<string, ValidateFunction>();
  for (const { spec } of folders.flatMap(folder =>
    readDefinitions(join(crds, folder)),
  )) {
    for (const { name, schema } of spec.versions) {
      schemas.set(
        `${spec.group}/${name}/${spec.names.kind}`,
        ajv.compile(ofObject(schema.openAPIV3Schema)),
      );
    }
  }
  return schemas;
}

export function missingFolders(
  crds: string | undefined,
  folders: readonly string[],
): string[] {
  return folders.filter(folder => !crds || !existsSync(join(crds, folder)));
}

function readDefinitions(folder: string): Definition[] {
  return readdirSync(folder)
    .filter(file => /\.ya?ml$/.test(file))
    .flatMap(file =>
      parseAllDocuments(readFileSync(join(folder, file), 'utf8')),
    )
    .map((document): Definition => document.toJS())
    .filter(({ kind }) => kind === 'CustomResourceDefinition');
}

/** What the API server adds of its own. */
function ofObject(schema: AnySchemaObject): AnySchemaObject {
  const { properties, ...rest } = closed(schema);
  return {
    ...rest,
    properties: { ...properties, apiVersion: {}, kind: {}, metadata: {} },
  };
}

/** A schema of Kubernetes as JSON Schema has it: fields beside those named are none, unless they are said to be kept. */
function closed(schema: AnySchemaObject): AnySchemaObject {
  const { properties, items, additionalProperties, nullable, ...rest } = schema;
  if (schema['x-kubernetes-int-or-string']) {
    return { type: ['integer', 'string'] };
  }
  return {
    ...rest,
    ...(nullable && rest.type && { type: [rest.type, 'null'] }),
    ...(items && { items: closed(items) }),
    ...(typeof additionalProperties === 'object' && {
      additionalProperties: closed(additionalProperties),
    }),
    ...(properties && {
      properties: Object.fromEntries(
        Object.entries<AnySchemaObject>(properties).map(([name, property]) => [
          name,
          closed(property),
        ]),
      ),
      additionalProperties: Boolean(
        schema['x-kubernetes-preserve-unknown-fields'],
      ),
    }),
  };
}
