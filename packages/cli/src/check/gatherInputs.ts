import { Readable } from 'node:stream';
import { toError } from '@backstage/errors';
import {
  CatalogEntity,
  DescribedInput,
  Engines,
  KubernetesObject,
  PlacedObject,
  ReadingNotice,
  ReadingProblem,
  UnreadKind,
} from '@holdfast/plugin-holdfast-node';
import { openContext } from '../cluster/openContext';
import { readCluster } from '../cluster/readCluster';
import { readInput } from '../input/readInput';
import { findKustomize } from '../kustomize/findKustomize';
import { CheckOptions } from './CheckOptions';

/**
 * Objects of one cluster, and what is known of their being all.
 */
export interface ClusterInput {
  cluster: string;
  objects: Iterable<KubernetesObject>;
  complete: boolean;
  readKinds: Iterable<string>;
  unread: readonly UnreadKind[];
  basis?: DescribedInput['basis'];
}

/**
 * Everything that is to be judged, and what is wrong with it.
 */
export interface Inputs {
  clusters: ClusterInput[];
  entities: readonly CatalogEntity[];
  /** The objects of files by key, by the name of their cluster. */
  placed: ReadonlyMap<string, ReadonlyMap<string, PlacedObject>>;
  problems: ReadingProblem[];
  notices: ReadingNotice[];
  /** When the oldest file was last written, in ms. */
  writtenAt?: number;
}

/**
 * Reads files, folders, standard input and contexts.
 */
export async function gatherInputs(options: {
  paths: readonly string[];
  stdin: Readable;
  engines: Engines;
  check: Pick<
    CheckOptions,
    'ignore' | 'namespace' | 'cluster' | 'complete' | 'kubeconfig' | 'context'
  >;
}): Promise<Inputs> {
  const { engines, check } = options;
  const { namespace, complete } = check;
  const input = await readInput({
    ...options,
    ignore: check.ignore,
    namespace,
    kustomize: findKustomize(),
  });
  const { entities, notices, writtenAt } = input;
  const problems = [...input.problems];
  const clusters: ClusterInput[] = [];
  const placed = new Map<string, ReadonlyMap<string, PlacedObject>>();
  for (const { name, objects, listedKinds, unread } of input.clusters) {
    const cluster = name ?? check.cluster;
    placed.set(cluster, objects);
    clusters.push({
      cluster,
      objects: Array.from(objects.values(), ({ object }) => object),
      // Who says that the input is everything did not know what is hidden in it.
      complete: complete && !problems.some(({ hidesObjects }) => hidesObjects),
      readKinds: listedKinds,
      unread,
    });
  }

  const contexts = check.context.length ? check.context : [undefined];
  const reads = check.context.length || check.kubeconfig !== undefined;
  for (const context of reads ? contexts : []) {
    const label = context === undefined ? 'kubeconfig' : `context ${context}`;
    try {
      const { name, server } = await openContext({
        file: check.kubeconfig,
        context,
      });
      const reading = await readCluster({ server, engines, namespace, label });
      problems.push(...reading.problems);
      clusters.push({
        ...reading,
        cluster: name,
        // What was read of a cluster is all of it, but for what is unread.
        complete: true,
        readKinds: [],
        basis: 'observed',
      });
    } catch (error) {
      const { message } = toError(error);
      problems.push({ file: label, message, hidesObjects: true });
    }
  }
  return {
    clusters,
    entities,
    placed,
    problems,
    notices,
    ...(writtenAt !== undefined && { writtenAt }),
  };
}
