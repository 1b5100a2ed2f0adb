// Starts the portal: `npm start` with the demo fleet, `npm start -- --kubeconfig <file> [--context <name>...]` with the user's own clusters.

import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

const usage = `npm start                                                  the portal with a simulated fleet
npm start -- --kubeconfig <file> [--context <name>]...     the portal with your own clusters, read-only
npm start -- --built                                       serve the app as it was built, from the backend alone`;

function readArguments() {
  try {
    return parseArgs({
      options: {
        kubeconfig: { type: 'string' },
        context: { type: 'string', multiple: true },
        built: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    console.error(`holdfast: ${error.message}\n\n${usage}`);
    process.exit(2);
  }
}

const options = readArguments();
if (options.help) {
  console.log(usage);
  process.exit(0);
}
if (options.context && !options.kubeconfig) {
  console.error(
    `holdfast: --context names a context of a --kubeconfig, which is not given\n\n${usage}`,
  );
  process.exit(2);
}
const kubeconfig =
  options.kubeconfig === undefined
    ? undefined
    : resolve(process.env.INIT_CWD ?? '.', options.kubeconfig);
if (kubeconfig && !statSync(kubeconfig, { throwIfNoEntry: false })?.isFile()) {
  console.error(
    `holdfast: --kubeconfig ${options.kubeconfig}: there is no such file`,
  );
  process.exit(2);
}

/** Requests that are kept open would keep the portal for a minute. */
const STOPS_WITHIN_MILLISECONDS = 5_000;

const children = [];
let stopping = false;

function stop(code) {
  if (stopping) return;
  stopping = true;
  for (const child of children) child.kill('SIGTERM');
  setTimeout(() => {
    for (const child of children) child.kill('SIGKILL');
  }, STOPS_WITHIN_MILLISECONDS).unref();
  process.exitCode = code;
}

function launch(name, command, args, settings = {}) {
  const child = spawn(command, args, {
    cwd: root,
    stdio: 'inherit',
    ...settings,
  });
  children.push(child);
  child.on('exit', code => {
    if (!stopping)
      console.error(`holdfast: ${name} ended (${code ?? 'signal'}), stopping`);
    stop(code ?? 1);
  });
  return child;
}

process.on('SIGINT', () => stop(0));
process.on('SIGTERM', () => stop(0));

/** Starts the demo fleet in a process of its own and waits until it answers. */
function launchDemo(environment) {
  const demo = launch(
    'the demo fleet',
    process.execPath,
    [
      '--import',
      '@backstage/cli/config/nodeTransform.cjs',
      join('packages', 'demo', 'src', 'main.ts'),
    ],
    { env: environment, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] },
  );
  return new Promise(ready => demo.once('message', ready));
}

const environment = { ...process.env };
const configs = ['app-config.yaml'];
if (kubeconfig) {
  environment.APP_CONFIG_holdfast_kubeconfig = JSON.stringify({
    file: kubeconfig,
    contexts: options.context,
  });
} else {
  configs.push('app-config.demo.yaml');
  environment.HOLDFAST_DEMO_TOKEN ??= randomBytes(24).toString('base64url');
  environment.HOLDFAST_DEMO_PORT_CONTROL ??= '18440';
  environment.HOLDFAST_DEMO_PORT_EU_WEST ??= '18441';
  environment.HOLDFAST_DEMO_PORT_US_EAST ??= '18442';
  environment.HOLDFAST_DEMO_PORT_DEV ??= '18443';
  environment.HOLDFAST_DEMO_PORT_PROMETHEUS ??= '18444';
  environment.HOLDFAST_DEMO_PORT_GIT ??= '18445';
  environment.HOLDFAST_DEMO_GIT_PASSWORD ??=
    randomBytes(24).toString('base64url');
  await launchDemo(environment);
}

const configArguments = configs.flatMap(file => ['--config', join(root, file)]);
if (options.built) {
  environment.APP_CONFIG_app_baseUrl ??= 'http://localhost:7007';
  const backend = join(root, 'packages', 'backend');
  launch(
    'the portal',
    process.execPath,
    [
      '--import',
      '@backstage/cli/config/nodeTransform.cjs',
      join(backend, 'src', 'index.ts'),
      ...configArguments,
    ],
    {
      cwd: backend,
      env: environment,
    },
  );
} else {
  launch(
    'the portal',
    'yarn',
    [
      'backstage-cli',
      'repo',
      'start',
      'packages/app',
      'packages/backend',
      ...configArguments,
    ],
    { env: environment },
  );
}
