import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Express } from 'express';
import { createControlServer } from './control/createControlServer';
import { ClusterName, DatabaseTraits } from './postgresql/DatabaseTraits';
import { DemoFleet, OtherTraits } from './fleet/DemoFleet';
import { namespaceOwners } from './fleet/fleet';
import { createGitServer } from './git/createGitServer';
import { GitHost } from './git/GitHost';
import { deliveryPanel } from './gitops/deliveryPanel';
import { GitOpsLoop } from './gitops/GitOpsLoop';
import { createPrometheusServer } from './prometheus/createPrometheusServer';

/** Who may write to the Git host. */
const GIT_USER = 'demo';

/** @public */
export interface StartDemoOptions {
  token: string;
  /** Ports on loopback; a free one where none is given. */
  ports?: Partial<
    Record<ClusterName | 'control' | 'prometheus' | 'git', number>
  >;
  databases?: readonly DatabaseTraits[];
  /** Those of the demo by default; none where only databases are given. */
  others?: OtherTraits;
  git?: {
    /** What the user `demo` writes to the Git host with; made up by default, so that nobody can. */
    password?: string;
    /** Where repositories are kept; by default they are gone when the demo stops. */
    folder?: string;
  };
}

/** @public */
export interface RunningDemo {
  fleet: DemoFleet;
  controlUrl: string;
  prometheusUrl: string;
  gitUrl: string;
  gitOps: GitOpsLoop;
  stop(): Promise<void>;
}

/**
 * Starts the demo fleet with its Prometheus, its switches, and a Git host whose repositories are delivered to it, on loopback.
 *
 * @public
 */
export async function startDemo(
  options: StartDemoOptions,
): Promise<RunningDemo> {
  const { token, ports = {}, databases, others, git = {} } = options;
  const fleet = DemoFleet.create({ token, ports, databases, others });
  const temporary = git.folder
    ? undefined
    : await mkdtemp(join(tmpdir(), 'holdfast-demo-git-'));
  const host = await GitHost.create({
    folder: git.folder ?? temporary ?? '',
    organisations: Object.values(namespaceOwners).map(nameOf),
    now: () => fleet.now(),
  });
  const gitOps = GitOpsLoop.create({
    host,
    clusters: fleet.clusters,
    now: () => fleet.now(),
  });
  const servers: Server[] = [];
  const stop = async () => {
    await Promise.all([...servers.map(close), fleet.stop(), gitOps.stop()]);
    if (temporary) await rm(temporary, { recursive: true, force: true });
  };
  try {
    await fleet.start();
    gitOps.start();
    const prometheus = createPrometheusServer({
      metrics: at => fleet.metrics(at),
      now: () => fleet.now(),
    });
    servers.push(await listen(prometheus, ports.prometheus));
    const gitServer = createGitServer({
      host,
      credentials: {
        username: GIT_USER,
        password: git.password ?? randomBytes(24).toString('base64url'),
      },
      panelOf: repository => deliveryPanel(gitOps.reportOf(repository)),
    });
    servers.push(await listen(gitServer, ports.git));
    const control = createControlServer(fleet, {
      gitUrl: urlOf(servers[1]),
      reports: () => gitOps.reports,
    });
    servers.push(await listen(control, ports.control));
  } catch (error) {
    await stop();
    throw error;
  }
  const [prometheusUrl, gitUrl, controlUrl] = servers.map(urlOf);
  return { fleet, controlUrl, prometheusUrl, gitUrl, gitOps, stop };
}

/** `group:default/checkout` owns repositories as `checkout`. */
function nameOf(owner: string): string {
  return owner.slice(owner.lastIndexOf('/') + 1);
}

function listen(app: Express, port = 0): Promise<Server> {
  const server = createServer(app);
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve(server));
  });
}

function close(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise(resolve => server.close(() => resolve()));
}

function urlOf(server: Server): string {
  const address = server.address();
  if (address === null || typeof address === 'string') {
    throw new Error('the server does not listen on a port');
  }
  return `http://127.0.0.1:${address.port}`;
}
