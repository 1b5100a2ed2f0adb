import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { TemplateUnderTest } from '@holdfast/template-tests';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { GivenCluster } from './cluster/GivenCluster';
import { LabCluster } from './cluster/LabCluster';
import { ProofCluster } from './cluster/ProofCluster';
import { writeNamedKubeconfig } from './cluster/writeNamedKubeconfig';
import { installMonitoringDefinitions } from './cluster/installMonitoringDefinitions';
import { HoldfastUnderTest } from './HoldfastUnderTest';
import { Journal } from './Journal';
import { Kubectl } from './Kubectl';
import { parseOptions, ProofOptions } from './options';
import { describeProof } from './report/describeProof';
import { Repository } from './Repository';
import { prove } from './prove';
import { Figures } from './walk/Scene';

/** What each repository is called; a name tells nothing of its tier. */
const NAMES: Record<string, string> = { silver: 'orders', gold: 'payments' };

const say = (line: string) => process.stdout.write(`${line}\n`);
const artifacts = resolvePackagePath('@holdfast/conformance', '../artifacts');

async function openCluster(
  options: ProofOptions,
): Promise<ProofCluster | undefined> {
  if (options.given) {
    const { given } = options;
    return GivenCluster.create({
      ...given,
      kubeconfig: resolve(given.kubeconfig),
    });
  }
  const folder = process.env.HOLDFAST_LAB_DIR;
  return folder ? await LabCluster.open(resolve(folder), say) : undefined;
}

async function main(): Promise<boolean> {
  const options = parseOptions(process.argv.slice(2), process.env);
  const journal = Journal.create(say);
  const folder = await mkdtemp(join(tmpdir(), 'holdfast-proof-'));
  let holdfast: HoldfastUnderTest | undefined;
  const opening = openCluster(options);
  let finishing: Promise<void> | undefined;
  // Also while the cluster is still being opened: what boots is waited for, and ended.
  const finish = () =>
    (finishing ??= (async () => {
      await holdfast?.stop();
      const opened = await opening.catch(() => undefined);
      await opened?.close();
      await rm(folder, { recursive: true, force: true });
    })());
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      say(`${signal}: ending what was begun`);
      void finish().finally(() => process.exit(130));
    });
  }
  const figures = new Map<string, Figures>();
  const repositories: Repository[] = [];
  try {
    const cluster = await opening;
    if (!cluster) return await skip();
    const template = await TemplateUnderTest.start('postgresql');
    const named = join(folder, 'kubeconfig');
    const kubectl = Kubectl.create(named);
    for (const tier of options.tiers) {
      repositories.push(
        await Repository.render({
          template,
          name: NAMES[tier],
          tier,
          into: folder,
          kubectl,
        }),
      );
    }
    await template.stop();
    const [{ cluster: name }] = repositories;
    await writeNamedKubeconfig({ cluster, name, file: named });
    await refuseLeftovers(kubectl, repositories);
    await installMonitoringDefinitions(kubectl);
    const storeFolder = `proof-${new Date().toISOString().replace(/\D/g, '')}`;
    holdfast = await HoldfastUnderTest.start({
      kubeconfig: named,
      cluster: name,
      prometheus: cluster.prometheus,
      entities: repositories.flatMap(({ entities }) => entities),
    });
    for (const repository of repositories) {
      figures.set(
        repository.name,
        await prove({
          journal,
          repository,
          cluster,
          kubectl,
          holdfast,
          storeFolder,
          restores: repository === repositories[0],
        }),
      );
    }
    if (options.writeDocs) {
      await writeFile(
        options.writeDocs,
        await describeProof({
          cluster,
          kubectl,
          repositories,
          figures,
          steps: journal.steps,
        }),
      );
    }
  } finally {
    await finish();
  }
  await writeResults(journal.results());
  return journal.steps.every(({ checks }) => checks.every(({ held }) => held));
}

/** Nothing that somebody else made is touched, or removed in the end. */
async function refuseLeftovers(
  kubectl: Kubectl,
  repositories: readonly Repository[],
): Promise<void> {
  for (const { namespace } of repositories) {
    if (await kubectl.get('namespace', namespace)) {
      throw new Error(
        `the cluster has a namespace '${namespace}', which the proof would make and remove: delete it first`,
      );
    }
  }
}

/** Not done is said, and where it was asked for it is a failure. */
async function skip(): Promise<boolean> {
  const why =
    'set HOLDFAST_LAB_DIR to the folder of the lab, or name a cluster with --kubeconfig (conformance/README.md)';
  if (process.env.HOLDFAST_REQUIRE_REAL) {
    throw new Error(
      `HOLDFAST_REQUIRE_REAL is set, but there is no cluster: ${why}`,
    );
  }
  say(`Skipped the proof on a real cluster: ${why}`);
  await writeResults([
    {
      name: 'proof on a real cluster',
      passed: 0,
      failed: 0,
      skipped: [`proof on a real cluster: ${why}`],
    },
  ]);
  return true;
}

async function writeResults(results: object[]): Promise<void> {
  const file = join(artifacts, 'results-proof.json');
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, `${JSON.stringify(results, undefined, 2)}\n`);
}

main()
  .then(held => process.exit(held ? 0 : 1))
  .catch((error: Error) => {
    process.stderr.write(`${error.message}\n`);
    process.exit(2);
  });
