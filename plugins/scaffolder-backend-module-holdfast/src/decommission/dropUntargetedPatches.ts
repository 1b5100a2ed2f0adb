import { isMap, isSeq, parseDocument } from 'yaml';

/**
 * Takes the patches without a target from a kustomization. They are applied after its components, and one that does not find its object any more keeps
 * the whole from being built; those with a target then patch nothing.
 *
 * @param text - of a `kustomization.yaml` that can be read
 */
export function dropUntargetedPatches(text: string): string {
  const document = parseDocument(text);
  const patches = document.get('patches');
  if (!isSeq(patches)) return text;
  const left = patches.items.filter(item => !isMap(item) || item.has('target'));
  if (left.length === patches.items.length) return text;
  if (left.length === 0) document.delete('patches');
  else patches.items = left;
  return document.toString({ lineWidth: 0 });
}
