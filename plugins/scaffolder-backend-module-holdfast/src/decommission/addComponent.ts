import { InputError } from '@backstage/errors';
import { isScalar, isSeq, parseDocument } from 'yaml';

/**
 * Adds a component to a kustomization, after those that are there; one that is there stays where it is. All else is left as it was written.
 *
 * @param text - of `kustomization.yaml`
 * @throws InputError naming the file, for one that cannot be read
 */
export function addComponent(
  text: string,
  options: { file: string; component: string },
): string {
  const { file, component } = options;
  const document = parseDocument(text);
  const [error] = document.errors;
  if (error) {
    throw new InputError(`${file}: ${error.message.split('\n', 1)[0]}`);
  }
  const found = document.get('components');
  if (found === undefined || found === null) {
    document.set('components', [component]);
    return document.toString({ lineWidth: 0 });
  }
  if (!isSeq(found)) {
    throw new InputError(`${file}: components is no list`);
  }
  const known: unknown = found.toJSON();
  if (Array.isArray(known) && known.includes(component)) return text;
  const last = found.items.at(-1);
  const end = isScalar(last) ? last.range?.[1] : undefined;
  if (end === undefined || found.flow) {
    found.add(component);
    return document.toString({ lineWidth: 0 });
  }
  // As a line of text, so that whoever reads the pull request sees that line and no other.
  const line = text.slice(text.lastIndexOf('\n', end - 1) + 1, end);
  const [indent] = /^\s*-\s+/.exec(line) ?? ['  - '];
  return `${text.slice(0, end)}\n${indent}${component}${text.slice(end)}`;
}
