// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('verdict_transitions', table => {
    table
      .text('rpo')
      .comment('Whether the RPO was attained from then on; null: not told');
    table.text('message').comment('Of the finding that decided');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('verdict_transitions', table => {
    table.dropColumn('message');
    table.dropColumn('rpo');
  });
};
