import { parseFieldPath } from './fieldPath';

// As `formatPath` of holdfast-node and FactReader write them.
it.each([
  ['.spec.plugins[0].isWALArchiver', ['spec', 'plugins', 0, 'isWALArchiver']],
  [
    ".metadata.annotations['cnpg.io/hibernation']",
    ['metadata', 'annotations', 'cnpg.io/hibernation'],
  ],
  ['.status.conditions[?(@.type=="Ready")].status', ['status', 'conditions']],
  ['.', []],
  ['cnpg_collector_up', []],
])('%s leads to %j', (field, path) => {
  expect(parseFieldPath(field)).toEqual(path);
});
