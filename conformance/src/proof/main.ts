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
import { Endings } from './Endings';
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

async function openCluster({ given }: ProofOptions): Promise<ProofCluster> {
  return given
    ? GivenCluster.create({ ...given, kubeconfig: resolve(given.kubeconfig) })
    : await LabCluster.open(resolve(process.env.HOLDFAST_LAB_DIR ?? ''), say);
}

async function renderRepositories(options: {
  tiers: string[];
  into: string;
  kubectl: Kubectl;
}): Promise<Repository[]> {
  const { tiers, into, kubectl } = options;
  const template = await TemplateUnderTest.start('postgresql');
  const repositories: Repository[] = [];
  for (const tier of tiers) {
    const name = NAMES[tier];
    repositories.push(
      await Repository.render({ template, name, tier, into, kubectl }),
    );
  }
  await template.stop();
  return repositories;
}

async function main(): Promise<boolean> {
  const options = parseOptions(process.argv.slice(2), process.env);
  if (!options.given && !process.env.HOLDFAST_LAB_DIR) return await skip();

  const folder = await mkdtemp(join(tmpdir(), 'holdfast-proof-'));
  const kubeconfig = join(folder, 'kubeconfig');
  const kubectl = Kubectl.create(kubeconfig);
  const journal = Journal.create(say);
  const endings = Endings.create(say);
  endings.add(() => rm(folder, { recursive: true, force: true }));
  try {
    const repositories = await renderRepositories({
      tiers: options.tiers,
      into: folder,
      kubectl,
    });
    const opening = openCluster(options);
    // What boots when the interruption comes is waited for, and ended.
    endings.add(async () => await (await opening).close());
    endings.takeSignals();
    const cluster = await opening;
    const [{ cluster: name }] = repositories;
    await writeNamedKubeconfig({ cluster, name, file: kubeconfig });
    await refuseLeftovers(kubectl, repositories);
    await installMonitoringDefinitions(kubectl);
    const holdfast = await HoldfastUnderTest.start({
      kubeconfig,
      cluster: name,
      prometheus: cluster.prometheus,
      entities: repositories.flatMap(({ entities }) => entities),
    });
    endings.add(() => holdfast.stop());

    const figures = new Map<string, Figures>();
    const storeFolder = `proof-${new Date().toISOString().replace(/\D/g, '')}`;
    for (const repository of repositories) {
      if (cluster.remains) {
        endings.add(() => kubectl.deleteNamespace(repository.namespace));
      }
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
      const { steps } = journal;
      await writeFile(
        options.writeDocs,
        await describeProof({ cluster, kubectl, repositories, figures, steps }),
      );
    }
  } finally {
    await endings.run();
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
