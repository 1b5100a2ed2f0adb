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
  await knex.schema.createTable('waivers', table => {
    table.comment('Findings that somebody accepts in the portal');
    table.specificType('id', key).primary();
    table.specificType('database_id', key).notNullable();
    table
      .specificType('uid', key)
      .notNullable()
      .comment('The incarnation: it does not hold for another one');
    table.text('rule').notNullable();
    table.text('reason').notNullable();
    table.bigInteger('until').notNullable().comment('In ms since 1970');
    table.text('created_by').notNullable().comment('Entity ref');
    table.bigInteger('created_at').notNullable().comment('In ms since 1970');
    table.index(['database_id'], 'waivers_database_idx');
    table.index(['until'], 'waivers_until_idx');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('waivers');
};
