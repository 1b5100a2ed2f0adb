import { InputError } from '@backstage/errors';

/** A label that has to be there, and its value where that matters. */
const requirement =
  /^(?<key>([a-z0-9.-]+\/)?[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?)(=(?<value>[A-Za-z0-9._-]*))?$/;

/**
 * Reads a label selector of the kind that resources are watched with: labels that have to be there, `holdfast.io/report`, or have a value, `app=db`,
 * separated by commas. It is the part of Kubernetes' selectors that means the same for a dump as for the API server.
 *
 * @throws InputError for anything else
 */
export function parseLabelSelector(
  selector: string,
): (labels: unknown) => boolean {
  const requirements = selector.split(',').map(part => {
    const { key, value } = requirement.exec(part.trim())?.groups ?? {};
    if (key === undefined) {
      throw new InputError(
        `The label selector '${selector}' has '${part}'; it has to be of labels such as 'holdfast.io/report' or 'app=db', separated by commas`,
      );
    }
    return { key, value };
  });
  return labels =>
    typeof labels === 'object' &&
    labels !== null &&
    requirements.every(({ key, value }) => {
      const own: unknown = Object.hasOwn(labels, key)
        ? Reflect.get(labels, key)
        : undefined;
      return typeof own === 'string' && (value === undefined || own === value);
    });
}
