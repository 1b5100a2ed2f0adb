import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { run } from '@holdfast/template-tests';
import { Kubectl } from './Kubectl';

/** What the command line says of one database of a cluster. */
export async function holdfastCheck(options: {
  kubectl: Kubectl;
  context: string;
  id: string;
}): Promise<{ code: number; verdict: string; rules: string[] }> {
  const { kubectl, context, id } = options;
  const program = resolvePackagePath(
    '@holdfast/conformance',
    '../packages/cli/bin/holdfast',
  );
  const { code, stdout, stderr } = await run(
    process.execPath,
    [program, 'check', '--context', context, '--output', 'json'],
    { cwd: process.cwd(), env: kubectl.env },
  );
  if (!stdout.startsWith('{')) throw new Error(stderr || stdout);
  const report: {
    databases: {
      id: string;
      verdict: string;
      findings: { rule: string }[];
    }[];
  } = JSON.parse(stdout);
  const database = report.databases.find(each => each.id === id);
  return {
    code,
    verdict: database?.verdict ?? `nothing of ${id}`,
    rules: database?.findings.map(({ rule }) => rule) ?? [],
  };
}
