// The gate for a change: types, lint, format, tests. `npm test`, or `npm test -- <step>...` for some of it.
//
// Prints at the end what was skipped and how to run it, then one line of counts; exits with 1 if anything failed.

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { countsLine, writeResults } from './results.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const artifacts = join(root, 'artifacts');
const jestReport = join(artifacts, 'jest.json');
mkdirSync(artifacts, { recursive: true });

function yarn(...args) {
  const { status } = spawnSync('yarn', args, {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
    // Databases for tests are named by environment variables, never started in containers.
    env: {
      BACKSTAGE_TEST_DISABLE_DOCKER: '1',
      ...process.env,
      FORCE_COLOR: process.stdout.isTTY ? '1' : '0',
    },
  });
  return status === 0;
}

/** A step that holds or does not, and counts as one test. */
const check = (...args) => {
  const ok = yarn(...args);
  return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: [] };
};

/** Storage is tested on SQLite always, and on PostgreSQL where one is named. */
function postgresql() {
  if (
    Object.keys(process.env).some(name =>
      /^BACKSTAGE_TEST_DATABASE_POSTGRES\d+_CONNECTION_STRING$/.test(name),
    )
  )
    return [];
  return [
    'storage on PostgreSQL: set BACKSTAGE_TEST_DATABASE_POSTGRES15_CONNECTION_STRING (or 14 to 18) to a server that tests may use',
  ];
}

function unitTests() {
  rmSync(jestReport, { force: true });
  const missing = postgresql();
  if (missing.length && process.env.HOLDFAST_REQUIRE_REAL) {
    console.error(`holdfast: ${missing[0]}`);
    return { passed: 0, failed: 1, skipped: [] };
  }
  const ok = yarn(
    'backstage-cli',
    'repo',
    'test',
    '--watch=false',
    '--maxWorkers=2',
    '--json',
    `--outputFile=${jestReport}`,
  );
  if (!existsSync(jestReport)) return { passed: 0, failed: 1, skipped: [] };
  const report = JSON.parse(readFileSync(jestReport, 'utf8'));
  const tests = report.testResults.flatMap(file => file.assertionResults);
  // A file that does not even load has failed without a test to its name.
  const failed = report.numFailedTests + report.numRuntimeErrorTestSuites;
  return {
    passed: report.numPassedTests,
    failed: ok ? failed : Math.max(failed, 1),
    skipped: tests
      .filter(test => test.status === 'pending' || test.status === 'todo')
      .map(test => test.fullName),
  };
}

const steps = {
  // Emits declarations as well: builds and API reports are made from them.
  types: () => check('tsc'),
  lint: () => check('backstage-cli', 'repo', 'lint', '--max-warnings=0'),
  format: () => check('prettier', '--check', '.'),
  tests: unitTests,
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter(name => !(name in steps));
if (unknown.length) {
  console.error(
    `holdfast: no step "${unknown.join('", "')}"; there are ${Object.keys(
      steps,
    ).join(', ')}`,
  );
  process.exit(2);
}

const results = [];
for (const [name, step] of Object.entries(steps)) {
  if (wanted.length && !wanted.includes(name)) continue;
  console.log(`\n== ${name}`);
  results.push({ name, ...step() });
}

writeResults(join(artifacts, 'results-test.json'), results);
for (const { name, skipped } of results) {
  if (skipped.length)
    console.log(
      `\nSkipped in ${name}:\n${skipped.map(test => `  ${test}`).join('\n')}`,
    );
}
for (const { name, failed } of results)
  if (failed) console.log(`\nFailed: ${name}`);
console.log(`\n${countsLine(results)}`);
process.exit(results.some(result => result.failed) ? 1 : 0);
