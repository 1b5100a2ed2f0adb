import { parseArgs } from 'node:util';
import { GivenClusterOptions } from './cluster/GivenCluster';

/** What the command line asks for. */
export interface ProofOptions {
  /** A cluster by kubeconfig; undefined for the lab. */
  given?: GivenClusterOptions;
  /** The tiers whose repositories are proven. */
  tiers: string[];
  /** File that the figures are written to. */
  writeDocs?: string;
}

const usage = `usage: npm run prove:postgresql -- [--tier silver] [--tier gold] [--write-docs FILE]
  in the lab:        HOLDFAST_LAB_DIR names its folder
  in any cluster:    --kubeconfig FILE [--context NAME] --image IMAGE --storage-class NAME
                     --store-endpoint URL --store-path s3://BUCKET/ [--prometheus URL]
                     with ACCESS_KEY_ID and SECRET_ACCESS_KEY in the environment`;

/** @throws Error that names what is missing or wrong, with the usage */
export function parseOptions(
  args: string[],
  environment: NodeJS.ProcessEnv,
): ProofOptions {
  const { values } = readArguments(args);
  const tiers = values.tier ?? ['silver', 'gold'];
  const unknown = tiers.find(tier => !['gold', 'silver'].includes(tier));
  if (unknown !== undefined) {
    throw new Error(
      `--tier is '${unknown}': silver (the form's default) or gold, the tiers with a replica to fail over to\n${usage}`,
    );
  }
  const writeDocs = values['write-docs'];
  if (values.kubeconfig === undefined) return { tiers, writeDocs };

  const required = {
    image: values.image,
    'storage-class': values['storage-class'],
    'store-endpoint': values['store-endpoint'],
    'store-path': values['store-path'],
  };
  for (const [name, value] of Object.entries(required)) {
    if (!value) throw new Error(`--kubeconfig needs --${name}\n${usage}`);
  }
  const { ACCESS_KEY_ID, SECRET_ACCESS_KEY } = environment;
  if (!ACCESS_KEY_ID || !SECRET_ACCESS_KEY) {
    throw new Error(
      `ACCESS_KEY_ID and SECRET_ACCESS_KEY of the store are not in the environment\n${usage}`,
    );
  }
  return {
    tiers,
    writeDocs,
    given: {
      kubeconfig: values.kubeconfig,
      context: values.context,
      prometheus: values.prometheus,
      image: required.image ?? '',
      storageClass: required['storage-class'] ?? '',
      store: {
        endpoint: required['store-endpoint'] ?? '',
        destinationPath: required['store-path'] ?? '',
        credentials: {
          accessKeyId: ACCESS_KEY_ID,
          secretAccessKey: SECRET_ACCESS_KEY,
        },
      },
    },
  };
}

function readArguments(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        kubeconfig: { type: 'string' },
        context: { type: 'string' },
        image: { type: 'string' },
        'storage-class': { type: 'string' },
        'store-endpoint': { type: 'string' },
        'store-path': { type: 'string' },
        prometheus: { type: 'string' },
        tier: { type: 'string', multiple: true },
        'write-docs': { type: 'string' },
      },
    });
  } catch (error) {
    throw new Error(
      `${error instanceof Error ? error.message : error}\n${usage}`,
    );
  }
}
