import { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import { Database, Rule } from '@holdfast/plugin-holdfast-common';
import {
  Engines,
  FactKey,
  MetricSample,
  undescribedDatabase,
  undescribedRule,
} from '@holdfast/plugin-holdfast-node';
import { Knex } from 'knex';
import { readSamples } from '../database/operations/samples/readSamples';
import { Inventory, RelatedFacts, UnreadKind } from '../inventory/Inventory';
import { FormerJudgement } from './StoredDatabase';
import { Turn } from './Turn';

/**
 * A database as its engine describes it, and what it was described from.
 */
export interface DescribedDatabase {
  facts: RelatedFacts;
  database: Database;
  /** Judged by these rules instead of all. */
  rules?: readonly Rule[];
}

/** What is gone through by those who never saw an engine's description. */
const lists = [
  'stores',
  'schedules',
  'recoveryPoints',
  'attempts',
  'restores',
  'volumes',
  'instances',
  'missing',
] as const satisfies ReadonlyArray<keyof Database>;

/**
 * Has databases described by their engines, from everything that is known about them.
 */
export class Describer {
  readonly #knex: Knex;
  readonly #inventory: Pick<Inventory, 'factsAbout' | 'unread'>;
  readonly #engines: Engines;
  readonly #logger: LoggerService;

  static create(options: {
    knex: Knex;
    inventory: Pick<Inventory, 'factsAbout' | 'unread'>;
    engines: Engines;
    logger: LoggerService;
  }): Describer {
    return new Describer(options);
  }

  private constructor(options: Parameters<typeof Describer.create>[0]) {
    this.#knex = options.knex;
    this.#inventory = options.inventory;
    this.#engines = options.engines;
    this.#logger = options.logger;
  }

  /**
   * Describes some databases of one cluster. Those that do not exist are left out; one that cannot be described is there with nothing
   * but a rule that says so.
   */
  async describe(options: {
    cluster: string;
    keys: readonly FactKey[];
    former?: ReadonlyMap<FactKey, FormerJudgement>;
  }): Promise<DescribedDatabase[]> {
    const { cluster, keys, former } = options;
    const turn = new Turn();
    const facts = await this.#inventory.factsAbout({ cluster, roots: keys });
    const unread = await this.#inventory.unread(cluster);
    await turn.yieldWhenLong();
    const samples = await this.#readSamples(cluster, facts);
    await turn.yieldWhenLong();

    const described: DescribedDatabase[] = [];
    for (const [key, related] of facts) {
      try {
        described.push({
          facts: related,
          database: this.#assemble({ facts: related, samples, unread }),
        });
      } catch (error) {
        const undescribed = this.undescribed({
          facts: related,
          former: former?.get(key),
          error: toError(error),
        });
        if (undescribed) {
          described.push(undescribed);
        }
      }
      await turn.yieldWhenLong();
    }
    return described;
  }

  /** A database that its engine failed to describe; undefined when not even its engine is known. */
  undescribed(options: {
    facts: RelatedFacts;
    former: FormerJudgement | undefined;
    error: Error;
  }): DescribedDatabase | undefined {
    const { facts, former, error } = options;
    const { cluster, root } = facts;
    this.#logger.error(
      `Failed to describe ${root.key} in cluster '${cluster}'`,
      error,
    );
    const engine = this.#engines.describing(root.kind);
    const engineName =
      this.#engines.engineNameOf(root) ?? former?.summary.engine;
    return engine && engineName
      ? {
          facts,
          database: undescribedDatabase({ cluster, root, engine, engineName }),
          rules: [undescribedRule(error)],
        }
      : undefined;
  }

  async #readSamples(
    cluster: string,
    facts: ReadonlyMap<FactKey, RelatedFacts>,
  ): Promise<Map<FactKey, MetricSample[]>> {
    const subjects = new Set<FactKey>();
    for (const related of facts.values()) {
      for (const key of keysIn(related)) {
        subjects.add(key);
      }
    }
    return await readSamples(this.#knex, { cluster, subjects: [...subjects] });
  }

  #assemble(options: {
    facts: RelatedFacts;
    samples: ReadonlyMap<FactKey, MetricSample[]>;
    unread: readonly UnreadKind[];
  }): Database {
    const { facts, samples, unread } = options;
    const own = keysIn(facts).flatMap(key => samples.get(key) ?? []);
    const database = this.#engines.assemble({ ...facts, samples: own, unread });
    const absent =
      lists.find(name => !Array.isArray(database[name])) ??
      (database.annotations ? undefined : 'annotations');
    if (absent) {
      throw new TypeError(`its description has no ${absent}`);
    }
    return database;
  }
}

function keysIn({ root, related }: RelatedFacts): FactKey[] {
  return [
    root.key,
    ...Array.from(related.values()).flatMap(facts =>
      facts.map(({ key }) => key),
    ),
  ];
}
