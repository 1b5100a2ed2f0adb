import { dropUntargetedPatches } from './dropUntargetedPatches';

const text = `resources:
  - ../../base
patches:
  - path: replica.yaml
  # The store of this side.
  - target: { kind: ObjectStore, name: orders }
    patch: |-
      - op: replace
        path: /spec/configuration/destinationPath
        value: s3://here/
`;

it('takes what names its object by its contents alone, and leaves the rest as it is', () => {
  expect(dropUntargetedPatches(text)).toBe(
    text.replace('  - path: replica.yaml\n', ''),
  );
});

it.each([
  ['no patches', 'resources:\n  - ../../base\n'],
  ['patches with targets', text.replace('  - path: replica.yaml\n', '')],
])('leaves %s', (_, kustomization) => {
  expect(dropUntargetedPatches(kustomization)).toBe(kustomization);
});

it('leaves no empty list', () => {
  expect(
    dropUntargetedPatches('a: 1\npatches:\n  - path: replica.yaml\n'),
  ).toBe('a: 1\n');
});
