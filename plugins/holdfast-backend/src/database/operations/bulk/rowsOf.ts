import { Knex } from 'knex';
import { isPostgres } from '../../isPostgres';

/**
 * A table expression, to be put after `from`.
 */
export interface RowsExpression {
  sql: string;
  bindings: Knex.RawBinding[];
}

/**
 * Rows as a table expression named `t`. They go as one JSON document, so that the text of the statement does not depend on their number:
 * it is compiled once, and knows no limit of parameters. Rows should have nothing but their columns: everything in them is sent.
 */
export function rowsOf<T extends object>(
  knex: Knex,
  rows: readonly T[],
  columns: ReadonlyArray<readonly [keyof T & string, 'text' | 'bigint']>,
): RowsExpression {
  const bindings = [JSON.stringify(rows)];
  if (isPostgres(knex)) {
    const types = columns.map(([name, type]) => `"${name}" ${type}`);
    return {
      sql: `json_to_recordset(?::json) as t(${types.join(', ')})`,
      bindings,
    };
  }
  const values = columns.map(([name]) => `value ->> '${name}' as "${name}"`);
  return {
    sql: `(select ${values.join(', ')} from json_each(?)) as t`,
    bindings,
  };
}
