// @ts-check

/**
 * Keys are compared byte by byte: that is quicker than by language, and the same in every database.
 *
 * @param {import('knex').Knex} knex
 */
function keyType(knex) {
  return knex.client.config.client === 'pg' ? 'text collate "C"' : 'text';
}

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  const key = keyType(knex);

  await knex.schema.createTable('restores', table => {
    table.comment('Restores that ended; outlives what came out of them');
    table.bigIncrements('id');
    table.specificType('database_id', key).notNullable();
    table.specificType('uid', key).notNullable().comment('The incarnation');
    table
      .specificType('restore_key', key)
      .notNullable()
      .comment('Names it among the restores of its database');
    table.text('outcome').notNullable().comment('succeeded or failed');
    table.bigInteger('started_at').notNullable().comment('In ms since 1970');
    table
      .double('seconds')
      .comment('From its start until the data could be used');
    table.bigInteger('recorded_at').notNullable().comment('In ms since 1970');
    table.text('reported_by').comment('Principal; null: found in the cluster');
    table.text('body').notNullable().comment('Restore as JSON');
    table.unique(['database_id', 'uid', 'restore_key'], {
      indexName: 'restores_key_uk',
    });
    table.index(['database_id', 'started_at', 'id'], 'restores_database_idx');
    table.index(['started_at'], 'restores_started_idx');
  });

  await knex.schema.createTable('failovers', table => {
    table.comment('Changes of primaries that were timed');
    table.specificType('database_id', key).notNullable();
    table.specificType('uid', key).notNullable().comment('The incarnation');
    table.bigInteger('ended_at').notNullable().comment('In ms since 1970');
    table.text('body').notNullable().comment('Failover as JSON');
    table.primary(['database_id', 'uid', 'ended_at']);
    table.index(['ended_at'], 'failovers_ended_idx');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('failovers');
  await knex.schema.dropTable('restores');
};
