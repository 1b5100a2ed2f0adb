import { Readable } from 'node:stream';
import { createMockDirectory } from '@backstage/backend-test-utils';
import {
  cloudNativePgEngine,
  Engines,
  volumesEngine,
} from '@holdfast/plugin-holdfast-node';
import { readInput } from '../input/readInput';
import { KustomizeCommand } from '../kustomize/findKustomize';

const engines = Engines.create([cloudNativePgEngine, volumesEngine]);

/** Makes a function that writes files into a folder of their own, reads them, and tells what came of it by their relative paths. */
export function createReader() {
  const directory = createMockDirectory();
  return async function read(
    options: {
      files?: Record<string, string>;
      paths?: string[];
      stdin?: string;
      namespace?: string;
      kustomize?: KustomizeCommand;
    } = {},
  ) {
    const { files = {}, paths = [directory.path], stdin = '' } = options;
    directory.setContent(files);
    const input = await readInput({
      paths: paths.map(path => (path === '-' ? path : directory.resolve(path))),
      stdin: Readable.from([Buffer.from(stdin)]),
      engines,
      namespace: options.namespace,
      kustomize: options.kustomize,
    });
    const [cluster] = input.clusters;
    const placeOf = (each: {
      file: string;
      line?: number;
      message: string;
    }) => [
      `${each.file.replace(`${directory.path}/`, '')}${
        each.line === undefined ? '' : `:${each.line}`
      }`,
      each.message.replaceAll(`${directory.path}/`, ''),
    ];
    return {
      ...input,
      ...cluster,
      keys: [...cluster.objects.keys()].sort(),
      problems: input.problems.map(placeOf),
      notices: input.notices.map(placeOf),
    };
  };
}

/** Keys of what `manifests` declares. */
export const orders = 'Cluster.postgresql.cnpg.io/shop/orders';
export const scratch = 'Cluster.postgresql.cnpg.io/shop/scratch';
export const nightly = 'ScheduledBackup.postgresql.cnpg.io/shop/orders-nightly';
export const backups = 'ObjectStore.barmancloud.cnpg.io/shop/backups';
