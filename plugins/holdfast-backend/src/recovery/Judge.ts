import { createHash } from 'node:crypto';
import { toError } from '@backstage/errors';
import {
  assess,
  Contact,
  Database,
  databaseIdOf,
  FateTie,
  fateTiesOf,
  ObjectiveConfig,
  resolveObjective,
  resolveWaivers,
  Rule,
} from '@holdfast/plugin-holdfast-common';
import { FactKey, storesInUse } from '@holdfast/plugin-holdfast-node';
import { Knex } from 'knex';
import { Claim, StatedObjectives } from '../claims/Claim';
import { readClaims } from '../database/operations/claims/readClaims';
import { readStatedObjectives } from '../database/operations/claims/readStatedObjectives';
import { FollowedStore } from '../database/operations/copies/syncCopies';
import { readFormerJudgements } from '../database/operations/databases/readFormerJudgements';
import {
  proofKey,
  readProofs,
} from '../database/operations/restores/readProofs';
import { readWaivers } from '../database/operations/waivers/readWaivers';
import { RecordedWaiver } from '../waivers/RecordedWaiver';
import { DescribedDatabase, Describer } from './Describer';
import { inventoryItemOf } from './inventoryItemOf';
import { KeptProof } from './ledger/LedgerEntry';
import { withLedger } from './ledger/withLedger';
import { namespaceOf } from './namespaceOf';
import { Ownership, resolveOwnership } from './resolveOwnership';
import { FormerJudgement, JudgedDatabase } from './StoredDatabase';
import { summaryOf } from './summaryOf';
import { followedStore, tellOfStoredCopies } from './tellOfStoredCopies';
import { tellOfStoredWriters } from './tellOfStoredWriters';
import { Turn } from './Turn';

/**
 * What came of judging some databases of one cluster.
 */
export interface Judgement {
  judged: JudgedDatabase[];
  /** What is there no longer, or turned out to be a copy. */
  gone: FormerJudgement[];
  /** Ids of the stores that each writes to, of all that were asked about: copies, which are only evidence, and what is gone, too. */
  storesInUse: Map<string, string[]>;
  /** What each stands on, of all that were asked about; nothing for copies and what is gone. */
  fates: Map<string, FateTie[]>;
  /** The archive that each follows, of all that were asked about. */
  copies: Map<string, FollowedStore | undefined>;
}

/** What a judgement is concluded from. */
interface Conclusion {
  described: DescribedDatabase;
  ownership: Ownership;
  stated: ReadonlyMap<string, StatedObjectives>;
  /** Those of the portal, of all databases that are judged together. */
  waivers: readonly RecordedWaiver[];
  /** What the ledger holds of them, see {@link readProofs}. */
  proofs: ReadonlyMap<string, KeptProof>;
  contact: Contact;
  former: FormerJudgement | undefined;
}

/**
 * Judges databases: has them described, finds out whose they are and what they have to attain, and assesses them. It stores nothing.
 */
export class Judge {
  readonly #knex: Knex;
  readonly #describer: Describer;
  readonly #rules: readonly Rule[];
  readonly #objectives: ObjectiveConfig;
  readonly #defaultOwner: string | undefined;

  static create(options: {
    knex: Knex;
    describer: Describer;
    rules: readonly Rule[];
    objectives: ObjectiveConfig;
    defaultOwner: string | undefined;
  }): Judge {
    return new Judge(options);
  }

  private constructor(options: Parameters<typeof Judge.create>[0]) {
    this.#knex = options.knex;
    this.#describer = options.describer;
    this.#rules = options.rules;
    this.#objectives = options.objectives;
    this.#defaultOwner = options.defaultOwner;
  }

  /** Judges some databases of one cluster. One that cannot be judged is Unknown, and hides none of the others. */
  async judge(options: {
    cluster: string;
    keys: readonly FactKey[];
    contact: Contact;
  }): Promise<Judgement> {
    const { cluster, keys, contact } = options;
    const former = await readFormerJudgements(this.#knex, {
      cluster,
      factKeys: keys,
    });
    const described = await this.#describer.describe({ cluster, keys, former });
    const databases = described.map(({ database }) => database);
    await tellOfStoredWriters(this.#knex, { databases });
    await tellOfStoredCopies(this.#knex, { databases });
    const originals = described.filter(one => !one.database.restoreCopy);
    const ownerships = await this.#resolveOwnerships(originals);
    const stated = await this.#readStated(ownerships);
    const waivers = await readWaivers(this.#knex, {
      databaseIds: originals.map(({ database }) => database.id),
    });

    const proofs = await readProofs(this.#knex, {
      databaseIds: originals.map(({ database }) => database.id),
    });

    const turn = new Turn();
    const judged: JudgedDatabase[] = [];
    for (const [one, ownership] of ownerships) {
      const conclusion = this.#concludeAnyway({
        described: one,
        ownership,
        stated,
        waivers,
        proofs,
        contact,
        former: former.get(one.facts.root.key),
      });
      if (conclusion) {
        judged.push(conclusion);
      }
      await turn.yieldWhenLong();
    }

    const ids = new Set(judged.map(({ summary }) => summary.id));
    return {
      judged,
      gone: [...former.values()].filter(({ id }) => !ids.has(id)),
      fates: new Map([
        ...keys.map((key): [string, FateTie[]] => [
          databaseIdAt(cluster, key),
          [],
        ]),
        ...originals.map(({ database }): [string, FateTie[]] => [
          database.id,
          tiesOf(database),
        ]),
      ]),
      copies: new Map([
        ...keys.map((key): [string, undefined] => [
          databaseIdAt(cluster, key),
          undefined,
        ]),
        ...originals.map(
          ({ database }): [string, FollowedStore | undefined] => [
            database.id,
            followedStore(database),
          ],
        ),
      ]),
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

  async #resolveOwnerships(
    described: readonly DescribedDatabase[],
  ): Promise<Map<DescribedDatabase, Ownership>> {
    const claims = new Map<string, Claim[]>();
    const databaseIds = described.map(({ database }) => database.id);
    for (const claim of await readClaims(this.#knex, { databaseIds })) {
      const known = claims.get(claim.databaseId) ?? [];
      known.push(claim);
      claims.set(claim.databaseId, known);
    }
    return new Map(
      described.map(one => [
        one,
        resolveOwnership({
          database: one.database,
          claims: claims.get(one.database.id) ?? [],
          namespace: namespaceOf(one.facts),
          defaultOwner: this.#defaultOwner,
        }),
      ]),
    );
  }

  async #readStated(
    ownerships: ReadonlyMap<DescribedDatabase, Ownership>,
  ): Promise<Map<string, StatedObjectives>> {
    const entityRefs = Array.from(ownerships.values())
      .flatMap(({ owner, system }) => [owner, system])
      .filter((ref): ref is string => ref !== undefined);
    return await readStatedObjectives(this.#knex, {
      entityRefs: [...new Set(entityRefs)],
    });
  }

  /** A description that is other than it should be must not keep the neighbours from being judged. */
  #concludeAnyway(options: Conclusion): JudgedDatabase | undefined {
    const { described, former } = options;
    try {
      return this.#conclude(options);
    } catch (error) {
      const undescribed = this.#describer.undescribed({
        facts: described.facts,
        former,
        error: toError(error),
      });
      return (
        undescribed && this.#conclude({ ...options, described: undescribed })
      );
    }
  }

  #conclude(options: Conclusion): JudgedDatabase {
    const { described, ownership, stated, contact, former } = options;
    const { facts, rules = this.#rules } = described;
    const { id, uid } = described.database;
    const now = new Date();
    const { database, news } = withLedger({
      database: described.database,
      kept: options.proofs.get(proofKey(id, uid)),
      now,
    });
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
      now,
      contact,
      rules: [...rules, ownershipRule(ownership)],
      waivers: resolveWaivers({
        entity: claim && {
          reference: claim.entityRef,
          annotations: claim.annotations,
        },
        object: { reference: database.id, annotations: database.annotations },
        recorded: options.waivers.filter(
          waiver =>
            waiver.databaseId === database.id && waiver.uid === database.uid,
        ),
      }),
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
      news,
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

/** A description that is other than it should be must not keep the neighbours from being judged. */
function tiesOf(database: Database): FateTie[] {
  try {
    return fateTiesOf(database);
  } catch {
    return [];
  }
}

/** The id of the database whose own fact has a key. */
function databaseIdAt(cluster: string, key: FactKey): string {
  const [kind, namespace, name] = key.split('/');
  return databaseIdOf({ cluster, namespace, kind, name });
}
