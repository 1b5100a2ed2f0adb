import { InputError } from '@backstage/errors';
import { startDemo } from './startDemo';

/** The process that `npm start` runs beside the portal. */
async function main() {
  const demo = await startDemo({
    token: required('HOLDFAST_DEMO_TOKEN'),
    ports: {
      control: port('HOLDFAST_DEMO_PORT_CONTROL'),
      prometheus: port('HOLDFAST_DEMO_PORT_PROMETHEUS'),
      git: port('HOLDFAST_DEMO_PORT_GIT'),
      'prod-eu-west': port('HOLDFAST_DEMO_PORT_EU_WEST'),
      'prod-us-east': port('HOLDFAST_DEMO_PORT_US_EAST'),
      dev: port('HOLDFAST_DEMO_PORT_DEV'),
    },
    git: {
      password: required('HOLDFAST_DEMO_GIT_PASSWORD'),
      folder: process.env.HOLDFAST_DEMO_GIT_FOLDER,
    },
  });
  console.log(
    [
      '',
      `The demo fleet runs: ${
        demo.fleet.databases.length + demo.fleet.workloads.length
      } databases in ${demo.fleet.clusters.size} simulated clusters.`,
      `Its switches are at ${demo.controlUrl}, for example`,
      `  curl -X POST ${demo.controlUrl}/stores/s3-eu-west -H 'content-type: application/json' -d '{"state": "off"}'`,
      `Its Git host is at ${demo.gitUrl}; what is pushed there is delivered to the clusters.`,
      '',
    ].join('\n'),
  );
  process.send?.({ ready: true });

  const stop = () => demo.stop().finally(() => process.exit(0));
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  // The portal that started it is gone.
  process.once('disconnect', stop);
}

function required(name: string): string {
  const value = process.env[name];
  if (!value)
    throw new InputError(`the environment variable ${name} is not set`);
  return value;
}

function port(name: string): number {
  const value = required(name);
  const number = Number(value);
  if (!Number.isInteger(number) || number < 0 || number > 65_535) {
    throw new InputError(
      `${name} is "${value}"; it has to be a port from 0 (any free one) to 65535`,
    );
  }
  return number;
}

main().catch(error => {
  console.error(`holdfast demo: ${error.message}`);
  process.exit(1);
});
