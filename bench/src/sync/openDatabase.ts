import { join } from 'node:path';
import knexFactory, { Knex } from 'knex';
import { Scene } from './scene';

/** An empty database. */
export async function openDatabase(
  scene: Pick<Scene, 'postgres' | 'folder'>,
  name: string,
): Promise<Knex> {
  if (!scene.postgres) {
    const sqlite = knexFactory({
      client: 'better-sqlite3',
      connection: join(scene.folder, `${name}-${process.pid}.sqlite`),
      useNullAsDefault: true,
    });
    await sqlite.raw('pragma journal_mode = wal');
    await sqlite.raw('pragma synchronous = normal');
    return sqlite;
  }
  const knex = knexFactory({ client: 'pg', connection: scene.postgres });
  await knex.raw('drop schema if exists public cascade');
  await knex.raw('create schema public');
  return knex;
}
