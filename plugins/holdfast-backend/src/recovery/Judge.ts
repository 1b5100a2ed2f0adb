import { createHash } from 'node:crypto';
import { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import {
  assess,
  Contact,
  Database,
  databaseIdOf,
  ObjectiveConfig,
  resolveObjective,
  Rule,
} from '@holdfast/plugin-holdfast-common';
import { Engines, FactKey, MetricSample } from '@holdfast/plugin-holdfast-node';
import { Knex } from 'knex';
import { Claim, StatedObjectives } from '../claims/Claim';
import { readClaims } from '../database/operations/claims/readClaims';
import { readStatedObjectives } from '../database/operations/claims/readStatedObjectives';
import { readFormerJudgements } from '../database/operations/databases/readFormerJudgements';
import { readSamples } from '../database/operations/samples/readSamples';
import { Inventory, RelatedFacts, UnreadKind } from '../inventory/Inventory';
import { inventoryItemOf } from './inventoryItemOf';
import { namespaceOf } from './namespaceOf';
import { Ownership, resolveOwnership } from './resolveOwnership';
import { FormerJudgement, JudgedDatabase } from './StoredDatabase';
import { summaryOf } from './summaryOf';
import { storesInUse, tellOfOtherWriters } from './tellOfOtherWriters';
import { Turn } from './Turn';
import { undescribedDatabase, undescribedRule } from './undescribedDatabase';

/**
 * What came of judging some databases of one cluster.
 */
export interface Judgement {
  judged: JudgedDatabase[];
  /** What is there no longer, or turned out to be a copy. */
  gone: FormerJudgement[];
  /** Ids of the stores that each writes to, of all that were asked about: copies, which are only evidence, and what is gone, too. */
  storesInUse: Map<string, string[]>;
}

interface Described {
  facts: RelatedFacts;
  database: Database;
  /** Judged by these rules instead of all. */
  rules?: readonly Rule[];
}

/**
 * Judges databases: reads all that is known about them, has them described by their engines, and assesses them. It stores nothing.
 */
export class Judge {
  readonly #knex: Knex;
  readonly #inventory: Pick<Inventory, 'factsAbout' | 'unread'>;
  readonly #engines: Engines;
  readonly #rules: readonly Rule[];
  readonly #objectives: ObjectiveConfig;
  readonly #defaultOwner: string | undefined;
  readonly #logger: LoggerService;

  static create(options: {
    knex: Knex;
    inventory: Pick<Inventory, 'factsAbout' | 'unread'>;
    engines: Engines;
    rules: readonly Rule[];
    objectives: ObjectiveConfig;
    defaultOwner: string | undefined;
    logger: LoggerService;
  }): Judge {
    return new Judge(options);
  }

  private constructor(options: Parameters<typeof Judge.create>[0]) {
    this.#knex = options.knex;
    this.#inventory = options.inventory;
    this.#engines = options.engines;
    this.#rules = options.rules;
    this.#objectives = options.objectives;
    this.#defaultOwner = options.defaultOwner;
    this.#logger = options.logger;
  }

  /** Judges some databases of one cluster. One that cannot be judged is Unknown, and hides none of the others. */
  async judge(options: {
    cluster: string;
    keys: readonly FactKey[];
    contact: Contact;
  }): Promise<Judgement> {
    const { cluster, keys, contact } = options;
    const turn = new Turn();
    const former = await readFormerJudgements(this.#knex, {
      cluster,
      factKeys: keys,
    });
    const facts = await this.#inventory.factsAbout({ cluster, roots: keys });
    const unread = await this.#inventory.unread(cluster);
    await turn.yieldWhenLong();
    const samples = await this.#readSamples(cluster, facts);
    await turn.yieldWhenLong();

    const described: Described[] = [];
    for (const [key, related] of facts) {
      const one = this.#describe({
        facts: related,
        samples,
        unread,
        former: former.get(key),
      });
      if (one) {
        described.push(one);
      }
      await turn.yieldWhenLong();
    }

    const originals = described.filter(one => !one.database.restoreCopy);
    const ownerships = await this.#resolveOwnerships(originals);
    const stated = await this.#readStated(ownerships);
    await tellOfOtherWriters(this.#knex, {
      databases: described.map(({ database }) => database),
    });

    const judged: JudgedDatabase[] = [];
    for (const one of originals) {
      const ownership = ownerships.get(one.database.id);
      if (ownership) {
        judged.push(
          this.#conclude({
            described: one,
            ownership,
            stated,
            contact,
            former: former.get(one.facts.root.key),
          }),
        );
      }
      await turn.yieldWhenLong();
    }

    const ids = new Set(judged.map(({ summary }) => summary.id));
    return {
      judged,
      gone: [...former.values()].filter(({ id }) => !ids.has(id)),
      storesInUse: new Map([
        ...keys.map((key): [string, string[]] => [
          databaseIdAt(cluster, key),
          [],
        ]),
        ...described.map(({ database }): [string, string[]] => [
          database.id,
          storesInUse(database),
        ]),
      ]),
    };
  }

  /** Describes a database as it is now; undefined when it is no longer there, or its engine fails. */
  async describe(options: {
    cluster: string;
    key: FactKey;
  }): Promise<Database | undefined> {
    const { cluster, key } = options;
    const facts = await this.#inventory.factsAbout({ cluster, roots: [key] });
    const related = facts.get(key);
    return (
      related &&
      this.#describe({
        facts: related,
        samples: await this.#readSamples(cluster, facts),
        unread: await this.#inventory.unread(cluster),
        former: undefined,
      })?.database
    );
  }

  async #readSamples(
    cluster: string,
    facts: ReadonlyMap<FactKey, RelatedFacts>,
  ): Promise<Map<FactKey, MetricSample[]>> {
    const subjects = new Set<FactKey>();
    for (const { root, related } of facts.values()) {
      subjects.add(root.key);
      for (const relatives of related.values()) {
        for (const { key } of relatives) {
          subjects.add(key);
        }
      }
    }
    return await readSamples(this.#knex, { cluster, subjects: [...subjects] });
  }

  #describe(options: {
    facts: RelatedFacts;
    samples: ReadonlyMap<FactKey, MetricSample[]>;
    unread: readonly UnreadKind[];
    former: FormerJudgement | undefined;
  }): Described | undefined {
    const { facts, samples, unread, former } = options;
    const { cluster, root, related } = facts;
    try {
      const own = [...(samples.get(root.key) ?? [])];
      for (const relatives of related.values()) {
        for (const { key } of relatives) {
          own.push(...(samples.get(key) ?? []));
        }
      }
      const database = this.#engines.assemble({
        ...facts,
        samples: own,
        unread,
      });
      return { facts, database };
    } catch (caught) {
      const error = toError(caught);
      this.#logger.error(
        `Failed to describe ${root.key} in cluster '${cluster}'`,
        error,
      );
      const engine = this.#engines.describing(root.kind);
      const engineName = engine?.engineName ?? former?.summary.engine;
      return engine && engineName
        ? {
            facts,
            database: undescribedDatabase({
              cluster,
              root,
              engine,
              engineName,
            }),
            rules: [undescribedRule(error)],
          }
        : undefined;
    }
  }

  async #resolveOwnerships(
    described: readonly Described[],
  ): Promise<Map<string, Ownership>> {
    const claims = new Map<string, Claim[]>();
    const databaseIds = described.map(({ database }) => database.id);
    for (const claim of await readClaims(this.#knex, { databaseIds })) {
      const known = claims.get(claim.databaseId) ?? [];
      known.push(claim);
      claims.set(claim.databaseId, known);
    }
    return new Map(
      described.map(({ database, facts }) => [
        database.id,
        resolveOwnership({
          database,
          claims: claims.get(database.id) ?? [],
          namespace: namespaceOf(facts),
          defaultOwner: this.#defaultOwner,
        }),
      ]),
    );
  }

  async #readStated(
    ownerships: ReadonlyMap<string, Ownership>,
  ): Promise<Map<string, StatedObjectives>> {
    const entityRefs = new Set<string>();
    for (const { owner, system } of ownerships.values()) {
      for (const ref of [owner, system]) {
        if (ref) {
          entityRefs.add(ref);
        }
      }
    }
    return await readStatedObjectives(this.#knex, {
      entityRefs: [...entityRefs],
    });
  }

  #conclude(options: {
    described: Described;
    ownership: Ownership;
    stated: ReadonlyMap<string, StatedObjectives>;
    contact: Contact;
    former: FormerJudgement | undefined;
  }): JudgedDatabase {
    const { described, ownership, stated, contact, former } = options;
    const { database, facts, rules = this.#rules } = described;
    const { claim, owner, system } = ownership;
    const objective = resolveObjective({
      entity: [
        ...(claim
          ? [{ reference: claim.entityRef, annotations: claim.annotations }]
          : []),
        { reference: database.id, annotations: database.annotations },
      ],
      system: statedBy(stated.get(system ?? '')),
      owner: statedBy(stated.get(owner ?? '')),
      config: this.#objectives,
    });
    const assessment = assess({
      database,
      objective,
      now: new Date(),
      contact,
      rules: [...rules, ownershipRule(ownership)],
    });
    const summary = summaryOf({ database, assessment, ownership, former });
    const inventory = inventoryItemOf({
      database,
      summary,
      claimedBy: claim?.entityRef,
    });
    return {
      factKey: facts.root.key,
      summary,
      assessment,
      inventory,
      inventoryHash: createHash('sha1')
        .update(JSON.stringify(inventory))
        .digest('base64'),
      former,
    };
  }
}

function statedBy(stated: StatedObjectives | undefined) {
  return (
    stated && { reference: stated.entityRef, annotations: stated.annotations }
  );
}

/** Puts what is wrong with the ownership of a database among its findings. */
function ownershipRule({ findings }: Ownership): Rule {
  return {
    id: 'ownership',
    title: 'Ownership',
    description:
      'A database whose owner cannot be told still has a page, and says what is wrong.',
    judges: 'arrangement',
    evaluate: () => findings,
  };
}

/** The id of the database whose own fact has a key. */
function databaseIdAt(cluster: string, key: FactKey): string {
  const [kind, namespace, name] = key.split('/');
  return databaseIdOf({ cluster, namespace, kind, name });
}
