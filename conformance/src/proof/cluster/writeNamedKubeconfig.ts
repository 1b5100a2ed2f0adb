import { findTool, run } from '@holdfast/template-tests';
import { writeFile } from 'node:fs/promises';
import { parse, stringify } from 'yaml';
import { ProofCluster } from './ProofCluster';

/** Writes a kubeconfig with the cluster as its only context, called what the form calls it: so is it known to the portal, too. */
export async function writeNamedKubeconfig(options: {
  cluster: ProofCluster;
  name: string;
  file: string;
}): Promise<void> {
  const { cluster, name, file } = options;
  const tool = findTool('kubectl');
  if ('missing' in tool) throw new Error(tool.missing);
  const { code, stdout, stderr } = await run(
    tool.command,
    [
      'config',
      'view',
      '--raw',
      '--minify',
      '--flatten',
      `--kubeconfig=${cluster.kubeconfig}`,
      ...(cluster.context ? [`--context=${cluster.context}`] : []),
    ],
    { cwd: process.cwd() },
  );
  if (code !== 0) throw new Error(`${cluster.kubeconfig}: ${stderr.trim()}`);
  const config = parse(stdout);
  config.contexts[0].name = name;
  config['current-context'] = name;
  await writeFile(file, stringify(config), { mode: 0o600 });
}
