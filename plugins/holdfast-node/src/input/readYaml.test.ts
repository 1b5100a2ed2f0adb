import { isBroken } from './InputDocument';
import { readYaml } from './readYaml';

const read = (text: string) => [...readYaml(text)];

function valuesOf(text: string): unknown[] {
  return read(text).map(document =>
    isBroken(document) ? document.message : document.value,
  );
}

function onlyOf(text: string) {
  const [document] = read(text);
  if (!document || isBroken(document)) throw new Error('it is broken');
  return document;
}

it('reads the documents of a stream with their lines', () => {
  const text = [
    '# a comment',
    '---',
    'a: 1',
    '--- # another',
    'b: 2',
    '...',
    '---',
    '---',
    '--- {c: 3}',
    '',
  ].join('\n');
  expect(read(text)).toMatchObject([
    { line: 3, value: { a: 1 } },
    { line: 5, value: { b: 2 } },
    { line: 9, value: { c: 3 } },
  ]);
});

it.each(['', '\n', '# nothing\n', '---\n---\n', '%YAML 1.2\n---\n...\n'])(
  'finds no document in %j',
  text => {
    expect(read(text)).toEqual([]);
  },
);

it('reads lines that end as on Windows', () => {
  expect(read('a: 1\r\n---\r\nb: x\r\n')).toMatchObject([
    { value: { a: 1 } },
    { line: 3, value: { b: 'x' } },
  ]);
});

it('does not end a document in a text', () => {
  expect(valuesOf('a: |\n  ---\n  b\nc: 1\n')).toEqual([
    { a: '---\nb\n', c: 1 },
  ]);
});

// https://github.com/kubernetes-sigs/yaml: YAML 1.1, with what Go makes of it.
it('reads scalars as the API server does', () => {
  expect(
    valuesOf(
      'a: yes\nb: off\nc: 010\nd: 12:30:45\ne: 2026-11-20\nf: 2026-11-20T12:00:00Z\ng: "yes"\nh: ~',
    ),
  ).toEqual([
    {
      a: true,
      b: false,
      c: 8,
      d: '12:30:45',
      e: '2026-11-20',
      f: '2026-11-20T12:00:00Z',
      g: 'yes',
      h: null,
    },
  ]);
  expect(valuesOf('base: &base {a: 1}\nmore: {<<: *base, b: 2}')).toEqual([
    { base: { a: 1 }, more: { a: 1, b: 2 } },
  ]);
});

describe('a broken document', () => {
  it.each([
    ['b: "open', 3, 'is missing'],
    ['b: [1, 2', 3, 'is missing'],
    ['b: {', 3, 'is missing'],
    ['b: 1\nb: 2', 4, 'occurs twice'],
    ['b:\n\tc: 1', 4, 'a tab'],
    ['b: *nobody', 3, 'no anchor'],
    [' b: 1\nc: 2', 3, 'is no YAML'],
  ])('%j harms no other', (broken, line, message) => {
    const documents = read(`a: 1\n---\n${broken}\n---\nz: 26\n`);
    expect(documents).toMatchObject([
      { value: { a: 1 } },
      { message: expect.stringContaining(message) },
      { value: { z: 26 } },
    ]);
    expect(documents[1].line).toBeGreaterThanOrEqual(3);
    expect(documents[1].line).toBeLessThanOrEqual(line + 1);
  });

  it.each([
    'key: "secret-word\n',
    'key: {secret-word\n',
    '? [secret-word\n: }',
  ])('%j is not quoted', text => {
    const [document] = read(text);
    expect(isBroken(document)).toBe(true);
    expect(JSON.stringify(document)).not.toContain('secret-word');
  });

  it('may be one whose aliases multiply', () => {
    const layers = ['a', 'b', 'c', 'd', 'e'].map((name, index, names) => {
      const inner = index === 0 ? 'x' : `*${names[index - 1]}`;
      return `${name}: &${name} [${Array(10).fill(inner).join(', ')}]`;
    });
    expect(valuesOf(layers.join('\n'))).toEqual([
      expect.stringContaining('aliases multiply'),
    ]);
  });

  it('may be one that is nested beyond reason', () => {
    expect(valuesOf('['.repeat(20_000))).toEqual([
      expect.stringContaining('is no YAML'),
    ]);
  });
});

describe('a template', () => {
  it.each([
    ['kind: Cluster\nmetadata:\n  name: {{ .Values.name }}\n', 3],
    ['{{- if .Values.enabled }}\nkind: Cluster\n{{- end }}\n', 1],
    ['kind: Cluster\nspec:\n  {{- toYaml .Values.spec | nindent 2 }}\n', 3],
    ['kind: Cluster\nargs:\n  - {{ .Values.argument }}\n', 3],
  ])('%j is told from a manifest', (text, line) => {
    expect(read(text)).toEqual([
      { line, message: expect.stringContaining('is a template') },
    ]);
  });

  it('for somebody else is text', () => {
    const text =
      'annotations:\n  summary: "{{ $labels.pod }} is behind"\n  description: |\n    {{ $value }} s\n';
    expect(valuesOf(text)).toEqual([
      {
        annotations: {
          summary: '{{ $labels.pod }} is behind',
          description: '{{ $value }} s\n',
        },
      },
    ]);
  });
});

it('finds the line of a field, or of the nearest one around it', () => {
  const document = onlyOf(
    '---\nspec:\n  plugins:\n    - name: a\n      on: true\n    - name: b\n  "cnpg.io/x": 1\n',
  );
  expect(document.lineOf([])).toBe(2);
  expect(document.lineOf(['spec', 'plugins', 0, 'name'])).toBe(4);
  expect(document.lineOf(['spec', 'plugins', 1, 'name'])).toBe(6);
  expect(document.lineOf(['spec', 'cnpg.io/x'])).toBe(7);
  expect(document.lineOf(['spec', 'plugins', 7])).toBe(3);
  expect(document.lineOf(['spec', 'plugins', 1, 'parameters', 'x'])).toBe(6);
  expect(document.lineOf(['status'])).toBe(2);
});
