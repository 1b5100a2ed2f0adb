import { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { CATALOG_FILTER_EXISTS } from '@backstage/catalog-client';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  ANNOTATION_NAME,
  ANNOTATION_PREFIX,
} from '@holdfast/plugin-holdfast-common';
import { Knex } from 'knex';
import { readClaims } from '../database/operations/claims/readClaims';
import { readStatedObjectives } from '../database/operations/claims/readStatedObjectives';
import { writeClaims } from '../database/operations/claims/writeClaims';
import { writeStatedObjectives } from '../database/operations/claims/writeStatedObjectives';
import { markDatabases } from '../database/operations/databases/markDatabases';
import { Claim, StatedObjectives } from './Claim';
import { claimOf } from './claimOf';
import { holdfastAnnotations } from './holdfastAnnotations';

/** Kinds of entities that state objectives for what belongs to them. There are too many users to ask each of them. */
const statingKinds = ['System', 'Group'];

const fields = [
  'kind',
  'metadata.name',
  'metadata.namespace',
  'metadata.annotations',
  'relations',
];

/**
 * Reads from the catalog which entities stand for which databases, and what Systems and owners ask for.
 */
export class ClaimsReader {
  readonly #knex: Knex;
  readonly #catalog: CatalogService;
  readonly #auth: AuthService;
  readonly #logger: LoggerService;
  readonly #onMarked: () => void;
  #complaints = new Set<string>();

  /**
   * @param options - `onMarked` is called when databases have to be judged anew
   */
  static create(options: {
    knex: Knex;
    catalog: CatalogService;
    auth: AuthService;
    logger: LoggerService;
    onMarked: () => void;
  }): ClaimsReader {
    return new ClaimsReader(options);
  }

  private constructor(options: Parameters<typeof ClaimsReader.create>[0]) {
    this.#knex = options.knex;
    this.#catalog = options.catalog;
    this.#auth = options.auth;
    this.#logger = options.logger;
    this.#onMarked = options.onMarked;
  }

  /** Reads everything once and stores what has changed, if anything has. */
  async read(): Promise<{ changed: boolean }> {
    const claims = await this.#readClaims();
    const stated = await this.#readStated();

    const changedClaims = changesBetween(
      new Map(
        (await readClaims(this.#knex)).map(claim => [claim.entityRef, claim]),
      ),
      claims,
    );
    const changedStated = changesBetween(
      await readStatedObjectives(this.#knex),
      stated,
    );
    const databaseIds = [...changedClaims.changed, ...changedClaims.former].map(
      ({ databaseId }) => databaseId,
    );
    const ownersOrSystems = [
      ...changedStated.changed.map(({ entityRef }) => entityRef),
      ...changedStated.gone,
    ];
    if (!databaseIds.length && !ownersOrSystems.length) {
      return { changed: false };
    }
    await this.#knex.transaction(async tx => {
      await writeClaims(tx, { ...changedClaims, now: Date.now() });
      await writeStatedObjectives(tx, changedStated);
      await markDatabases(tx, { ids: databaseIds });
      await markDatabases(tx, { ownersOrSystems });
    });
    this.#onMarked();
    return { changed: true };
  }

  async #readClaims(): Promise<Map<string, Claim>> {
    const claims = new Map<string, Claim>();
    const complaints = new Set<string>();
    const pages = this.#catalog.streamEntities(
      {
        filter: {
          [`metadata.annotations.${ANNOTATION_NAME}`]: CATALOG_FILTER_EXISTS,
        },
        fields,
      },
      { credentials: await this.#auth.getOwnServiceCredentials() },
    );
    for await (const entities of pages) {
      for (const entity of entities) {
        const claim = claimOf(entity);
        if ('missing' in claim) {
          complaints.add(
            `Entity ${stringifyEntityRef(
              entity,
            )} has the annotation ${ANNOTATION_NAME} and not ${claim.missing.join(
              ', ',
            )}: all of them together name a database`,
          );
        } else {
          claims.set(claim.entityRef, claim);
        }
      }
    }
    for (const complaint of complaints) {
      if (!this.#complaints.has(complaint)) {
        this.#logger.warn(complaint);
      }
    }
    this.#complaints = complaints;
    return claims;
  }

  async #readStated(): Promise<Map<string, StatedObjectives>> {
    const stated = new Map<string, StatedObjectives>();
    const pages = this.#catalog.streamEntities(
      { filter: { kind: statingKinds }, fields: fields.slice(0, 4) },
      { credentials: await this.#auth.getOwnServiceCredentials() },
    );
    for await (const entities of pages) {
      for (const entity of entities.filter(hasOwnAnnotation)) {
        const entityRef = stringifyEntityRef(entity);
        stated.set(entityRef, {
          entityRef,
          annotations: holdfastAnnotations(entity),
        });
      }
    }
    return stated;
  }
}

function hasOwnAnnotation(entity: Entity): boolean {
  return Object.keys(entity.metadata.annotations ?? {}).some(name =>
    name.startsWith(ANNOTATION_PREFIX),
  );
}

/** What has to be written so that the known becomes the present. */
function changesBetween<T>(
  known: ReadonlyMap<string, T>,
  present: ReadonlyMap<string, T>,
): { changed: T[]; gone: string[]; former: T[] } {
  const changed: T[] = [];
  const gone: string[] = [];
  const former: T[] = [];
  for (const [ref, item] of present) {
    const before = known.get(ref);
    if (JSON.stringify(before) !== JSON.stringify(item)) {
      changed.push(item);
      if (before) {
        former.push(before);
      }
    }
  }
  for (const [ref, before] of known) {
    if (!present.has(ref)) {
      gone.push(ref);
      former.push(before);
    }
  }
  return { changed, gone, former };
}
