import { ANNOTATION_LOCATION, Entity } from '@backstage/catalog-model';

import {
  mockServices,
  startTestBackend,
  TestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import scaffolderPlugin from '@backstage/plugin-scaffolder-backend';
import githubModule from '@backstage/plugin-scaffolder-backend-module-github';
import gitlabModule from '@backstage/plugin-scaffolder-backend-module-gitlab';
// eslint-disable-next-line @backstage/no-mixed-plugin-imports -- in tests the real API answers
import holdfastPlugin from '@holdfast/plugin-holdfast-backend';
import scaffolderModuleHoldfast from '@holdfast/plugin-scaffolder-backend-module-holdfast';
import { RunningDemo, startDemo } from '@holdfast/demo';
import { HoldfastClient } from '@holdfast/plugin-holdfast-common';
import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parse } from 'yaml';
import { parseDocuments } from '../objects';
import {
  RenderedRepository,
  templateFolder,
  writeRepository,
} from '../TemplateUnderTest';
import { run } from '../tools';

const templateName = 'decommission-database';

/** How a run of the template ended. */
export interface EndedRun {
  status: string;
  output: Record<string, unknown>;
  log: string;
}

/**
 * What a database is taken out of service in: a scaffolder with the real actions, Holdfast following the demo's clusters, its Git host, and GitOps and
 * operator behind it, all by the real clock.
 */
export class DecommissionWorld {
  readonly demo: RunningDemo;
  readonly password: string;
  #backend?: TestBackend;
  readonly #entities: Entity[];

  static async start(): Promise<DecommissionWorld> {
    const password = randomBytes(18).toString('base64url');
    const demo = await startDemo({
      token: password,
      databases: [],
      git: { password },
    });
    const folder = templateFolder(templateName);
    const template = parse(
      await readFile(join(folder, 'template.yaml'), 'utf8'),
    );
    const entities: Entity[] = [
      {
        ...template,
        metadata: {
          namespace: 'default',
          ...template.metadata,
          annotations: {
            [ANNOTATION_LOCATION]: `file:${join(folder, 'template.yaml')}`,
          },
        },
      },
    ];
    return new DecommissionWorld(demo, password, entities);
  }

  private constructor(demo: RunningDemo, password: string, entities: Entity[]) {
    this.demo = demo;
    this.password = password;
    this.#entities = entities;
  }

  /** Starts the backend, whose catalog has what was published until now. */
  async open(): Promise<void> {
    this.#backend = await startTestBackend({
      features: [
        scaffolderPlugin,
        githubModule,
        gitlabModule,
        holdfastPlugin,
        scaffolderModuleHoldfast,
        catalogServiceMock.factory({ entities: this.#entities }),
        mockServices.rootConfig.factory({
          data: settingsOf(this.demo, this.password),
        }),
      ],
    });
  }

  get host(): string {
    return new URL(this.demo.gitUrl).host;
  }

  get holdfast(): HoldfastClient {
    return new HoldfastClient({
      discoveryApi: {
        getBaseUrl: async pluginId => `${this.#baseUrl}/api/${pluginId}`,
      },
    });
  }

  get #baseUrl(): string {
    const { port } = this.#backend?.server.address() as AddressInfo;
    return `http://127.0.0.1:${port}`;
  }

  /** Publishes a repository as the template for PostgreSQL does, and registers what it describes. */
  async publish(name: string, repository: RenderedRepository): Promise<void> {
    await this.#call('/orgs/checkout/repos', { name, private: false });
    const folder = await writeRepository(repository);
    try {
      await git(folder, 'init', '--quiet', '--initial-branch=main');
      await commitAll(folder);
      await git(folder, 'push', '--quiet', this.#remote(name), 'main');
    } finally {
      await rm(folder, { recursive: true });
    }
    const entities = parseDocuments(
      repository.files.get('catalog-info.yaml') ?? '',
    ) as Entity[];
    this.#entities.push(
      ...entities.map(entity => ({
        ...entity,
        metadata: {
          namespace: 'default',
          ...entity.metadata,
          annotations: {
            ...entity.metadata.annotations,
            'backstage.io/source-location': `url:${this.demo.gitUrl}/checkout/${name}/src/branch/main/`,
          },
        },
      })),
    );
  }

  /** Has the scaffolder run the template. */
  async run(values: Record<string, unknown>): Promise<EndedRun> {
    const begun = await this.#scaffolder('/tasks', {
      templateRef: `template:default/${templateName}`,
      values,
    });
    if (!begun.id) {
      return { status: 'refused', output: {}, log: JSON.stringify(begun) };
    }
    for (;;) {
      const task = await this.#scaffolder(`/tasks/${begun.id}`);
      if (!['open', 'processing'].includes(task.status)) {
        const events: { body: { message: string; output?: object } }[] =
          await this.#scaffolder(`/tasks/${begun.id}/events`);
        return {
          status: task.status,
          output: { ...events.at(-1)?.body.output },
          log: events.map(({ body }) => body.message).join('\n'),
        };
      }
      await sleep(200);
    }
  }

  /** The files of a branch by path. */
  async files(name: string, branch: string): Promise<Map<string, string>> {
    return await this.#clone(name, branch, async folder => {
      const { stdout } = await run('git', ['ls-files'], { cwd: folder });
      const paths = stdout.split('\n').filter(Boolean);
      return new Map(
        await Promise.all(
          paths.map(
            async (path): Promise<[string, string]> => [
              path,
              await readFile(join(folder, path), 'utf8'),
            ],
          ),
        ),
      );
    });
  }

  async pull(
    name: string,
    number: number,
  ): Promise<{ title: string; body: string; head: { ref: string } }> {
    const response = await fetch(
      `${this.demo.gitUrl}/api/v1/repos/checkout/${name}/pulls/${number}`,
      { headers: { connection: 'close' } },
    );
    return await response.json();
  }

  /** As the button does. */
  async merge(name: string, number: number): Promise<void> {
    await this.#call(`/repos/checkout/${name}/pulls/${number}/merge`, {
      Do: 'merge',
    });
    await this.demo.gitOps.idle();
  }

  /** Changes files on the main branch, and lets GitOps apply that. */
  async change(
    name: string,
    changeOf: (folder: string) => Promise<void>,
  ): Promise<void> {
    await this.#clone(name, 'main', async folder => {
      await changeOf(folder);
      await commitAll(folder);
      await git(folder, 'push', '--quiet', this.#remote(name), 'HEAD:main');
    });
    await this.demo.gitOps.idle();
  }

  async stop(): Promise<void> {
    await this.#backend?.stop();
    await this.demo.stop();
  }

  #remote(name: string): string {
    const url = new URL(`${this.demo.gitUrl}/checkout/${name}.git`);
    url.username = 'demo';
    url.password = this.password;
    return url.href;
  }

  async #clone<T>(
    name: string,
    branch: string,
    use: (folder: string) => Promise<T>,
  ): Promise<T> {
    const folder = await mkdtemp(join(tmpdir(), 'holdfast-decommission-'));
    try {
      await git(
        folder,
        'clone',
        '--quiet',
        '--branch',
        branch,
        this.#remote(name),
        '.',
      );
      return await use(folder);
    } finally {
      await rm(folder, { recursive: true });
    }
  }

  async #call(path: string, body: object): Promise<void> {
    const basic = Buffer.from(`demo:${this.password}`).toString('base64');
    const response = await fetch(`${this.demo.gitUrl}/api/v1${path}`, {
      method: 'POST',
      headers: {
        authorization: `basic ${basic}`,
        'content-type': 'application/json',
        // One that stood idle may be closed on the other side just then.
        connection: 'close',
      },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(await response.text());
  }

  async #scaffolder(path: string, body?: object) {
    const response = await fetch(`${this.#baseUrl}/api/scaffolder/v2${path}`, {
      method: body ? 'POST' : 'GET',
      headers: { 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    });
    return await response.json();
  }
}

/** What the backend is configured with. */
function settingsOf(demo: RunningDemo, token: string) {
  const { host } = new URL(demo.gitUrl);
  return {
    app: { baseUrl: 'http://portal.example' },
    backend: { reading: { allow: [{ host }] } },
    integrations: {
      gitea: [
        { host, baseUrl: demo.gitUrl, username: 'demo', password: token },
      ],
      github: [{ host: 'github.com' }],
      gitlab: [{ host: 'gitlab.com' }],
    },
    kubernetes: {
      serviceLocatorMethod: { type: 'multiTenant' },
      clusterLocatorMethods: [
        {
          type: 'config',
          clusters: Array.from(demo.fleet.clusters, ([name, cluster]) => ({
            name,
            url: cluster.url,
            authProvider: 'serviceAccount',
            serviceAccountToken: token,
          })),
        },
      ],
    },
  };
}

async function commitAll(folder: string): Promise<void> {
  await git(folder, 'add', '--all');
  await git(
    folder,
    '-c',
    'user.name=Test',
    '-c',
    'user.email=test@holdfast.example',
    'commit',
    '--quiet',
    '--message',
    'Change',
  );
}

async function git(folder: string, ...args: string[]): Promise<void> {
  const { code, stderr } = await run('git', args, { cwd: folder });
  if (code !== 0) throw new Error(`git ${args[0]}: ${stderr}`);
}
