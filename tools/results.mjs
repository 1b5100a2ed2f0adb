// Counts of what was run, added up over several steps: `node tools/results.mjs <file>...` prints the last line of a whole run.

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** @param results list of `{name, passed, failed, skipped: [test name]}` */
export function countsLine(results) {
  const sum = count =>
    results.reduce((total, result) => total + count(result), 0);
  return [
    `${sum(result => result.passed)} passed`,
    `${sum(result => result.failed)} failed`,
    `${sum(result => result.skipped.length)} skipped`,
  ].join(', ');
}

export function writeResults(file, results) {
  writeFileSync(file, `${JSON.stringify(results, undefined, 2)}\n`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const files = process.argv.slice(2);
  // A step that left no counts behind has not run: that is a failure, not nothing.
  const results = files.flatMap(file =>
    existsSync(file)
      ? JSON.parse(readFileSync(file, 'utf8'))
      : [{ name: file, passed: 0, failed: 1, skipped: [] }],
  );
  for (const { name, failed, skipped } of results) {
    if (failed) console.log(`Failed: ${name}`);
    if (skipped.length) console.log(`Skipped in ${name}: ${skipped.length}`);
  }
  console.log(countsLine(results));
  process.exit(results.some(result => result.failed) ? 1 : 0);
}
