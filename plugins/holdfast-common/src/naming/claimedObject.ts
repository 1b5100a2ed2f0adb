import {
  ANNOTATION_CLUSTER,
  ANNOTATION_KIND,
  ANNOTATION_NAME,
  ANNOTATION_NAMESPACE,
} from '../annotations';
import { ObjectReference } from '../model';

const namingAnnotations = [
  ANNOTATION_CLUSTER,
  ANNOTATION_NAMESPACE,
  ANNOTATION_KIND,
  ANNOTATION_NAME,
];

/**
 * The object that an entity's annotations name, all four of them together: cluster, namespace, kind and name.
 *
 * @returns the object, or which annotations are missing
 * @public
 */
export function claimedObject(
  annotations: Readonly<Record<string, string | undefined>> = {},
): { object: ObjectReference } | { missing: string[] } {
  const [cluster, namespace, kind, name] = namingAnnotations.map(annotation =>
    annotations[annotation]?.trim(),
  );
  return cluster && namespace && kind && name
    ? { object: { cluster, namespace, kind, name } }
    : { missing: namingAnnotations.filter(key => !annotations[key]?.trim()) };
}
