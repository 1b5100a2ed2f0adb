import { Quantity } from '@holdfast/plugin-holdfast-common';
import { Kubectl } from './Kubectl';
import { Repository } from './Repository';
import { parseDocument } from 'yaml';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** For operators, drills and the writer, in cores. */
const RESERVED_CORES = 0.75;
/** What an instance asks for where there is not enough; Kubernetes shares what is left over. */
const SMALL_REQUEST = '100m';

/**
 * What each instance has to ask for in place of what the repository says, where the nodes have too few cores; undefined where they have enough.
 */
export async function fitCpuRequest(options: {
  kubectl: Kubectl;
  repository: Repository;
}): Promise<string | undefined> {
  const { kubectl, repository } = options;
  const manifest = await readFile(
    join(repository.folder, 'base/cluster.yaml'),
    'utf8',
  );
  const { spec } = parseDocument(manifest).toJS();
  const nodes = await kubectl.list<{
    metadata: { name: string };
    status: { allocatable: { cpu: string } };
  }>('nodes');
  const there = nodes.reduce(
    (sum, { status }) => sum + coresOf(status.allocatable.cpu),
    0,
  );
  const wanted = spec.instances * coresOf(spec.resources.requests.cpu);
  return wanted + RESERVED_CORES <= there ? undefined : SMALL_REQUEST;
}

function coresOf(quantity: string): number {
  return Quantity.parse(quantity).toNumber();
}
