// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
function isPostgres(knex) {
  return knex.client.config.client.includes('pg');
}

/**
 * Keys are compared byte by byte: that is quicker than by language, and the same in every database.
 *
 * @param {import('knex').Knex} knex
 */
function keyType(knex) {
  return isPostgres(knex) ? 'text collate "C"' : 'text';
}

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  const key = keyType(knex);

  await knex.schema.createTable('leases', table => {
    table.comment('Who may do what only one process may do');
    table.specificType('name', key).primary().comment('What it is for');
    table.text('holder').notNullable().comment('The process that has it');
    table
      .bigInteger('epoch')
      .notNullable()
      .comment('Raised whenever the lease passes on');
    table
      .bigInteger('expires_at')
      .notNullable()
      .comment('In ms since 1970 by the clock of the database');
  });

  await knex.schema.createTable('clusters', table => {
    table.comment('Contact with the clusters');
    table.specificType('name', key).primary().comment('As configured');
    table.text('contact').notNullable().comment('ClusterContact as JSON');
  });

  await knex.schema.createTable('sync_states', table => {
    table.comment('How far each kind has been read in each cluster');
    table.specificType('cluster', key).notNullable();
    table.specificType('kind', key).notNullable().comment('With group');
    table.text('state').notNullable().comment('ResourceState as JSON');
    table.primary(['cluster', 'kind']);
  });

  await knex.schema.createTable('facts', table => {
    table.comment('What engines keep of the objects of the clusters');
    table
      .specificType('id', isPostgres(knex) ? 'bigint' : 'integer')
      .primary()
      .comment('The number of the change that first told of it');
    table.specificType('cluster', key).notNullable();
    table
      .specificType('key', key)
      .notNullable()
      .comment('kind.group/namespace/name');
    table.specificType('kind', key).notNullable().comment('With group');
    table.text('hash').notNullable().comment('Of the body');
    table.bigInteger('seq').notNullable().comment('Of the last change');
    table.text('body').notNullable().comment('The fact as JSON');
    table.unique(['cluster', 'key'], { indexName: 'facts_key_idx' });
    table.index(['seq'], 'facts_seq_idx');
  });

  // Which facts are about, need or collect which keys, as numbers that stand for either. There is nothing but the primary key, so that
  // SQLite keeps no rows beside it.
  await knex.raw(`
    create table fact_links (
      link bigint not null,
      fact_id bigint not null,
      primary key (link, fact_id)
    ) ${isPostgres(knex) ? '' : 'without rowid'}
  `);

  await knex.schema.createTable('change_sequence', table => {
    table.comment('The number of the latest change');
    table.integer('id').primary();
    table.bigInteger('value').notNullable();
  });
  await knex('change_sequence').insert({ id: 1, value: 0 });

  await knex.schema.createTable('changes', table => {
    table.comment('Numbered changes, but for facts that still exist');
    table.bigInteger('seq').primary();
    table.text('stream').notNullable().comment('fact or verdict');
    table.text('cluster').notNullable();
    table.text('key').notNullable();
    table.text('kind').notNullable();
    table.text('subjects').notNullable().comment('Keys as JSON');
    table.boolean('deleted').notNullable();
    table
      .bigInteger('recorded_at')
      .notNullable()
      .comment('In ms since 1970, to forget by');
  });

  await knex.schema.createTable('change_streams', table => {
    table.comment('How far back each stream of changes goes');
    table.specificType('stream', key).primary();
    table
      .bigInteger('pruned_up_to')
      .notNullable()
      .comment('Changes up to this number have been forgotten');
  });

  await knex.schema.createTable('cursors', table => {
    table.comment('How far each reader of changes has come');
    table.specificType('reader', key).notNullable();
    table.specificType('stream', key).notNullable();
    table.bigInteger('seq').notNullable();
    table.primary(['reader', 'stream']);
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('cursors');
  await knex.schema.dropTable('change_streams');
  await knex.schema.dropTable('changes');
  await knex.schema.dropTable('change_sequence');
  await knex.schema.dropTable('fact_links');
  await knex.schema.dropTable('facts');
  await knex.schema.dropTable('sync_states');
  await knex.schema.dropTable('clusters');
  await knex.schema.dropTable('leases');
};
