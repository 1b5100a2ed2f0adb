// Runs a command with the project's Node and Yarn on PATH: `node tools/run.mjs exec yarn tsc`.

import { spawnSync } from 'node:child_process';

const [command, ...args] = process.argv.slice(2);
if (!command) {
  console.error(
    'holdfast: exec needs a command, as in `node tools/run.mjs exec yarn tsc`',
  );
  process.exit(2);
}
const { status } = spawnSync(command, args, {
  stdio: 'inherit',
  shell: process.platform === 'win32',
});
process.exit(status ?? 1);
