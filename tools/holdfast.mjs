// Runs the command line tool from its source: `npm run --silent holdfast -- check <path>`.

import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

// npm changes to the folder of package.json; paths are meant from where the user is.
const child = spawn(
  process.execPath,
  [join(root, 'packages', 'cli', 'bin', 'holdfast'), ...process.argv.slice(2)],
  { cwd: process.env.INIT_CWD ?? root, stdio: 'inherit' },
);
for (const signal of ['SIGINT', 'SIGTERM'])
  process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(code ?? (signal ? 130 : 1)));
