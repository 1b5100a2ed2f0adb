import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { KubernetesObject } from '@holdfast/demo';
import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';

export interface ClusterRole extends KubernetesObject {
  rules: Array<{ apiGroups: string[]; resources: string[]; verbs: string[] }>;
}

/** The role that Holdfast's documentation asks its users to give it. */
export async function readClusterRole(): Promise<ClusterRole> {
  const file = resolvePackagePath(
    '@holdfast/conformance',
    '../docs/kubernetes/cluster-role.yaml',
  );
  return parse(await readFile(file, 'utf8'));
}
