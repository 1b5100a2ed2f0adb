import {
  ANNOTATION_DATABASE,
  ANNOTATION_DRILL,
  ReportContext,
} from '@holdfast/plugin-holdfast-common';
import { FactKey, KubernetesObject } from '../../engine';

/** A database by the names that objects of its own namespace give it. */
export interface NamedDatabase {
  namespace: string;
  kind: string;
  name: string;
}

/**
 * Brings what is reported of a database to it. The key stands for no object, so that whatever is about the database without being its operator's
 * does not disturb what is.
 */
export function proofKeyOf(database: NamedDatabase): FactKey {
  const { namespace, kind, name } = database;
  return `proof.holdfast.io/${namespace}/${kind}/${name}`;
}

/** The database that an object names by annotation, in the namespace of the object: nobody proves anything of another's. */
export function namedDatabase({
  metadata,
}: Pick<KubernetesObject, 'metadata'>): NamedDatabase | undefined {
  const { namespace } = metadata;
  const [kind, name, ...more] =
    annotationOf(metadata, ANNOTATION_DATABASE)?.split('/') ?? [];
  return namespace && kind && name && more.length === 0
    ? { namespace, kind, name }
    : undefined;
}

/** What an object says of the report in it. */
export function reportContextOf({
  metadata,
}: Pick<KubernetesObject, 'metadata'>): ReportContext {
  const database = namedDatabase({ metadata });
  const drill = annotationOf(metadata, ANNOTATION_DRILL);
  return { ...(database && { database }), ...(drill && { drill }) };
}

function annotationOf(
  { annotations }: KubernetesObject['metadata'],
  name: string,
): string | undefined {
  const value: unknown = annotations?.[name];
  return typeof value === 'string' ? value : undefined;
}
