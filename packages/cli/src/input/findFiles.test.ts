import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { createMockDirectory } from '@backstage/backend-test-utils';
import { findFiles } from './findFiles';

const directory = createMockDirectory();

beforeEach(() => directory.clear());

async function find(options?: { paths?: string[]; ignore?: string[] }) {
  const { paths = [directory.path], ignore } = options ?? {};
  const { files, problems, notices } = await findFiles(paths, { ignore });
  const nameOf = ({ file }: { file: string }) =>
    file.slice(directory.path.length + 1);
  return {
    files: files.map(nameOf),
    problems: problems.map(each => [nameOf(each), each.message]),
    notices: notices.map(each => [nameOf(each), each.message]),
  };
}

it('finds manifests in the order of their names, however deep', async () => {
  directory.setContent({
    'b.yaml': '',
    'a.yml': '',
    'c.JSON': '',
    'README.md': '',
    'notes.yaml.bak': '',
    deep: { er: { 'd.yaml': '' } },
    '.github': { 'workflow.yaml': '' },
    '.hidden.yaml': '',
    node_modules: { x: { 'package.json': '' } },
  });
  expect((await find()).files).toEqual([
    'a.yml',
    'b.yaml',
    'c.JSON',
    'deep/er/d.yaml',
  ]);
});

it('passes over what is for other tools, and says so', async () => {
  directory.setContent({
    'mkdocs.yml': '',
    'package.json': '',
    'values-production.yaml': '',
    'docker-compose.yaml': '',
    'cluster.yaml': '',
  });
  const { files, notices } = await find();
  expect(files).toEqual(['cluster.yaml']);
  expect(notices.map(([file]) => file)).toEqual([
    'docker-compose.yaml',
    'mkdocs.yml',
    'package.json',
    'values-production.yaml',
  ]);
});

it('reads what is named, whatever its name', async () => {
  directory.setContent({ 'mkdocs.yml': '', dump: '' });
  const paths = ['mkdocs.yml', 'dump'].map(name => directory.resolve(name));
  expect((await find({ paths })).files).toEqual(['mkdocs.yml', 'dump']);
});

it('reads each file once', async () => {
  directory.setContent({ deep: { 'a.yaml': '' } });
  symlinkSync(directory.resolve('deep/a.yaml'), directory.resolve('b.yaml'));
  const paths = [
    directory.path,
    directory.resolve('deep'),
    directory.resolve('deep/a.yaml'),
  ];
  expect((await find({ paths })).files).toEqual(['b.yaml']);
});

it('follows links, and is not led in a circle', async () => {
  directory.setContent({ real: { 'a.yaml': '' } });
  mkdirSync(directory.resolve('root'));
  symlinkSync('../real', directory.resolve('root/linked'));
  symlinkSync('..', directory.resolve('real/up'));
  symlinkSync('round.yaml', directory.resolve('root/round.yaml'));
  symlinkSync('nowhere', directory.resolve('root/gone.yaml'));
  const { files, problems } = await find({
    paths: [directory.resolve('root')],
  });
  expect(files).toEqual(['root/linked/a.yaml']);
  expect(problems).toEqual([
    ['root/gone.yaml', 'cannot be read: there is no such file or folder'],
    ['root/round.yaml', 'cannot be read: its links lead to each other'],
  ]);
});

it('says what is not there', async () => {
  expect(await find({ paths: [join(directory.path, 'nothing.yaml')] })).toEqual(
    {
      files: [],
      problems: [
        ['nothing.yaml', 'cannot be read: there is no such file or folder'],
      ],
      notices: [],
    },
  );
});

it('says of a folder without manifests that it has none', async () => {
  directory.setContent({ 'README.md': '' });
  expect((await find()).notices).toEqual([
    ['', 'has no .yaml, .yml or .json file in it'],
  ]);
});

it('leaves a Helm chart be, and says what to do', async () => {
  directory.setContent({
    chart: { 'Chart.yaml': '', templates: { 'cluster.yaml': '{{' } },
    'cluster.yaml': '',
  });
  const { files, problems } = await find();
  expect(files).toEqual(['cluster.yaml']);
  expect(problems).toEqual([
    ['chart/Chart.yaml', expect.stringContaining('helm template')],
  ]);
});

it('leaves out what is to be ignored', async () => {
  directory.setContent({
    'a.yaml': '',
    tests: { 'b.yaml': '', deep: { 'c.yaml': '' } },
    other: { 'notes.json': '' },
  });
  expect((await find({ ignore: ['notes.json'] })).files).toEqual([
    'a.yaml',
    'tests/b.yaml',
    'tests/deep/c.yaml',
  ]);
  expect((await find({ ignore: ['tests/*.yaml'] })).files).toEqual([
    'a.yaml',
    'other/notes.json',
    'tests/deep/c.yaml',
  ]);
  expect((await find({ ignore: ['tests'] })).files).toEqual([
    'a.yaml',
    'other/notes.json',
  ]);
  expect((await find({ ignore: ['**/deep/**'] })).files).toEqual([
    'a.yaml',
    'other/notes.json',
    'tests/b.yaml',
  ]);
});
