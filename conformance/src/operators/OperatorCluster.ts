import { KubernetesObject as ApiObject, ResourceType } from '@holdfast/demo';
import {
  AssemblyInput,
  Engines,
  KubernetesObject,
} from '@holdfast/plugin-holdfast-node';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApiClient, collectionPath, objectPath } from '../ApiClient';
import { ControlPlaneAssets } from '../controlPlane/assets';
import { waitUntil } from '../proof/waitUntil';
import { clientOf, kubeconfigOf } from '../targets/ApiTarget';
import { RealTarget } from '../targets/real';

/** Which object: its API version and kind, and what it is called. */
export interface ObjectName {
  apiVersion: string;
  kind: string;
  name: string;
  namespace?: string;
}

/**
 * A real API server with the CRDs of an operator, for the operator and for the test beside it.
 *
 * There are no nodes, no kubelet and no controller-manager: pods do not run, claims are not bound, CronJobs and StatefulSets make nothing,
 * and what belongs to a deleted owner stays. What they would do, the test does where it matters, by writing the status.
 */
export class OperatorCluster {
  /** Scratch space of what runs beside the API server; goes with it. */
  readonly folder: string;
  /** File of an administrator's kubeconfig. */
  readonly kubeconfig: string;
  readonly #target: RealTarget;
  readonly #admin: ApiClient;
  readonly #types = new Map<string, ResourceType[]>();

  /** @param definitions - folders of CRDs */
  static async start(options: {
    assets: ControlPlaneAssets;
    definitions: readonly string[];
  }): Promise<OperatorCluster> {
    const target = new RealTarget(options.assets, options.definitions);
    const folder = await mkdtemp(join(tmpdir(), 'holdfast-operator-'));
    try {
      await target.start();
      const kubeconfig = join(folder, 'kubeconfig');
      await writeFile(kubeconfig, kubeconfigOf(target, { who: 'admin' }), {
        mode: 0o600,
      });
      return new OperatorCluster(target, folder, kubeconfig);
    } catch (error) {
      await target.dispose();
      await rm(folder, { recursive: true, force: true });
      throw error;
    }
  }

  private constructor(target: RealTarget, folder: string, kubeconfig: string) {
    this.#target = target;
    this.#admin = clientOf(target);
    this.folder = folder;
    this.kubeconfig = kubeconfig;
  }

  async dispose(): Promise<void> {
    await this.#admin.close();
    await this.#target.dispose();
    await rm(this.folder, { recursive: true, force: true });
  }

  /** Creates objects one after the other. A status is written as well, though a creation leaves it out. */
  async create(...objects: ApiObject[]): Promise<void> {
    for (const object of objects) {
      const { apiVersion = 'v1', kind = '', metadata, status } = object;
      const { name = '', namespace } = metadata;
      await this.#admin.create(await this.#typeOf(apiVersion, kind), object);
      if (status !== undefined) {
        await this.writeStatus({ apiVersion, kind, name, namespace }, status);
      }
    }
  }

  /** The object as it is now; undefined when there is none. */
  async find(which: ObjectName): Promise<KubernetesObject | undefined> {
    const type = await this.#typeOf(which.apiVersion, which.kind);
    const answer = await this.#admin.request('GET', objectPath(type, which));
    if (answer.code === 404) return undefined;
    if (answer.code !== 200) {
      throw new Error(`${which.kind} ${which.name}: ${answer.text}`);
    }
    return JSON.parse(answer.text);
  }

  /** All objects of a kind, in one namespace or everywhere. */
  async list(
    apiVersion: string,
    kind: string,
    namespace?: string,
  ): Promise<KubernetesObject[]> {
    const type = await this.#typeOf(apiVersion, kind);
    const answer = await this.#admin.request(
      'GET',
      collectionPath(type, namespace),
    );
    if (answer.code !== 200) throw new Error(`${kind}: ${answer.text}`);
    const { items } = JSON.parse(answer.text);
    // Items of a list have no kind of their own.
    return items.map((item: KubernetesObject) => ({
      ...item,
      apiVersion,
      kind,
    }));
  }

  async patch(which: ObjectName, patch: object): Promise<void> {
    const type = await this.#typeOf(which.apiVersion, which.kind);
    await this.#admin.patch(type, which, patch);
  }

  /** Writes a status, as the kubelet or a controller would. */
  async writeStatus(which: ObjectName, status: unknown): Promise<void> {
    const type = await this.#typeOf(which.apiVersion, which.kind);
    await this.#admin.patch(
      type,
      which,
      { status },
      type.statusSubresource ? 'status' : undefined,
    );
  }

  /** Deletes an object alone. A Job would wait for the garbage collector to orphan its pods by default. */
  async delete(which: ObjectName): Promise<void> {
    const type = await this.#typeOf(which.apiVersion, which.kind);
    await this.#admin.json('DELETE', objectPath(type, which), {
      query: { propagationPolicy: 'Background' },
    });
  }

  /** Everything that engines read, as they would be handed it; kinds that the API server does not know are unread. */
  async read(
    engines: Engines,
  ): Promise<{ objects: KubernetesObject[]; unread: AssemblyInput['unread'] }> {
    const objects: KubernetesObject[] = [];
    const unread: Array<AssemblyInput['unread'][number]> = [];
    for (const { group, version, kind } of engines.resources) {
      const apiVersion = group ? `${group}/${version}` : version;
      const types = await this.#typesOf(apiVersion);
      if (types.some(type => type.kind === kind)) {
        objects.push(...(await this.list(apiVersion, kind)));
      } else {
        unread.push({
          kind: group ? `${kind}.${group}` : kind,
          reason: 'absent',
          message: `no ${kind} is served in ${apiVersion}`,
        });
      }
    }
    return { objects, unread };
  }

  /** A definition is in the discovery some moments after it is served. */
  async #typeOf(apiVersion: string, kind: string): Promise<ResourceType> {
    return waitUntil({
      what: `${kind} in ${apiVersion}`,
      seconds: 20,
      everyMilliseconds: 100,
      ask: async () =>
        (await this.#typesOf(apiVersion)).find(type => type.kind === kind),
    });
  }

  async #typesOf(apiVersion: string): Promise<ResourceType[]> {
    const known = this.#types.get(apiVersion);
    if (known) return known;
    const types = await this.#discover(apiVersion);
    if (types.length > 0) this.#types.set(apiVersion, types);
    return types;
  }

  async #discover(apiVersion: string): Promise<ResourceType[]> {
    const [group, version] = apiVersion.includes('/')
      ? apiVersion.split('/')
      : ['', apiVersion];
    const root = group ? '/apis' : '/api';
    const answer = await this.#admin.request('GET', `${root}/${apiVersion}`);
    if (answer.code !== 200) return [];
    const resources: Array<{
      name: string;
      kind: string;
      namespaced: boolean;
    }> = JSON.parse(answer.text).resources;
    const names = new Set(resources.map(({ name }) => name));
    return resources
      .filter(({ name }) => !name.includes('/'))
      .map(({ name, kind, namespaced }) => ({
        group,
        version,
        plural: name,
        kind,
        namespaced,
        statusSubresource: names.has(`${name}/status`),
      }));
  }
}
