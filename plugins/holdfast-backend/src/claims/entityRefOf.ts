import {
  KubernetesValidatorFunctions,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';

/**
 * The full form of an entity reference that somebody wrote down; undefined when no entity can have it.
 */
export function entityRefOf(
  text: string,
  options: { defaultKind: string },
): string | undefined {
  try {
    const ref = parseEntityRef(text.trim(), options);
    // Parsing only splits at the punctuation.
    return KubernetesValidatorFunctions.isValidKind(ref.kind) &&
      KubernetesValidatorFunctions.isValidNamespace(ref.namespace) &&
      KubernetesValidatorFunctions.isValidObjectName(ref.name)
      ? stringifyEntityRef(ref)
      : undefined;
  } catch {
    return undefined;
  }
}
