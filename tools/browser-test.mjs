// Drives the built portal with the demo fleet in a real browser; needs `yarn build:all` before it. Leaves counts and pictures in artifacts/.

import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { countsLine, writeResults } from './results.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const report = join(root, 'artifacts', 'playwright.json');
rmSync(report, { force: true });

const { status } = spawnSync(
  'yarn',
  ['playwright', 'test', ...process.argv.slice(2)],
  {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: { ...process.env, PLAYWRIGHT_JSON_OUTPUT_FILE: report },
  },
);

const stats = existsSync(report)
  ? JSON.parse(readFileSync(report, 'utf8')).stats
  : { expected: 0, unexpected: 1, skipped: 0, flaky: 0 };
const results = [
  {
    name: 'browser tests',
    passed: stats.expected + stats.flaky,
    failed: status === 0 ? stats.unexpected : Math.max(stats.unexpected, 1),
    skipped: Array.from(
      { length: stats.skipped },
      (_, index) => `browser test ${index + 1}`,
    ),
  },
];
writeResults(join(root, 'artifacts', 'results-browser-tests.json'), results);
console.log(countsLine(results));
process.exit(status === 0 ? 0 : 1);
