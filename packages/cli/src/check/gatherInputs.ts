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
import { variantsOf } from '../input/variantsOf';
import { findKustomize } from '../kustomize/findKustomize';
import { CheckOptions } from './CheckOptions';

/**
 * Objects of one cluster, and what is known of their being all.
 */
export interface ClusterInput {
  cluster: string;
  objects: Iterable<KubernetesObject>;
  /** The objects by key, where they stand in files. */
  placed?: ReadonlyMap<string, PlacedObject>;
  /** Keys of those databases that are to be judged; all if absent. */
  only?: ReadonlySet<string>;
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
  const databaseKinds = new Set(engines.databaseKinds);
  for (const { name, objects, repeated, ...read } of input.clusters) {
    const clusterOf = (placed: ReadonlyMap<string, PlacedObject>) => ({
      cluster: name ?? check.cluster,
      placed,
      objects: Array.from(placed.values(), ({ object }) => object),
      // Who says that the input is everything did not know what is hidden in it.
      complete: complete && !problems.some(({ hidesObjects }) => hidesObjects),
      readKinds: read.listedKinds,
      unread: read.unread,
    });
    clusters.push(
      clusterOf(objects),
      ...variantsOf(repeated, databaseKinds).map(variant => ({
        ...clusterOf(new Map([...objects, ...variant])),
        only: new Set(variant.keys()),
      })),
    );
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
    problems,
    notices,
    ...(writtenAt !== undefined && { writtenAt }),
  };
}
