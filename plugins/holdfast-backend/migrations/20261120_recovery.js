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

  await knex.schema.createTable('databases', table => {
    table.comment('Databases with their newest assessment');
    table
      .specificType('id', key)
      .primary()
      .comment('cluster/namespace/kind.group/name');
    table.specificType('cluster', key).notNullable();
    table.specificType('fact_key', key).notNullable().comment('In the facts');
    table.specificType('uid', key).notNullable().comment('The incarnation');
    table.specificType('name', key).notNullable();
    table.text('engine').notNullable();
    table.specificType('owner', key).comment('Entity ref');
    table.specificType('system', key).comment('Entity ref');
    table.specificType('entity_ref', key).comment('What stands for it');
    table.text('search').notNullable().comment('What text is looked for in');
    table.text('verdict').notNullable();
    table.integer('verdict_rank').notNullable().comment('0 is the worst');
    table.bigInteger('verdict_since').notNullable().comment('In ms since 1970');
    table.double('attained_rpo_seconds').comment('For the loss of data');
    table.text('summary').notNullable().comment('JSON');
    table.text('assessment').notNullable().comment('JSON');
    table.text('inventory').notNullable().comment('JSON, for the catalog');
    table
      .text('inventory_hash')
      .notNullable()
      .comment('Another one is a numbered change');
    table
      .text('judged_with')
      .notNullable()
      .comment('Version of rules, engines and configured objectives');
    table.bigInteger('reassess_at').comment('In ms since 1970');
    table
      .integer('marks')
      .notNullable()
      .defaultTo(0)
      .comment('Counts reasons to judge anew, other than facts and time');
    table
      .integer('judged_marks')
      .notNullable()
      .defaultTo(0)
      .comment('How many of the marks the assessment knows of');
    table.index(['verdict_rank', 'id'], 'databases_verdict_idx');
    table.index(['cluster', 'fact_key'], 'databases_fact_idx');
    table.index(['owner'], 'databases_owner_idx');
    table.index(['system'], 'databases_system_idx');
    table.index(['entity_ref'], 'databases_entity_idx');
    table.index(['reassess_at'], 'databases_reassess_idx');
  });
  await knex.raw(
    'create index databases_marked_idx on databases (id) where marks <> judged_marks',
  );

  await knex.schema.createTable('judged_clusters', table => {
    table.comment('Clusters that were read completely and judged as a whole');
    table.specificType('cluster', key).primary();
    table.bigInteger('at').notNullable().comment('In ms since 1970');
  });

  await knex.schema.createTable('database_stores', table => {
    table.comment('Which databases write to which stores');
    table.specificType('database_id', key).notNullable();
    table.specificType('store_id', key).notNullable();
    table.primary(['database_id', 'store_id']);
    table.index(['store_id'], 'database_stores_store_idx');
  });

  await knex.schema.createTable('verdict_transitions', table => {
    table.comment('When verdicts changed; outlives the database');
    table.bigIncrements('id');
    table.specificType('database_id', key).notNullable();
    table.specificType('uid', key).notNullable();
    table.bigInteger('at').notNullable().comment('In ms since 1970');
    table.text('from_verdict').comment('Null: first seen');
    table.text('to_verdict').comment('Null: the database is gone');
    table.text('rule').comment('Of the finding that decided');
    table.index(['database_id', 'at'], 'verdict_transitions_database_idx');
  });

  await knex.schema.createTable('samples', table => {
    table.comment('Newest values of metrics');
    table.specificType('cluster', key).notNullable();
    table.specificType('query', key).notNullable();
    table.specificType('subject', key).notNullable().comment('A fact key');
    table.text('hash').notNullable().comment('Of labels and values');
    table.text('body').notNullable().comment('Labels and values as JSON');
    table.bigInteger('observed_at').notNullable().comment('In ms since 1970');
    table.primary(['cluster', 'query', 'subject']);
    table.index(['cluster', 'subject'], 'samples_subject_idx');
    table.index(['observed_at'], 'samples_observed_idx');
  });

  await knex.schema.createTable('metrics_states', table => {
    table.comment('Whether the metrics of clusters arrive');
    table.specificType('cluster', key).primary();
    table.text('state').notNullable().comment('MetricsState as JSON');
  });

  await knex.schema.createTable('claims', table => {
    table.comment('Catalog entities that stand for databases');
    table.specificType('entity_ref', key).primary();
    table.specificType('database_id', key).notNullable();
    table
      .boolean('discovered')
      .notNullable()
      .comment('Made by Holdfast, so that it says nothing new');
    table.text('body').notNullable().comment('Claim as JSON');
    table
      .bigInteger('first_seen_at')
      .notNullable()
      .comment('In ms since 1970; the first claim holds');
    table.index(['database_id'], 'claims_database_idx');
  });

  await knex.schema.createTable('stated_objectives', table => {
    table.comment('What Systems and owners in the catalog ask for');
    table.specificType('entity_ref', key).primary();
    table.text('annotations').notNullable().comment('JSON');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('stated_objectives');
  await knex.schema.dropTable('claims');
  await knex.schema.dropTable('metrics_states');
  await knex.schema.dropTable('samples');
  await knex.schema.dropTable('verdict_transitions');
  await knex.schema.dropTable('database_stores');
  await knex.schema.dropTable('judged_clusters');
  await knex.schema.dropTable('databases');
};
