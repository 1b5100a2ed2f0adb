import { InputError, NotFoundError } from '@backstage/errors';
import express, { Express, NextFunction, Request, Response } from 'express';
import { DemoFleet } from '../fleet/DemoFleet';
import { SimulatedDatabase } from '../postgresql/SimulatedDatabase';
import { StoreState } from '../postgresql/SimulatedStore';
import { describeDemo, GitDescription } from './describeDemo';
import { faultKinds, oneOf, readFault } from './requestFields';

const storeStates: readonly StoreState[] = ['on', 'off', 'refusing', 'hanging'];
const clusterStates = ['on', 'off'] as const;

/** What can be done to a database. */
const actions = new Map<
  string,
  (database: SimulatedDatabase, now: Date) => void
>([
  ['backup', (database, now) => database.backups.start(now)],
  ['failover', (database, now) => database.failOver(now)],
  ['fence', (database, now) => database.fence(now)],
  ['unfence', (database, now) => database.unfence(now)],
]);

/** The switches of the demo: stores, clusters, faults and databases, as JSON over HTTP. It has no access control and belongs on loopback. */
export function createControlServer(
  demo: DemoFleet,
  git: GitDescription,
): Express {
  const app = express();
  app.use(express.json());

  app.get('/', (_request, response) => {
    response.json(describeDemo(demo, git));
  });

  app.get('/deliveries', (_request, response) => {
    response.json(git.reports());
  });

  app.post('/stores/:name', ({ params, body }, response) => {
    const store = demo.store(params.name);
    store.switch(oneOf(body, 'state', storeStates), demo.now());
    response.json({ name: store.name, state: store.state });
  });

  app.post('/clusters/:name', ({ params, body }, response, next) => {
    switchCluster(demo, params.name, body)
      .then(answer => response.json(answer))
      .catch(next);
  });

  app.post('/clusters/:name/faults', ({ params, body }, response) => {
    const { faults, objects } = demo.cluster(params.name);
    faults.inject(readFault(body, objects.types));
    response.json(faults.list());
  });

  app.delete('/clusters/:name/faults', ({ params, query }, response) => {
    const { faults } = demo.cluster(params.name);
    faults.clear(
      query.kind === undefined ? undefined : oneOf(query, 'kind', faultKinds),
    );
    response.json(faults.list());
  });

  app.post(
    '/databases/:cluster/:namespace/:name/:action',
    ({ params }, response) => {
      const { cluster, namespace, name, action } = params;
      const id = `${cluster}/${namespace}/${name}`;
      const act = actions.get(action);
      if (!act) {
        throw new NotFoundError(
          `There is no action "${action}"; there are ${[...actions.keys()].join(
            ', ',
          )}`,
        );
      }
      demo.act(id, database => act(database, demo.now()));
      response.json({ database: id, action });
    },
  );

  app.use((request, _response) => {
    throw new NotFoundError(
      `There is nothing at ${request.method} ${request.path}; GET / shows what there is`,
    );
  });
  app.use(answerError);
  return app;
}

async function switchCluster(demo: DemoFleet, name: string, body: unknown) {
  const cluster = demo.cluster(name);
  const state = oneOf(body, 'state', clusterStates);
  if (state === 'off') await cluster.kill();
  else if (!cluster.running) await cluster.restart();
  return { name: cluster.name, state };
}

function answerError(
  error: Error,
  _request: Request,
  response: Response,
  // Express tells error handlers by their four parameters.
  _next: NextFunction,
): void {
  const { name, message } = error;
  response.status(statusOf(error)).json({ error: { name, message } });
}

function statusOf(error: Error): number {
  if (error instanceof NotFoundError) return 404;
  return error instanceof InputError || error instanceof SyntaxError
    ? 400
    : 500;
}
