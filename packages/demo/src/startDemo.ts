import { createServer, Server } from 'node:http';
import { Express } from 'express';
import { createControlServer } from './control/createControlServer';
import { ClusterName, DatabaseTraits } from './postgresql/DatabaseTraits';
import { DemoFleet } from './fleet/DemoFleet';
import { createPrometheusServer } from './prometheus/createPrometheusServer';

/** @public */
export interface StartDemoOptions {
  token: string;
  /** Ports on loopback; a free one where none is given. */
  ports?: Partial<Record<ClusterName | 'control' | 'prometheus', number>>;
  databases?: readonly DatabaseTraits[];
}

/** @public */
export interface RunningDemo {
  fleet: DemoFleet;
  controlUrl: string;
  prometheusUrl: string;
  stop(): Promise<void>;
}

/**
 * Starts the demo fleet with its Prometheus and its switches, on loopback.
 *
 * @public
 */
export async function startDemo(
  options: StartDemoOptions,
): Promise<RunningDemo> {
  const { token, ports = {}, databases } = options;
  const fleet = DemoFleet.create({ token, ports, databases });
  const servers: Server[] = [];
  const stop = async () => {
    await Promise.all([...servers.map(close), fleet.stop()]);
  };
  try {
    await fleet.start();
    const prometheus = createPrometheusServer({
      metrics: at => fleet.metrics(at),
      now: () => fleet.now(),
    });
    servers.push(await listen(prometheus, ports.prometheus));
    servers.push(await listen(createControlServer(fleet), ports.control));
  } catch (error) {
    await stop();
    throw error;
  }
  const [prometheusUrl, controlUrl] = servers.map(urlOf);
  return { fleet, controlUrl, prometheusUrl, stop };
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
