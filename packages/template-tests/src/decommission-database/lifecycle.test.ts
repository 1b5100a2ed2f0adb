import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { resourceTypes, ResourceType } from '@holdfast/demo';
import { parse } from 'yaml';
import { parseDocuments, parseEntities } from '../objects';
import { TemplateUnderTest } from '../TemplateUnderTest';
import { findTool } from '../tools';
import { changesOf, PullRequestChanges } from './changesOf';
import { DecommissionWorld } from './DecommissionWorld';

// Databases come up and are backed up by the real clock.
jest.setTimeout(240_000);

const kubectl = findTool('kubectl');
const day = 86_400_000;
const dayOf = (moment: number) => new Date(moment).toISOString().slice(0, 10);

const secondRegion = {
  secondRegion: 'us-east-1',
  secondCluster: 'prod-us-east',
};
/** Each with what the others lack. */
const choices = [
  { name: 'least', values: { gitops: 'argocd' } },
  {
    name: 'flux-two-regions',
    values: {
      gitops: 'flux',
      ...secondRegion,
      snapshotClass: 'csi-snapshots',
      instances: 2,
      pooler: 'rw-ro',
      moreDatabases: ['audit'],
      roles: [{ name: 'reporting', access: 'read' }],
    },
  },
  {
    name: 'argocd-two-regions',
    values: {
      gitops: 'argocd',
      ...secondRegion,
      snapshotClass: 'csi-snapshots',
      pooler: 'rw',
      credentials: 'external-secrets',
      moreDatabases: ['audit'],
      roles: [{ name: 'reporting', access: 'read' }],
    },
  },
];

let world: DecommissionWorld;
let postgresql: TemplateUnderTest;
beforeAll(async () => {
  [world, postgresql] = await Promise.all([
    DecommissionWorld.start(),
    TemplateUnderTest.start('postgresql'),
  ]);
  for (const { name, values } of choices) {
    await world.publish(
      name,
      await postgresql.render({
        name,
        owner: 'group:default/checkout',
        tier: 'bronze',
        instances: 1,
        cluster: 'prod-eu-west',
        repoUrl: `git.example?owner=checkout&repo=${name}`,
        ...values,
      }),
    );
  }
  await Promise.all([world.open(), world.demo.gitOps.idle()]);
});
afterAll(async () => {
  await postgresql?.stop();
  await world?.stop();
});

const describeWith = 'missing' in kubectl ? describe.skip : describe;

async function until(what: string, isSo: () => Promise<boolean> | boolean) {
  for (let look = 0; look < 400; look += 1) {
    if (await isSo()) return;
    await sleep(250);
  }
  throw new Error(`${what} did not come`);
}

const idOf = (name: string) =>
  `prod-eu-west/${name}/Cluster.postgresql.cnpg.io/${name}`;

const judged = async (name: string) =>
  await world.holdfast.getDatabase(idOf(name)).catch(() => undefined);

it.each([
  ['another name', { confirm: 'other' }, 'write least to confirm'],
  ['too short a hold', { hold: '3d' }, 'is shorter than 7 d'],
  ['what is no time', { hold: 'soon' }, 'hold'],
  ['backups for too short', { keepBackups: '1d' }, 'write at least 7d'],
  [
    'what is no database',
    { entityRef: 'component:default/least-repository' },
    'and no database',
  ],
  ['nothing', { entityRef: 'resource:default/nothing' }, 'not found'],
])('refuses %s', async (_, change, message) => {
  await until(
    'that the database is seen',
    async () => (await judged('least')) !== undefined,
  );
  const { status, log } = await world.run({
    entityRef: 'resource:default/least',
    reason: 'The shop moved away',
    confirm: 'least',
    ...change,
  });
  expect(status).not.toBe('completed');
  expect(log).toContain(message);
});

describeWith.each(choices)('decommissioning of $name', ({ name, values }) => {
  const clusters = [
    'prod-eu-west',
    ...('secondCluster' in values ? [values.secondCluster] : []),
  ];
  const overlays = clusters.map(
    cluster => `overlays/${cluster}/kustomization.yaml`,
  );
  const answers = {
    entityRef: `resource:default/${name}`,
    reason: 'The shop moved away',
    confirm: name,
    hold: '30d',
  };
  const id = idOf(name);

  const objects = (type: ResourceType, cluster = clusters[0]) =>
    world.demo.fleet.cluster(cluster).objects.list(type, { namespace: name });
  const cluster = (of = clusters[0]) => objects(resourceTypes.clusters, of)[0];

  function expectSound(change: PullRequestChanges) {
    for (const path of change.changed) {
      const text = change.after.get(path) ?? '';
      expect({ path, left: text.match(/\$\{\{|\{%|undefined|NaN/) }).toEqual({
        path,
        left: null,
      });
      if (/\.ya?ml$/.test(path)) parseDocuments(text);
      expect(text).not.toContain(world.password);
    }
    expect(change.pull.body).not.toMatch(/undefined|NaN|\[object|\$\{/);
  }

  /** The step, all of it, and nothing else than it says. */
  async function step(stage: string, of = overlays) {
    const run = await world.run(answers);
    expect(`${run.status} ${run.log}`).toMatch(/^completed/);
    expect(run.log).not.toContain(world.password);
    const change = await changesOf(world.git, name, run.links);
    expect(change.changed).toEqual(
      [
        '.holdfast/decommission.yaml',
        'catalog-info.yaml',
        'components/decommission/README.md',
        ...(stage === 'final-backup'
          ? [`components/decommission/${stage}/backup.yaml`]
          : []),
        `components/decommission/${stage}/kustomization.yaml`,
        ...of,
      ].sort(),
    );
    for (const overlay of of) {
      // What patches the Cluster of the second region by its name would not find it any more.
      const patched = stage === 'removal' && overlay !== overlays[0];
      expect(change.gone(overlay)).toEqual(
        patched ? ['  - path: replica.yaml'] : [],
      );
      expect(change.come(overlay)).toEqual([
        `  - ../../components/decommission/${stage}`,
      ]);
    }
    expectSound(change);
    return change;
  }

  it('asks for a last backup', async () => {
    await until(
      'the first base backup',
      async () => (await judged(name))?.summary.verdict === 'protected',
    );
    const change = await step('final-backup', overlays.slice(0, 1));
    expect(change.pull.title).toBe(
      `Take a last backup of ${name} before it leaves service`,
    );
    expect(change.gone('catalog-info.yaml')).toHaveLength(
      // Title and tags of each database, and the lifecycle of the repository.
      2 * clusters.length + 1,
    );

    // The same once more goes on with it.
    const again = await world.run(answers);
    expect(again).toMatchObject({ status: 'completed' });
    expect((await changesOf(world.git, name, again.links)).number).toBe(
      change.number,
    );

    await world.git.merge(name, change.number);
    const backup = `${name}-final-${dayOf(Date.now()).replaceAll('-', '')}`;
    // The hold is refused as long as nobody has seen the backup.
    const early = await world.run(answers);
    expect(early).toMatchObject({ status: 'failed' });
    expect(early.log).toContain(`The final backup ${backup}`);
    await until('that Holdfast has seen it', async () =>
      (
        await world.holdfast.listRecoveryPoints(id)
      ).items.some(({ object, usable }) => usable && object.name === backup),
    );
  });

  it('puts it to sleep', async () => {
    const change = await step('hold');
    const until30 = dayOf(Date.now() + 30 * day);
    expect(change.pull.title).toBe(`Put ${name} to sleep until ${until30}`);
    expect(change.come('catalog-info.yaml').join('\n')).toContain(
      `held until ${until30}`,
    );
    await world.git.merge(name, change.number);
    for (const of of clusters) {
      await until(`sleep in ${of}`, () => {
        const { pods, persistentVolumeClaims } = resourceTypes;
        return (
          objects(pods, of).length === 0 &&
          objects(persistentVolumeClaims, of).length > 0 &&
          cluster(of).metadata.annotations?.['cnpg.io/hibernation'] === 'on'
        );
      });
      for (const { spec } of objects(resourceTypes.scheduledBackups, of)) {
        expect(spec).toMatchObject({ suspend: true });
      }
      expect(objects(resourceTypes.prometheusRules, of)).toEqual([]);
    }
    await until('that Holdfast says so', async () =>
      Boolean(
        (
          await judged(name)
        )?.assessment.findings.some(({ rule }) => rule === 'health/held'),
      ),
    );
    // Neither red nor blamed for what a hold is.
    expect(await judged(name)).toMatchObject({
      summary: { verdict: 'protected' },
    });

    const early = await world.run(answers);
    expect(early.log).toContain(`${name} is held until ${until30}`);
  });

  it('takes the guards away when the time is over', async () => {
    // As if the hold had begun 31 days ago.
    const over = dayOf(Date.now() - day);
    await world.git.change(name, async folder => {
      for (const path of [
        '.holdfast/decommission.yaml',
        'components/decommission/hold/kustomization.yaml',
      ]) {
        const text = await readFile(join(folder, path), 'utf8');
        await writeFile(
          join(folder, path),
          text.replaceAll(dayOf(Date.now() + 30 * day), over),
        );
      }
    });
    await until('that Holdfast sees it', async () =>
      Boolean(
        (
          await judged(name)
        )?.assessment.findings.some(({ message }) =>
          message.includes(`The hold ended on ${over}`),
        ),
      ),
    );
    const change = await step('release');
    await world.git.merge(name, change.number);
    for (const of of clusters) {
      const marks = JSON.stringify(cluster(of).metadata);
      expect(marks).not.toMatch(/Prune=false|prune":"disabled/);
      const [store] = objects(resourceTypes.objectStores, of);
      expect(JSON.stringify(store.metadata)).toMatch(
        /Prune=false|prune":"disabled/,
      );
    }
  });

  it('deletes it, and keeps its backups', async () => {
    const change = await step('removal');
    const record = parse(change.after.get('.holdfast/decommission.yaml') ?? '');
    expect(change.pull.body).toContain('Do not revert the merge');
    expect(change.pull.body).toContain(`until ${record.keepUntil}`);
    await world.git.merge(name, change.number);
    for (const of of clusters) {
      await until(`the removal from ${of}`, () => {
        const { clusters: kind, persistentVolumeClaims } = resourceTypes;
        return (
          objects(kind, of).length === 0 &&
          objects(persistentVolumeClaims, of).length === 0
        );
      });
      for (const type of [
        resourceTypes.scheduledBackups,
        resourceTypes.poolers,
        resourceTypes.podMonitors,
      ]) {
        expect(objects(type, of)).toEqual([]);
      }
      expect(objects(resourceTypes.objectStores, of).length).toBeGreaterThan(0);
    }
    expect(
      objects(resourceTypes.backups).some(
        ({ metadata }) => metadata.name === record.finalBackup,
      ),
    ).toBe(true);
    const types = parseEntities(
      change.after.get('catalog-info.yaml') ?? '',
    ).map(({ spec }) => spec?.type);
    expect(types).toEqual(['backup-storage', 'gitops']);
  });
});
