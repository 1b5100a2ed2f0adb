// Proves a template on a real cluster: `npm run prove:postgresql`. What it needs and takes: conformance/README.md.

import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

const child = spawn(
  process.execPath,
  [
    '--import',
    '@backstage/cli/config/nodeTransform.cjs',
    join(root, 'conformance', 'src', 'proof', 'main.ts'),
    ...process.argv.slice(2),
  ],
  { cwd: root, stdio: 'inherit' },
);
// What it has booted it ends itself, so it is told and waited for.
for (const signal of ['SIGINT', 'SIGTERM'])
  process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(code ?? (signal ? 130 : 1)));
