import {
  ANNOTATION_LOCATION,
  ANNOTATION_SOURCE_LOCATION,
  Entity,
} from '@backstage/catalog-model';
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
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parse } from 'yaml';
import { parseEntities } from '../objects';
import { RenderedRepository, templateFolder } from '../TemplateUnderTest';
import { DemoGitHost } from './DemoGitHost';

const templateName = 'decommission-database';

/** How a run of the template ended. */
export interface EndedRun {
  status: string;
  /** What its page links to, the pull request first. */
  links: { url: string }[];
  log: string;
}

/**
 * What a database is taken out of service in: a scaffolder with the real actions, Holdfast following the demo's clusters, its Git host, and GitOps and
 * operator behind it, all by the real clock.
 */
export class DecommissionWorld {
  readonly demo: RunningDemo;
  readonly git: DemoGitHost;
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
    this.git = DemoGitHost.create(demo, password);
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

  get holdfast(): HoldfastClient {
    return new HoldfastClient({
      discoveryApi: {
        getBaseUrl: async pluginId => `${this.#baseUrl}/api/${pluginId}`,
      },
    });
  }

  get #baseUrl(): string {
    return `http://127.0.0.1:${this.#backend?.server.port()}`;
  }

  /** Publishes a repository as the template for PostgreSQL does, and registers what it describes. */
  async publish(name: string, repository: RenderedRepository): Promise<void> {
    await this.git.publish(name, repository);
    const entities = parseEntities(
      repository.files.get('catalog-info.yaml') ?? '',
    );
    this.#entities.push(
      ...entities.map(entity => ({
        ...entity,
        metadata: {
          namespace: 'default',
          ...entity.metadata,
          annotations: {
            ...entity.metadata.annotations,
            [ANNOTATION_SOURCE_LOCATION]: `url:${this.demo.gitUrl}/checkout/${name}/src/branch/main/`,
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
      return { status: 'refused', links: [], log: JSON.stringify(begun) };
    }
    for (;;) {
      const task = await this.#scaffolder(`/tasks/${begun.id}`);
      if (!['open', 'processing'].includes(task.status)) {
        const events: {
          body: { message: string; output?: { links?: { url: string }[] } };
        }[] = await this.#scaffolder(`/tasks/${begun.id}/events`);
        return {
          status: task.status,
          links: events.at(-1)?.body.output?.links ?? [],
          log: events.map(({ body }) => body.message).join('\n'),
        };
      }
      await sleep(200);
    }
  }

  async stop(): Promise<void> {
    await this.#backend?.stop();
    await this.demo.stop();
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
