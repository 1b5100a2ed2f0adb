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
 * Rows as a table expression named `t`. The text of the statement does not depend on their number: it is compiled once, and knows no
 * limit of parameters. On PostgreSQL each column is one array, on SQLite the whole is one JSON document.
 */
export function rowsOf<T extends object>(
  knex: Knex,
  rows: readonly T[],
  columns: ReadonlyArray<readonly [keyof T & string, 'text' | 'bigint']>,
): RowsExpression {
  if (isPostgres(knex)) {
    const arrays = columns.map(([, type]) => `?::${type}[]`);
    const names = columns.map(([name]) => `"${name}"`);
    return {
      sql: `unnest(${arrays.join(', ')}) as t(${names.join(', ')})`,
      bindings: columns.map(([name]) => rows.map(row => String(row[name]))),
    };
  }
  const values = columns.map(
    ([name], index) => `value ->> ${index} as "${name}"`,
  );
  return {
    sql: `(select ${values.join(', ')} from json_each(?)) as t`,
    bindings: [
      JSON.stringify(rows.map(row => columns.map(([name]) => row[name]))),
    ],
  };
}
