#!/usr/bin/env node
// Runs one of the scripts in tools/ on a machine that has only git, Node >= 20 and npm.
//
// Finds or fetches the Node and the Yarn that the portal needs, installs the dependencies when the lock file is newer
// than the last install, and hands the rest of the arguments over. It imports nothing that has to be installed first.

import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, statSync, utimesSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const toolchain = join(root, '.toolchain');

// Exact versions first: they are the ones the suite is tested with. Not every platform has every patch release, hence the range.
const nodeVersions = ['24.21.0', '^24.14.0', '^22.19.0'];
const yarnVersion = '4.18.1';

const usableNode = major => major === 22 || major === 24;

function run(command, args, options = {}) {
  const windows = process.platform === 'win32';
  return spawnSync(command, args, { cwd: root, shell: windows, ...options });
}

function fail(message) {
  console.error(`holdfast: ${message}`);
  process.exit(1);
}

function npmInstall(folder, spec) {
  mkdirSync(folder, { recursive: true });
  const args = [
    'install',
    '--prefix',
    folder,
    '--no-save',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
    spec,
  ];
  return (
    run('npm', args, { stdio: ['ignore', 'ignore', 'inherit'] }).status === 0
  );
}

/** The folder of a usable Node: the one that runs this script when it will do, else one fetched with npm. */
function nodeFolder() {
  if (usableNode(Number(process.versions.node.split('.')[0])))
    return dirname(process.execPath);
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const names = [
    `node-${platform}-${process.arch}`,
    `node-bin-${platform}-${process.arch}`,
  ];
  const folder = join(toolchain, 'node');
  const found = () =>
    names
      .map(name => join(folder, 'node_modules', name, 'bin'))
      .find(existsSync);
  if (!found()) {
    console.error(
      `holdfast: Node ${process.versions.node} is here, 22 or 24 is needed; fetching one into .toolchain/`,
    );
    const specs = nodeVersions.flatMap(version =>
      names.map(name => `${name}@${version}`),
    );
    if (!specs.some(spec => npmInstall(folder, spec) && found())) {
      fail(
        `no Node 22 or 24 for ${platform}-${process.arch} could be fetched with npm; install one and try again`,
      );
    }
  }
  return found();
}

/** The folder that holds the `yarn` command, fetched with npm: what is on PATH may be Yarn 1. */
function yarnFolder() {
  const folder = join(toolchain, 'yarn');
  const bin = join(folder, 'node_modules', '.bin');
  if (
    !existsSync(join(bin, 'yarn')) &&
    !npmInstall(folder, `@yarnpkg/cli-dist@${yarnVersion}`)
  ) {
    fail(`Yarn ${yarnVersion} could not be fetched with npm`);
  }
  return bin;
}

/** What npm knows about the network here, in the words that Yarn understands. Asking npm takes longer than many a command. */
function networkSettings() {
  const settings = {
    registry: 'YARN_NPM_REGISTRY_SERVER',
    cafile: 'YARN_HTTPS_CA_FILE_PATH',
    'https-proxy': 'YARN_HTTPS_PROXY',
    proxy: 'YARN_HTTP_PROXY',
  };
  const told = run('npm', ['config', 'get', ...Object.keys(settings)], {
    encoding: 'utf8',
  }).stdout;
  const environment = {};
  for (const [key, variable] of Object.entries(settings)) {
    const [, value] = new RegExp(`^${key}=(.*)$`, 'm').exec(told ?? '') ?? [];
    if (value && value !== 'null' && value !== 'undefined')
      environment[variable] = value;
  }
  return environment;
}

const modifiedAt = file => (existsSync(file) ? statSync(file).mtimeMs : 0);

const [script, ...args] = process.argv.slice(2);
const entry = join(root, 'tools', `${script}.mjs`);
if (!script || !existsSync(entry))
  fail(`there is no script tools/${script ?? '<name>'}.mjs`);

const path = [nodeFolder(), yarnFolder(), process.env.PATH].join(delimiter);
const env = {
  ...process.env,
  PATH: path,
  YARN_IGNORE_PATH: '1',
  YARN_ENABLE_TELEMETRY: '0',
};

const lock = join(root, 'yarn.lock');
const installed = join(root, 'node_modules', '.yarn-state.yml');
const isInstalled = modifiedAt(lock) <= modifiedAt(installed);
// Of what the scripts here do, only this one reaches for the network once everything is there.
if (!isInstalled || script === 'exec') Object.assign(env, networkSettings());
if (!isInstalled) {
  const install = run('yarn', ['install', '--immutable'], {
    env,
    stdio: 'inherit',
  });
  if (install.status !== 0) process.exit(install.status ?? 1);
  // Yarn leaves the file as it is when there was nothing to do.
  utimesSync(installed, new Date(), new Date());
}

// Signals are passed on, so that whoever ends this process ends what it started.
const child = spawn('node', [entry, ...args], {
  cwd: root,
  env,
  stdio: 'inherit',
  shell: process.platform === 'win32',
});
for (const signal of ['SIGINT', 'SIGTERM'])
  process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(code ?? (signal ? 130 : 1)));
