import { addComponent } from './addComponent';

const file = 'overlays/eu/kustomization.yaml';
const component = '../../components/decommission/hold';
const add = (text: string) => addComponent(text, { file, component });

it('adds one line after the components that are there, and touches nothing else', () => {
  const text = `# What is applied.
resources:
  - ../../base
components:
  - ../../components/guards # the last word
patches:
  - target: { kind: Cluster }
`;
  expect(add(text)).toBe(
    text.replace(
      '  - ../../components/guards',
      `  - ../../components/guards\n  - ${component}`,
    ),
  );
  expect(add(add(text))).toBe(add(text));
});

it.each([
  ['none', 'resources:\n  - ../../base\n'],
  ['an empty list', 'components: []\n'],
  ['a list in one line', 'components: [../../components/guards]\n'],
  ['a file without a last newline', 'components:\n- ../../components/guards'],
])('adds it to %s', (_, text) => {
  expect(add(text)).toContain(component);
  expect(add(add(text))).toBe(add(text));
});

it.each([
  ['a: [', `${file}: `],
  ['components: guards', `${file}: components is no list`],
])('refuses %s, naming the file', (text, message) => {
  expect(() => add(text)).toThrow(message);
});
