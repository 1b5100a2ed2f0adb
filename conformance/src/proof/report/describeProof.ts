import { availableParallelism, cpus } from 'node:os';
import { ProofCluster } from '../cluster/ProofCluster';
import { Step } from '../Journal';
import { Kubectl } from '../Kubectl';
import { Repository } from '../Repository';
import { Figures } from '../walk/Scene';
import { changes, howToRepeat, limitsAnywhere } from './words';

/** Rows of the table of figures; what was not measured is a dash. */
const rows: [string, (figures: Figures) => string | undefined][] = [
  ['From nothing to all instances ready', f => seconds(f.healthy)],
  ['From nothing to a complete base backup', f => seconds(f.backup)],
  ['From nothing to Holdfast saying Protected', f => seconds(f.protected)],
  [
    'Attained RPO then, for the loss of the data',
    f =>
      f.rpo === undefined
        ? undefined
        : `${seconds(f.rpo)} ${f.rpoBasis}, at most ${seconds(f.rpoAtMost)}`,
  ],
  [
    'Failover: longest pause between acknowledged writes, seen by a client',
    f => seconds(f.pause),
  ],
  [
    'Failover: pause that `scenarios/failover.sh` says',
    f => seconds(f.pauseByScenario),
  ],
  ['Failover: writes acknowledged to the client', f => count(f.acknowledged)],
  ['Failover: of these lost', f => count(f.lost)],
  ['Failover: all instances ready again', f => seconds(f.allReady)],
  ['Point-in-time recovery: copy takes writes', f => seconds(f.pointInTime)],
  ['Restore drill: copy takes writes', f => seconds(f.drill)],
  ['RTO that Holdfast measured by the drill', f => seconds(f.rto)],
  ['Store away until Holdfast says At risk', f => seconds(f.storeDownNoticed)],
  ['Store back until Holdfast says Protected', f => seconds(f.storeUpNoticed)],
];

/** The page of figures, as it stands in docs/. */
export async function describeProof(options: {
  cluster: ProofCluster;
  kubectl: Kubectl;
  repositories: Repository[];
  figures: ReadonlyMap<string, Figures>;
  steps: readonly Step[];
}): Promise<string> {
  const { cluster, kubectl, repositories, figures, steps } = options;
  const checks = steps.flatMap(step => step.checks);
  const held = checks.filter(check => check.held).length;
  const headings = repositories.map(({ name, tier }) => `\`${name}\`, ${tier}`);
  return [
    '# The PostgreSQL template on a real cluster',
    '',
    '<!-- Written by `npm run prove:postgresql -- --write-docs <file>`; change the program, not this page. -->',
    '',
    `The repositories that the template makes by default were applied to ${cluster.title}, and everything that they promise was tried. ${held} of ${checks.length} checks held.`,
    '',
    `${new Date().toISOString().slice(0, 10)} · ${await versions(
      kubectl,
      cluster,
    )} · ${availableParallelism()} cores (${cpus()[0]?.model.trim()}), which PostgreSQL, Kubernetes and Holdfast share. Seconds are of that machine.`,
    '',
    '## Figures',
    '',
    table(
      ['', ...headings],
      rows.map(([title, value]) => [
        title,
        ...repositories.map(
          ({ name }) => value(figures.get(name) ?? {}) ?? '-',
        ),
      ]),
    ),
    '',
    '## Steps',
    '',
    table(
      ['Repository', 'Step', 's', 'Checked', 'Seen'],
      steps.flatMap(step =>
        step.checks.map(({ what, held: each, seen }, index) => [
          index === 0 ? step.repository : '',
          index === 0 ? step.name : '',
          index === 0 ? step.seconds.toFixed(0) : '',
          `${each ? '' : '**Failed:** '}${what}`,
          seen,
        ]),
      ),
    ),
    '',
    ...changes,
    '## What this does not prove',
    '',
    ...[...cluster.limits, ...limitsAnywhere].map(limit => `- ${limit}`),
    '',
    ...howToRepeat,
  ].join('\n');
}

async function versions(
  kubectl: Kubectl,
  cluster: ProofCluster,
): Promise<string> {
  const { serverVersion } = JSON.parse(
    await kubectl.run(['version', '--output=json']),
  );
  const tagOf = async (deployment: string) => {
    const object = await kubectl.get<{
      metadata: { name: string };
      spec: { template: { spec: { containers: { image: string }[] } } };
    }>('deployment', deployment, 'cnpg-system');
    const image = object?.spec.template.spec.containers[0].image;
    return image?.split('@')[0].split(':').at(-1) ?? 'of unknown version';
  };
  return [
    `Kubernetes ${serverVersion.gitVersion}`,
    `CloudNativePG ${await tagOf('cnpg-controller-manager')}`,
    `Barman Cloud plugin ${await tagOf('barman-cloud')}`,
    `PostgreSQL ${cluster.image.split(':').at(-1)}`,
  ].join(' · ');
}

function table(head: string[], lines: string[][]): string {
  const row = (cells: string[]) =>
    `| ${cells
      .map(cell => cell.replace(/\|/g, '\\|').replace(/\s*\n\s*/g, '; '))
      .join(' | ')} |`;
  return [row(head), row(head.map(() => '---')), ...lines.map(row)].join('\n');
}

function seconds(value: number | undefined): string | undefined {
  return value === undefined ? undefined : `${Math.round(value)} s`;
}

function count(value: number | undefined): string | undefined {
  return value?.toLocaleString('en-US');
}
