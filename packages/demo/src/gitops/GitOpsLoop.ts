import { InputError, NotFoundError } from '@backstage/errors';
import { GitHost } from '../git/GitHost';
import { GitRepository } from '../git/GitRepository';
import { SimulatedCluster } from '../kubernetes';
import { applyObjects } from './applyObjects';
import { ARGO_CD_ITSELF } from './argoCd';
import { BlockedDelivery, Delivery, deliveryId } from './Delivery';
import { findKustomize, KustomizeCommand } from './findKustomize';
import { DeliveredObject, isProblem, ObjectReport } from './ObjectReport';
import { keyOf, pruneObjects } from './pruneObjects';
import { Deliveries } from './readDeliveries';
import { readRepository } from './readRepository';
import { renderFolder } from './renderFolder';
import { DeliveryReport, RepositoryReport } from './RepositoryReport';
import { withCheckout } from './withCheckout';

/** What a delivery has brought, and how it would be taken away again. */
interface Inventory {
  delivery: Delivery;
  objects: readonly DeliveredObject[];
}

/** How often a delivery is tried again whose cluster did not answer. */
const RETRY_MILLISECONDS = 5_000;

/**
 * GitOps for the repositories of the demo's host: what a repository asks to be delivered is rendered with kustomize and applied to a simulated
 * cluster after every push and every merge, and what left Git is pruned. One repository at a time.
 *
 * @public
 */
export class GitOpsLoop {
  readonly #host: GitHost;
  readonly #clusters: ReadonlyMap<string, SimulatedCluster>;
  readonly #kustomize: () => KustomizeCommand;
  readonly #now: () => Date;
  readonly #reports = new Map<string, RepositoryReport>();
  readonly #inventories = new Map<string, Map<string, Inventory>>();
  readonly #unreachable = new Set<GitRepository>();
  #turn: Promise<void> = Promise.resolve();
  #timer?: NodeJS.Timeout;
  #unsubscribe?: () => void;

  /** @param options - `kustomize`: how to render; found when it is needed by default */
  static create(options: {
    host: GitHost;
    clusters: ReadonlyMap<string, SimulatedCluster>;
    kustomize?: () => KustomizeCommand;
    now?: () => Date;
  }): GitOpsLoop {
    return new GitOpsLoop(options);
  }

  private constructor(options: {
    host: GitHost;
    clusters: ReadonlyMap<string, SimulatedCluster>;
    kustomize?: () => KustomizeCommand;
    now?: () => Date;
  }) {
    this.#host = options.host;
    this.#clusters = options.clusters;
    this.#kustomize = options.kustomize ?? findKustomize;
    this.#now = options.now ?? (() => new Date());
  }

  /** Looks at all repositories, and from now on at each that moves. */
  start(): void {
    this.#unsubscribe = this.#host.onPush(repository =>
      this.#enqueue(repository),
    );
    for (const repository of this.#host.repositories) this.#enqueue(repository);
    this.#timer = setInterval(() => {
      for (const repository of this.#unreachable) this.#enqueue(repository);
    }, RETRY_MILLISECONDS);
  }

  /** Ends after what is under way. */
  async stop(): Promise<void> {
    clearInterval(this.#timer);
    this.#unsubscribe?.();
    await this.#turn;
  }

  /** Resolves when all that was asked for until now is done. */
  idle(): Promise<void> {
    return this.#turn;
  }

  /** By repository, in the order in which they were first looked at. */
  get reports(): RepositoryReport[] {
    return [...this.#reports.values()];
  }

  reportOf({ fullName }: GitRepository): RepositoryReport | undefined {
    return this.#reports.get(fullName);
  }

  #enqueue(repository: GitRepository): void {
    this.#turn = this.#turn.then(async () => {
      try {
        await this.#reconcile(repository);
      } catch (error) {
        this.#report(repository, { problems: [`${error}`], deliveries: [] });
      }
    });
  }

  async #reconcile(repository: GitRepository): Promise<void> {
    this.#unreachable.delete(repository);
    const commit = await repository.branchHead(
      await repository.defaultBranch(),
    );
    if (!commit) return;
    const asked = await withCheckout(repository, commit, folder =>
      readRepository(repository, commit, {
        folder,
        kustomize: this.#kustomize,
      }),
    );
    const { ready, blocked, problems } = asked;
    const deliveries: DeliveryReport[] = blocked.map(failed);
    for (const delivery of ready) {
      deliveries.push(await this.#deliver(repository, commit, delivery));
    }
    deliveries.push(...this.#endDeliveries(repository, asked));
    this.#report(repository, { commit, problems, deliveries });
  }

  async #deliver(
    repository: GitRepository,
    head: string,
    delivery: Delivery,
  ): Promise<DeliveryReport> {
    const { tool, name, file, path } = delivery;
    const report = { tool, name, file, cluster: delivery.cluster, path };
    if (tool === 'argo-cd' && ARGO_CD_ITSELF.includes(delivery.cluster)) {
      return {
        ...report,
        state: 'beyond',
        problem:
          'it goes to the cluster that Argo CD runs in, and the demo has none for that',
        objects: [],
      };
    }
    try {
      const cluster = this.#clusterOf(delivery);
      if (!cluster.running) {
        this.#unreachable.add(repository);
        throw new InputError(
          `the API server of ${cluster.name} does not answer; it is tried again`,
        );
      }
      const commit = delivery.revision
        ? await repository.resolve(delivery.revision)
        : head;
      const rendered = await withCheckout(repository, commit, folder =>
        renderFolder(folder, path, this.#kustomize()),
      );
      const inventories = this.#inventoriesOf(repository);
      const id = deliveryId(delivery);
      const left = this.#leaveFormerCluster(inventories.get(id), cluster);
      const former = left ? [] : inventories.get(id)?.objects ?? [];
      const applied = applyObjects(rendered, {
        delivery,
        cluster,
        ownerOf: object => this.#otherOwnerOf(object, repository, cluster),
      });
      const inGit = new Set(
        [...applied.delivered, ...applied.wanted].map(keyOf),
      );
      const pruned = pruneObjects(
        former.filter(object => !inGit.has(keyOf(object))),
        {
          cluster,
          occasion: 'prune',
          reason: delivery.prunes ? undefined : 'pruning is switched off',
        },
      );
      const known = new Set(former.map(keyOf));
      const stillThere = applied.wanted.filter(object =>
        known.has(keyOf(object)),
      );
      inventories.set(id, {
        delivery,
        objects: [...applied.delivered, ...stillThere, ...pruned.kept],
      });
      const objects = [...applied.reports, ...pruned.reports, ...(left ?? [])];
      return {
        ...report,
        state: objects.some(isProblem) ? 'partly' : 'applied',
        objects,
      };
    } catch (error) {
      if (!(error instanceof InputError || error instanceof NotFoundError)) {
        throw error;
      }
      return {
        ...report,
        state: 'failed',
        problem: error.message,
        objects: [],
      };
    }
  }

  /** What no longer asks to be delivered. Where a file could not be read, nobody knows, and nothing is taken away. */
  #endDeliveries(
    repository: GitRepository,
    { ready, blocked, problems }: Deliveries,
  ): DeliveryReport[] {
    if (problems.length > 0) return [];
    const asked = new Set([...ready, ...blocked].map(deliveryId));
    const inventories = this.#inventoriesOf(repository);
    const reports: DeliveryReport[] = [];
    for (const [id, { delivery, objects }] of inventories) {
      if (asked.has(id)) continue;
      const { tool, name, file, cascades, cluster } = delivery;
      const ended = pruneObjects(objects, {
        cluster: this.#clusterOf(delivery),
        occasion: 'delete',
        reason: cascades
          ? undefined
          : `${name} was removed without its objects`,
      });
      inventories.delete(id);
      reports.push({
        tool,
        name,
        file,
        cluster,
        state: 'applied',
        objects: ended.reports,
      });
    }
    return reports;
  }

  /** Another destination leaves behind what was at the former one. Returns what; `undefined` where the destination is the same. */
  #leaveFormerCluster(
    former: Inventory | undefined,
    cluster: SimulatedCluster,
  ): ObjectReport[] | undefined {
    if (!former) return undefined;
    const formerCluster = this.#clusterOf(former.delivery);
    if (formerCluster === cluster) return undefined;
    return pruneObjects(former.objects, {
      cluster: formerCluster,
      occasion: 'delete',
      reason: `it was delivered to ${formerCluster.name} before`,
    }).reports;
  }

  /** The other repository that an object comes from. */
  #otherOwnerOf(
    object: DeliveredObject,
    { fullName }: GitRepository,
    cluster: SimulatedCluster,
  ): string | undefined {
    const key = keyOf(object);
    for (const [repository, inventories] of this.#inventories) {
      if (repository === fullName) continue;
      for (const { delivery, objects } of inventories.values()) {
        const isThere = this.#clusterOf(delivery) === cluster;
        if (isThere && objects.some(one => keyOf(one) === key)) {
          return repository;
        }
      }
    }
    return undefined;
  }

  #clusterOf({ cluster }: Delivery): SimulatedCluster {
    const found =
      this.#clusters.get(cluster) ??
      [...this.#clusters.values()].find(({ url }) => url === cluster);
    if (!found) {
      throw new NotFoundError(
        `There is no cluster "${cluster}" in the demo; there are ${[
          ...this.#clusters.keys(),
        ].join(', ')}`,
      );
    }
    return found;
  }

  #inventoriesOf({ fullName }: GitRepository): Map<string, Inventory> {
    const known = this.#inventories.get(fullName) ?? new Map();
    this.#inventories.set(fullName, known);
    return known;
  }

  #report(
    { fullName }: GitRepository,
    report: Omit<RepositoryReport, 'repository' | 'at'>,
  ): void {
    this.#reports.set(fullName, {
      repository: fullName,
      at: this.#now().toISOString(),
      ...report,
    });
  }
}

function failed({
  tool,
  name,
  file,
  problem,
}: BlockedDelivery): DeliveryReport {
  return { tool, name, file, state: 'failed', problem, objects: [] };
}
