import { resolvePackagePath } from '@backstage/backend-plugin-api';
import {
  mockServices,
  startTestBackend,
  TestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import scaffolderPlugin from '@backstage/plugin-scaffolder-backend';
// eslint-disable-next-line @backstage/no-mixed-plugin-imports -- in tests the real API answers
import holdfastPlugin from '@holdfast/plugin-holdfast-backend';
import {
  HoldfastClient,
  Preview,
  PreviewRequest,
} from '@holdfast/plugin-holdfast-common';
import scaffolderModuleHoldfast from '@holdfast/plugin-scaffolder-backend-module-holdfast';
import giteaModule from '@backstage/plugin-scaffolder-backend-module-gitea';
import githubModule from '@backstage/plugin-scaffolder-backend-module-github';
import gitlabModule from '@backstage/plugin-scaffolder-backend-module-gitlab';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { parse } from 'yaml';

/** What the scaffolder would publish. */
export interface RenderedRepository {
  /** Contents by path. */
  files: Map<string, string>;
  /** Paths of what may be run. */
  executables: Set<string>;
  /** Ids of the steps that ran or, since this is a dry run, would have run. */
  steps: string[];
}

/**
 * A template of this repository and a real scaffolder that renders it: its own dry run, so conditions of steps, defaults, validation of
 * parameters and filters are those that a user gets. What publishes and registers is left out by the scaffolder itself.
 */
export class TemplateUnderTest {
  readonly entity: { spec: { parameters: object[]; steps: object[] } };
  readonly #backend: TestBackend;
  readonly #contents: { path: string; base64Content: string }[];

  static async start(name: string): Promise<TemplateUnderTest> {
    const backend = await startTestBackend({
      features: [
        scaffolderPlugin,
        giteaModule,
        githubModule,
        gitlabModule,
        // The template's own check and preview run as well, against the real API.
        holdfastPlugin,
        scaffolderModuleHoldfast,
        catalogServiceMock.factory(),
        mockServices.rootConfig.factory({
          data: {
            integrations: {
              gitea: [{ baseUrl: 'http://git.example', host: 'git.example' }],
              github: [{ host: 'github.com' }],
              gitlab: [{ host: 'gitlab.com' }],
            },
          },
        }),
      ],
    });
    return new TemplateUnderTest(name, backend);
  }

  private constructor(name: string, backend: TestBackend) {
    const folder = templateFolder(name);
    this.#backend = backend;
    this.entity = parse(readFileSync(join(folder, 'template.yaml'), 'utf8'));
    this.#contents = filesIn(folder).map(path => ({
      path: relative(folder, path),
      base64Content: readFileSync(path).toString('base64'),
    }));
  }

  /** What Holdfast foretells, asked as the form asks it. */
  async preview(request: PreviewRequest): Promise<Preview> {
    const client = new HoldfastClient({
      discoveryApi: {
        getBaseUrl: async pluginId => `${this.#url}/api/${pluginId}`,
      },
      fetchApi: { fetch },
    });
    return client.createPreview(request);
  }

  /** Renders with the answers of a form; throws with the scaffolder's words where it refuses them. */
  async render(values: Record<string, unknown>): Promise<RenderedRepository> {
    const response = await fetch(`${this.#url}/api/scaffolder/v2/dry-run`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        template: this.entity,
        values,
        directoryContents: this.#contents,
      }),
    });
    const answer = await response.json();
    if (!response.ok) {
      throw new Error(JSON.stringify(answer.errors ?? answer.error));
    }
    const contents: {
      path: string;
      base64Content: string;
      executable?: boolean;
    }[] = answer.directoryContents;
    return {
      files: new Map(
        contents.map(({ path, base64Content }) => [
          path,
          Buffer.from(base64Content, 'base64').toString('utf8'),
        ]),
      ),
      executables: new Set(
        contents.filter(({ executable }) => executable).map(({ path }) => path),
      ),
      steps: stepsThatRan(answer.log),
    };
  }

  async stop(): Promise<void> {
    await this.#backend.stop();
  }

  get #url(): string {
    return `http://127.0.0.1:${this.#backend.server.port()}`;
  }
}

/** Writes a repository to a folder of its own below `parent`, as a clone would have it. */
export async function writeRepository(
  { files, executables }: RenderedRepository,
  parent = tmpdir(),
): Promise<string> {
  const folder = await mkdtemp(join(parent, 'holdfast-template-'));
  for (const [path, content] of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content, {
      mode: executables.has(path) ? 0o755 : 0o644,
    });
  }
  return folder;
}

/** Where a template of this repository lies. */
export function templateFolder(name: string): string {
  return resolvePackagePath(
    '@holdfast/template-tests',
    '../../templates',
    name,
  );
}

function stepsThatRan(
  log: { body: { stepId?: string; message: string } }[],
): string[] {
  const ids = (lines: typeof log) =>
    lines.flatMap(({ body }) => (body.stepId ? [body.stepId] : []));
  const skipped = new Set(
    ids(
      log.filter(({ body }) => /its if condition was false/.test(body.message)),
    ),
  );
  return [...new Set(ids(log))].filter(id => !skipped.has(id));
}

function filesIn(folder: string): string[] {
  return readdirSync(folder).flatMap(name => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesIn(path) : [path];
  });
}
