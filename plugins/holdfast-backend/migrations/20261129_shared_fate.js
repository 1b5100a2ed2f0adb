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

  await knex.schema.createTable('database_fates', table => {
    table.comment('What databases and their backups stand on');
    table.specificType('database_id', key).notNullable();
    table.specificType('kind', key).notNullable().comment('FateKind');
    table.specificType('fate_id', key).notNullable();
    table.text('name').notNullable().comment('As a reader would call it');
    table.integer('down').notNullable().comment('1: the database goes with it');
    table
      .integer('backups')
      .notNullable()
      .comment('What goes with it: 0 none, 1 some, 2 all of them');
    table.primary(['database_id', 'kind', 'fate_id']);
    table.index(['kind', 'fate_id'], 'database_fates_fate_idx');
  });

  await knex.schema.createTable('database_copies', table => {
    table.comment('Databases that follow another one by its archive');
    table.specificType('database_id', key).primary();
    table.specificType('store_id', key).notNullable();
    table.text('copy').notNullable().comment('DatabaseCopy as JSON');
    table.index(['store_id'], 'database_copies_store_idx');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('database_copies');
  await knex.schema.dropTable('database_fates');
};
