import { KubernetesObject, ResourceType } from '@holdfast/demo';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { parseAllDocuments } from 'yaml';
import { ApiClient } from '../ApiClient';
import { ControlPlaneAssets, crdFolders } from '../controlPlane/assets';
import { ControlPlane } from '../controlPlane/ControlPlane';
import { readClusterRole } from '../clusterRole';
import { ApiTarget, clientOf } from './ApiTarget';

const SERVED_WITHIN_MILLISECONDS = 60_000;

const customResourceDefinitions: ResourceType = {
  group: 'apiextensions.k8s.io',
  version: 'v1',
  plural: 'customresourcedefinitions',
  kind: 'CustomResourceDefinition',
  namespaced: false,
  statusSubresource: true,
};

interface CustomResourceDefinition extends KubernetesObject {
  spec: {
    group: string;
    names: { plural: string };
    versions: Array<{ name: string; served: boolean }>;
  };
}

function rbac(plural: string, kind: string): ResourceType {
  return {
    group: 'rbac.authorization.k8s.io',
    version: 'v1',
    plural,
    kind,
    namespaced: false,
    statusSubresource: false,
  };
}

/** A real kube-apiserver with the real CRDs, whose reader has exactly the role that Holdfast asks its users for. */
export class RealTarget implements ApiTarget {
  readonly #assets: ControlPlaneAssets;
  readonly #folders: readonly string[];
  #controlPlane?: ControlPlane;
  #definitions: CustomResourceDefinition[] = [];

  /** @param folders - of the CRDs to install; else those of all operators that the tests of the API use */
  constructor(assets: ControlPlaneAssets, folders?: readonly string[]) {
    this.#assets = assets;
    this.#folders = folders ?? crdFolders.map(name => join(assets.crds, name));
  }

  get url(): string {
    return this.#running.url;
  }

  get certificateAuthority(): string {
    return this.#running.certificateAuthority;
  }

  /** Folder of `apiserver.crt` and `apiserver.key`, for servers beside it. */
  get certificates(): string {
    return this.#running.certificates;
  }

  get tokens() {
    return this.#running.tokens;
  }

  async start(): Promise<void> {
    this.#controlPlane ??= await ControlPlane.create(this.#assets);
    await this.#controlPlane.start();
    const admin = clientOf(this);
    if (this.#definitions.length === 0) {
      await bindReader(admin);
      this.#definitions = await installDefinitions(admin, this.#folders);
    }
    for (const definition of this.#definitions) {
      await untilWatchable(admin, definition);
    }
    await admin.close();
  }

  async launch(): Promise<void> {
    this.#running.launch();
  }

  async stop(): Promise<void> {
    await this.#running.stop();
  }

  async kill(): Promise<void> {
    await this.#running.kill();
  }

  async expireHistory(): Promise<void> {
    // The API server answers old versions from its own memory, too: only a new one forgets them.
    await this.#running.kill();
    await this.#running.compact();
    await this.start();
  }

  async dispose(): Promise<void> {
    await this.#controlPlane?.dispose();
    this.#controlPlane = undefined;
  }

  get #running(): ControlPlane {
    if (!this.#controlPlane) {
      throw new Error('the real control plane has not been started');
    }
    return this.#controlPlane;
  }
}

async function bindReader(admin: ApiClient): Promise<void> {
  const role = await readClusterRole();
  await admin.create(rbac('clusterroles', 'ClusterRole'), role);
  await admin.create(rbac('clusterrolebindings', 'ClusterRoleBinding'), {
    metadata: { name: role.metadata.name },
    roleRef: {
      apiGroup: 'rbac.authorization.k8s.io',
      kind: 'ClusterRole',
      name: role.metadata.name,
    },
    subjects: [
      {
        apiGroup: 'rbac.authorization.k8s.io',
        kind: 'User',
        name: 'reader',
      },
    ],
  });
}

async function installDefinitions(
  admin: ApiClient,
  folders: readonly string[],
): Promise<CustomResourceDefinition[]> {
  const definitions: CustomResourceDefinition[] = [];
  for (const folder of folders) {
    for (const file of (await readdir(folder)).sort()) {
      if (file.endsWith('.yaml')) {
        const text = await readFile(join(folder, file), 'utf8');
        for (const document of parseAllDocuments(text)) {
          const object: CustomResourceDefinition | undefined = document.toJS();
          if (object?.kind === customResourceDefinitions.kind) {
            definitions.push(object);
          }
        }
      }
    }
  }
  for (const definition of definitions) {
    await admin.create(customResourceDefinitions, definition);
  }
  return definitions;
}

/** A definition is served some moments after it is created or the server is ready; watches get 429 for longer than lists. */
async function untilWatchable(
  admin: ApiClient,
  definition: CustomResourceDefinition,
): Promise<void> {
  const deadline = Date.now() + SERVED_WITHIN_MILLISECONDS;
  const { group, names, versions } = definition.spec;
  for (const { name: version } of versions.filter(({ served }) => served)) {
    const path = `/apis/${group}/${version}/${names.plural}`;
    const isWatchable = async () => {
      const connection = await admin.watch(path);
      connection.close();
      return connection.code === 200;
    };
    while (!(await isWatchable())) {
      if (Date.now() > deadline) {
        throw new Error(`kube-apiserver does not serve ${path}`);
      }
      await delay(100);
    }
  }
}
