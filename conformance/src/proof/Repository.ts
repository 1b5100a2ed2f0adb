import { Entity } from '@backstage/catalog-model';
import {
  leastAnswers,
  parseEntities,
  run,
  TemplateUnderTest,
  writeRepository,
} from '@holdfast/template-tests';
import { Kubectl } from './Kubectl';
import { waitUntil } from './waitUntil';

/** The kinds of the operator with their groups: other projects have a Cluster and a Backup, too. */
export const CLUSTERS = 'clusters.postgresql.cnpg.io';
export const BACKUPS = 'backups.postgresql.cnpg.io';

/** Longer than anything here takes on a small machine; scenarios have a limit of their own. */
const SCENARIO_MILLISECONDS = 600_000;

/** How a script of the repository ended. */
export interface Played {
  code: number;
  /** All that it said. */
  said: string;
}

/** A repository as the template makes it, cloned, and the database that it describes. */
export class Repository {
  readonly name: string;
  readonly tier: string;
  /** Where it is cloned. */
  readonly folder: string;
  /** The answers of the form beside the defaults. */
  readonly answers: Record<string, string>;
  readonly entities: Entity[];
  readonly #kubectl: Kubectl;

  /** Renders with the real scaffolder, from the least that the form has to be given. */
  static async render(options: {
    template: TemplateUnderTest;
    name: string;
    tier: string;
    into: string;
    kubectl: Kubectl;
  }): Promise<Repository> {
    const { template, name, tier, into, kubectl } = options;
    const answers = {
      ...leastAnswers,
      name,
      tier,
      repoUrl: `git.example?owner=shop&repo=${name}-database`,
      // There is no cloud here. The address that the form then asks for is replaced by the overlay.
      store: 's3-compatible',
      endpoint: 'https://s3.example',
    };
    const rendered = await template.render(answers);
    return new Repository({
      answers,
      folder: await writeRepository(rendered, into),
      entities: parseEntities(rendered.files.get('catalog-info.yaml') ?? ''),
      kubectl,
    });
  }

  private constructor(options: {
    answers: Record<string, string>;
    folder: string;
    entities: Entity[];
    kubectl: Kubectl;
  }) {
    this.name = options.answers.name;
    this.tier = options.answers.tier;
    this.answers = options.answers;
    this.folder = options.folder;
    this.entities = options.entities;
    this.#kubectl = options.kubectl;
  }

  /** A namespace of its own, by default. */
  get namespace(): string {
    return this.name;
  }

  /** The Kubernetes cluster that it is for, as the form calls it. */
  get cluster(): string {
    return this.answers.cluster;
  }

  /** How Holdfast names the database. */
  get databaseId(): string {
    return `${this.cluster}/${this.namespace}/Cluster.postgresql.cnpg.io/${this.name}`;
  }

  /** The database within PostgreSQL. */
  get database(): string {
    return this.name.replaceAll('-', '_');
  }

  /** Runs one of the scripts in `scenarios/` as whoever cloned the repository would. */
  async play(
    scenario: string,
    env: Record<string, string> = {},
  ): Promise<Played> {
    const { code, stdout, stderr } = await run(
      'bash',
      [`scenarios/${scenario}.sh`],
      {
        cwd: this.folder,
        env: { ...this.#kubectl.env, ...env },
        timeout: SCENARIO_MILLISECONDS,
      },
    );
    return { code, said: `${stdout}${stderr}`.trim() };
  }

  /** A field of the status of the Cluster. */
  async status(name = this.name): Promise<Record<string, unknown>> {
    const cluster = await this.#kubectl.get(CLUSTERS, name, this.namespace);
    return cluster?.status ?? {};
  }

  /** Runs a statement as superuser on the primary of the database or of a copy; returns what psql prints. */
  async sql(statement: string, name = this.name): Promise<string> {
    const { currentPrimary } = await this.status(name);
    const answer = await this.#kubectl.run(
      [
        'exec',
        String(currentPrimary),
        '--container=postgres',
        '--',
        'psql',
        '--no-psqlrc',
        '--quiet',
        '--tuples-only',
        '--no-align',
        '--set=ON_ERROR_STOP=1',
        `--dbname=${this.database}`,
        `--command=${statement}`,
      ],
      { namespace: this.namespace },
    );
    return answer.trim();
  }

  async untilHealthy(seconds: number): Promise<void> {
    await waitUntil({
      what: `${this.name} with all instances ready`,
      seconds,
      ask: async () => {
        const { phase, readyInstances, instances } = await this.status();
        return (
          phase === 'Cluster in healthy state' && readyInstances === instances
        );
      },
    });
  }
}
