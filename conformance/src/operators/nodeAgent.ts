import { KubernetesObject } from '@holdfast/plugin-holdfast-node';
import { OperatorCluster } from './OperatorCluster';
import { toSeconds } from './jobController';

const labels = { name: 'node-agent', role: 'node-agent' };
const podSpec = { containers: [{ name: 'node-agent', image: 'velero' }] };

/** Velero's node agent on `node-1`, as far as its server looks for it (`pkg/nodeagent/node_agent.go`): a DaemonSet and a running pod. */
export async function pretendNodeAgent(
  cluster: OperatorCluster,
  namespace: string,
): Promise<void> {
  await cluster.create(
    {
      apiVersion: 'apps/v1',
      kind: 'DaemonSet',
      metadata: { name: 'node-agent', namespace },
      spec: {
        selector: { matchLabels: labels },
        template: { metadata: { labels }, spec: podSpec },
      },
    },
    {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name: 'node-agent-1', namespace, labels },
      spec: { ...podSpec, nodeName: 'node-1' },
      status: { phase: 'Running' },
    },
  );
}

/** Ends a PodVolumeBackup or PodVolumeRestore as the node agent does when it has copied the files. No byte was. */
export async function pretendCopied(
  cluster: OperatorCluster,
  { apiVersion = '', kind = '', metadata }: KubernetesObject,
): Promise<void> {
  const now = toSeconds(new Date());
  await cluster.writeStatus(
    { apiVersion, kind, name: metadata.name, namespace: metadata.namespace },
    {
      phase: 'Completed',
      startTimestamp: now,
      completionTimestamp: now,
      ...(kind === 'PodVolumeBackup' && { snapshotID: 'of-no-repository' }),
      progress: { totalBytes: 4096, bytesDone: 4096 },
    },
  );
}
