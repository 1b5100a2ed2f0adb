import { run } from '@holdfast/template-tests';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Kubectl } from '../Kubectl';
import { labLimits } from './labLimits';
import { ProofCluster, StoreAddress } from './ProofCluster';

/** Each repository has two volumes per instance, and so has each copy; a volume is not given out twice. */
const VOLUMES = '40';
/** What the template asks for at most by default; the lab's volumes hold 1 GiB each and say so. */
const ANNOUNCED_SIZE = '50Gi';
/** Of the store that the lab boots beside its node. */
const STORE_PORT = 7070;
const STORE_PATH = 's3://backups/';

/**
 * A one-node Kubernetes that a folder of scripts boots on this machine: `lab up`, `lab postgres-operator`, `lab prometheus`, `lab fault`,
 * `lab down`. Where it is up already it is used and left up.
 */
export class LabCluster implements ProofCluster {
  readonly title =
    'a one-node cluster in namespaces of this machine, with an S3 store beside it';
  readonly limits = labLimits;
  readonly storageClass = 'local';
  readonly kubeconfig: string;
  readonly image: string;
  readonly store: StoreAddress;
  readonly prometheus: string;
  readonly #lab: (...verb: string[]) => Promise<string>;
  readonly #bootedHere: boolean;

  /** @throws Error with the last lines of what the lab said */
  static async open(
    folder: string,
    say: (line: string) => void,
  ): Promise<LabCluster> {
    const program = join(folder, 'lab');
    if (!existsSync(program)) {
      throw new Error(`HOLDFAST_LAB_DIR is '${folder}': there is no lab in it`);
    }
    const lab = async (...verb: string[]) => {
      const { code, stdout, stderr } = await run(program, verb, {
        cwd: folder,
        env: { ...process.env, LAB_VOLUMES: VOLUMES },
        timeout: 300_000,
      });
      if (code !== 0) {
        throw new Error(
          `lab ${verb.join(' ')}: ${stderr
            .trim()
            .split('\n')
            .slice(-5)
            .join('\n')}`,
        );
      }
      return `${stdout}${stderr}`;
    };
    const bootedHere = (await lab('status')).startsWith('node: down');
    try {
      if (bootedHere) {
        say('booting the lab');
        await lab('up');
      }
      const kubeconfig = (await lab('kubeconfig')).trim();
      const kubectl = Kubectl.create(kubeconfig);
      if (!(await kubectl.get('deployment', 'barman-cloud', 'cnpg-system'))) {
        await lab('postgres-operator');
      }
      const prometheus = (await lab('prometheus')).match(
        /http:\/\/[0-9.:]+/,
      )?.[0];
      if (!prometheus) throw new Error('lab prometheus names no address');
      await announceVolumes(kubectl);
      return new LabCluster({
        lab,
        bootedHere,
        kubeconfig,
        prometheus,
        image: await postgresqlImage(kubectl),
        store: {
          endpoint: await storeEndpoint(kubectl),
          destinationPath: STORE_PATH,
          credentials: await credentials(kubectl),
        },
      });
    } catch (error) {
      if (bootedHere) await lab('down');
      throw error;
    }
  }

  private constructor(options: {
    lab: (...verb: string[]) => Promise<string>;
    bootedHere: boolean;
    kubeconfig: string;
    prometheus: string;
    image: string;
    store: StoreAddress;
  }) {
    this.#lab = options.lab;
    this.#bootedHere = options.bootedHere;
    this.kubeconfig = options.kubeconfig;
    this.prometheus = options.prometheus;
    this.image = options.image;
    this.store = options.store;
  }

  readonly breakStore = {
    down: async () => void (await this.#lab('fault', 's3-down')),
    up: async () => void (await this.#lab('fault', 's3-up')),
  };

  get remains(): boolean {
    return !this.#bootedHere;
  }

  async close(): Promise<void> {
    if (this.#bootedHere) await this.#lab('down');
  }
}

/**
 * Lets the lab's volumes say that they are as large as the repositories ask for, so that nothing has to be changed in those. A volume of a
 * hundredth of the data would do: what is written here is some megabytes.
 */
async function announceVolumes(kubectl: Kubectl): Promise<void> {
  const volumes = await kubectl.list('persistentvolumes');
  for (const { metadata } of volumes) {
    await kubectl.run([
      'patch',
      'persistentvolume',
      metadata.name,
      '--type=merge',
      `--patch={"spec":{"capacity":{"storage":"${ANNOUNCED_SIZE}"}}}`,
    ]);
  }
}

/** Images are made on the node and never pulled, so the node tells what there is. */
async function postgresqlImage(kubectl: Kubectl): Promise<string> {
  const [node] = await kubectl.list<{
    metadata: { name: string };
    status: { images: { names: string[] }[] };
  }>('nodes');
  const image = node.status.images
    .flatMap(({ names }) => names)
    .find(name => /\/postgresql:\d/.test(name));
  if (!image) throw new Error('the lab has no image of PostgreSQL');
  return image;
}

async function credentials(
  kubectl: Kubectl,
): Promise<StoreAddress['credentials']> {
  const secret = await kubectl.get<{
    metadata: { name: string };
    data: Record<string, string>;
  }>('secret', 's3', 'default');
  const read = (key: string) =>
    Buffer.from(secret?.data[key] ?? '', 'base64').toString();
  return {
    accessKeyId: read('ACCESS_KEY_ID'),
    secretAccessKey: read('ACCESS_SECRET_KEY'),
  };
}

/** The store listens on the node's own address, which pods reach. */
async function storeEndpoint(kubectl: Kubectl): Promise<string> {
  const [node] = await kubectl.list<{
    metadata: { name: string };
    status: { addresses: { type: string; address: string }[] };
  }>('nodes');
  const internal = node.status.addresses.find(
    ({ type }) => type === 'InternalIP',
  );
  if (!internal) throw new Error('the node of the lab has no address');
  return `http://${internal.address}:${STORE_PORT}`;
}
