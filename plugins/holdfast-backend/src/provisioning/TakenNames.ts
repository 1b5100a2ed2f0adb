import { AuthService } from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  ObjectReference,
  databaseIdOf,
  TakenName,
} from '@holdfast/plugin-holdfast-common';
import { Knex } from 'knex';
import { readDatabases } from '../database/operations/databases/readDatabases';

/**
 * Finds out whether a database could still get its name: entities of the catalog have one name each, and so have objects of a namespace.
 */
export class TakenNames {
  readonly #knex: Knex;
  readonly #catalog: Pick<CatalogService, 'getEntityByRef'>;
  readonly #auth: AuthService;

  static create(options: {
    knex: Knex;
    catalog: Pick<CatalogService, 'getEntityByRef'>;
    auth: AuthService;
  }): TakenNames {
    return new TakenNames(options);
  }

  private constructor(options: Parameters<typeof TakenNames.create>[0]) {
    this.#knex = options.knex;
    this.#catalog = options.catalog;
    this.#auth = options.auth;
  }

  /** Who has the name of a database. A name is taken also by what the caller may not see. */
  async find(reference: ObjectReference): Promise<TakenName[]> {
    const { name, cluster, namespace } = reference;
    const entityRef = `resource:default/${name}`;
    const entity = await this.#catalog.getEntityByRef(entityRef, {
      credentials: await this.#auth.getOwnServiceCredentials(),
    });
    const id = databaseIdOf(reference);
    const databases = await readDatabases(this.#knex, { ids: [id] });
    return [
      ...(databases.has(id)
        ? [
            {
              name,
              cluster,
              namespace,
              by: `a database in namespace ${namespace} of ${cluster}`,
            },
          ]
        : []),
      ...(entity ? [{ name, by: `the entity ${entityRef}` }] : []),
    ];
  }
}
