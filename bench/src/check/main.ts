import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { stringify } from 'yaml';
import { describeMachine, formatNumber, formatTable, median } from '../measure';
import { dumpObjects } from './dump';

const OBJECTS = 10_000;
const ROUNDS = 3;

/** Seconds that 10,000 JSON objects may take, the start of the process included. */
const JSON_AIM_SECONDS = 3;

/** What YAML may take, in times of its parser's own time. */
const YAML_AIM_RATIO = 1.3;

const now = new Date('2026-11-20T12:00:00Z');
const cli = resolvePackagePath('@holdfast/cli', 'bin', 'holdfast');
const parser = resolvePackagePath(
  '@holdfast/bench',
  'src',
  'check',
  'parser.cjs',
);

/** A program that is run on a file, and without any for what its start alone takes. */
interface Program {
  name: string;
  args(file?: string): string[];
}

const holdfast: Program = {
  name: 'holdfast check -o json',
  args: file =>
    file
      ? [
          cli,
          'check',
          file,
          '-o',
          'json',
          '--complete',
          '--now',
          now.toISOString(),
        ]
      : [cli, '--version'],
};

const floor: Program = {
  name: 'the parser alone',
  args: file => [parser, ...(file ? [file] : [])],
};

interface Row {
  input: string;
  name: string;
  seconds: number;
  /** Without the start. */
  net: number;
  megabytes: number;
}

/** Seconds, and the most memory, of one run. */
function runOnce(args: readonly string[]): number {
  const began = process.hrtime.bigint();
  const { status, stderr } = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  });
  const seconds = Number(process.hrtime.bigint() - began) / 1e9;
  // Findings are no failure of the run.
  if (status === null || status > 1)
    throw new Error(stderr || `ended with ${status}`);
  return seconds;
}

function writeInputs(folder: string): Array<[input: string, file: string]> {
  const objects = dumpObjects({ now, count: OBJECTS });
  const list = { apiVersion: 'v1', kind: 'List', items: objects };
  const yaml = (value: unknown) =>
    stringify(value, { aliasDuplicateObjects: false });
  const files: Array<[string, string, string]> = [
    ['one JSON list', 'list.json', JSON.stringify(list, undefined, 4)],
    ['one YAML list', 'list.yaml', yaml(list)],
    ['YAML documents', 'documents.yaml', objects.map(yaml).join('---\n')],
  ];
  return files.map(([input, name, text]) => {
    const file = join(folder, name);
    writeFileSync(file, text);
    return [input, file];
  });
}

/** Both take turns, so that a machine that slows down for a while slows both. */
function measure(inputs: ReadonlyArray<[input: string, file: string]>): Row[] {
  const rows: Row[] = [];
  for (const [input, file] of inputs) {
    const times = [holdfast, floor].map(program => ({
      program,
      whole: [] as number[],
      start: [] as number[],
    }));
    for (let round = 0; round < ROUNDS; round++) {
      for (const { program, whole, start } of times) {
        start.push(runOnce(program.args()));
        whole.push(runOnce(program.args(file)));
      }
    }
    for (const { program, whole, start } of times) {
      rows.push({
        input,
        name: program.name,
        seconds: median(whole),
        net: median(whole) - median(start),
        megabytes: statSync(file).size / 1e6,
      });
    }
  }
  return rows;
}

function main(): void {
  process.stdout.write(`${describeMachine()}\n\n`);
  const folder = mkdtempSync(join(tmpdir(), 'bench-check-'));
  try {
    const rows = measure(writeInputs(folder));
    const ratioOf = (row: Row) => {
      const own = rows.find(
        ({ input, name }) => input === row.input && name === floor.name,
      );
      return own && row.net / own.net;
    };
    const table = formatTable<Row>(
      [
        {
          heading: `${formatNumber(OBJECTS)} objects`,
          value: ({ input }) => input,
        },
        { heading: 'by', value: ({ name }) => name },
        { heading: 'MB', value: ({ megabytes }) => megabytes },
        { heading: 's', value: ({ seconds }) => seconds },
        { heading: 's without its start', value: ({ net }) => net },
        { heading: 'times the parser', value: ratioOf },
      ],
      rows,
    );
    process.stdout.write(`${table}\n`);

    const own = rows.filter(({ name }) => name === holdfast.name);
    const json = own.filter(({ input }) => input.includes('JSON'));
    const yaml = own.filter(({ input }) => input.includes('YAML'));
    const aims: Array<[string, boolean]> = [
      [
        `JSON within ${JSON_AIM_SECONDS} s, start included`,
        json.every(({ seconds }) => seconds < JSON_AIM_SECONDS),
      ],
      [
        `YAML within ${YAML_AIM_RATIO} times its parser, starts left out`,
        yaml.every(row => (ratioOf(row) ?? Infinity) <= YAML_AIM_RATIO),
      ],
    ];
    for (const [aim, held] of aims) {
      process.stdout.write(`\nAim: ${aim}: ${held ? 'held' : 'MISSED'}`);
    }
    process.stdout.write('\n');
    process.exitCode = aims.every(([, held]) => held) ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

main();
