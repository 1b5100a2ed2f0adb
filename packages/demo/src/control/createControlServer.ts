import { InputError, NotFoundError } from '@backstage/errors';
import express, { Express, NextFunction, Request, Response } from 'express';
import { DemoFleet } from '../fleet/DemoFleet';
import { FaultKind } from '../kubernetes';
import { StoreState } from '../postgresql/SimulatedStore';

const storeStates: readonly StoreState[] = ['on', 'off', 'refusing'];
const clusterStates = ['on', 'off'] as const;
const databaseActions = ['backup', 'failover', 'fence', 'unfence'] as const;

/** The switches of the demo: stores, clusters, faults and databases, as JSON over HTTP. It has no access control and belongs on loopback. */
export function createControlServer(demo: DemoFleet): Express {
  const app = express();
  app.use(express.json());

  app.get('/', (_request, response) => {
    response.json(describe(demo));
  });

  app.post('/stores/:name', (request, response) => {
    const store = demo.store(request.params.name);
    const state = oneOf(request.body, 'state', storeStates);
    store.switch(state, demo.now());
    response.json({ name: store.name, state: store.state });
  });

  app.post('/clusters/:name', async (request, response) => {
    const cluster = demo.cluster(request.params.name);
    const state = oneOf(request.body, 'state', clusterStates);
    if (state === 'off') await cluster.kill();
    else if (!cluster.running) await cluster.restart();
    response.json({ name: cluster.name, state });
  });

  app.post('/clusters/:name/faults', (request, response) => {
    const cluster = demo.cluster(request.params.name);
    cluster.faults.inject(request.body);
    response.json(cluster.faults.list());
  });

  app.delete('/clusters/:name/faults', (request, response) => {
    const cluster = demo.cluster(request.params.name);
    const kind = request.query.kind;
    cluster.faults.clear(
      typeof kind === 'string' ? (kind as FaultKind) : undefined,
    );
    response.json(cluster.faults.list());
  });

  app.post(
    '/databases/:cluster/:namespace/:name/:action',
    (request, response) => {
      const { cluster, namespace, name } = request.params;
      const database = demo.database(`${cluster}/${namespace}/${name}`);
      const action = oneOf(request.params, 'action', databaseActions);
      const now = demo.now();
      if (action === 'backup') database.startBackup(now);
      else if (action === 'failover') database.failOver(now);
      else database.fenced = action === 'fence';
      demo.write(database);
      response.json({ database: `${cluster}/${namespace}/${name}`, action });
    },
  );

  app.use((request, _response) => {
    throw new NotFoundError(
      `There is nothing at ${request.method} ${request.path}; GET / shows what there is`,
    );
  });
  app.use(
    (
      error: Error,
      _request: Request,
      response: Response,
      _next: NextFunction,
    ) => {
      response
        .status(statusOf(error))
        .json({ error: { name: error.name, message: error.message } });
    },
  );
  return app;
}

function describe(demo: DemoFleet) {
  return {
    stores: [...demo.stores.values()].map(({ name, state }) => ({
      name,
      state,
    })),
    clusters: [...demo.clusters.values()].map(cluster => ({
      name: cluster.name,
      state: cluster.running ? 'on' : 'off',
      url: cluster.url,
      faults: cluster.faults.list(),
    })),
    databases: demo.databases.map(({ traits, store, backups }) => ({
      id: `${traits.cluster}/${traits.namespace}/${traits.name}`,
      store: store.name,
      backups: backups.length,
    })),
    try: [
      'POST /stores/<name> {"state": "on" | "off" | "refusing"}',
      'POST /clusters/<name> {"state": "on" | "off"}',
      'POST /clusters/<name>/faults {"kind": "reset" | "hang" | "slow" | ...}, DELETE to end them',
      'POST /databases/<id>/backup, /failover, /fence, /unfence',
    ],
  };
}

function oneOf<T extends string>(
  body: Record<string, unknown>,
  field: string,
  allowed: readonly T[],
): T {
  const value = body?.[field];
  const found = allowed.find(candidate => candidate === value);
  if (!found) {
    throw new InputError(
      `${field} is ${
        JSON.stringify(value) ?? 'missing'
      }; it has to be one of ${allowed.join(', ')}`,
    );
  }
  return found;
}

function statusOf(error: Error): number {
  if (error.name === 'NotFoundError') return 404;
  if (error.name === 'InputError' || error instanceof SyntaxError) return 400;
  return 500;
}
