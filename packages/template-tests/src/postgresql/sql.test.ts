import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { templateFolder } from '../TemplateUnderTest';
import { Ended, run } from '../tools';

jest.setTimeout(60_000);

/** A query of the operator's exporter, as CloudNativePG documents it (docs/src/monitoring.md, "User defined metrics"). */
interface Query {
  query: string;
  predicate_query?: string;
  metrics: Record<string, { usage: string; description: string }>[];
}

const skeleton = join(templateFolder('postgresql'), 'skeleton');
const queries: Record<string, Query> = parse(
  readFileSync(join(skeleton, 'base/monitoring/queries.yaml'), 'utf8'),
);

const connections = [18, 17, 16, 15].flatMap(version => {
  const url =
    process.env[`BACKSTAGE_TEST_DATABASE_POSTGRES${version}_CONNECTION_STRING`];
  return url ? [{ version, url }] : [];
});
if (connections.length === 0) {
  const words =
    'set BACKSTAGE_TEST_DATABASE_POSTGRES15_CONNECTION_STRING (or 16 to 18)';
  if (process.env.HOLDFAST_REQUIRE_REAL) {
    throw new Error(
      `HOLDFAST_REQUIRE_REAL is set, but there is no PostgreSQL: ${words}`,
    );
  }
  it.todo(`the SQL of a PostgreSQL repository is understood [${words}]`);
} else {
  describe.each(connections)(
    'the SQL of a PostgreSQL repository, on PostgreSQL $version',
    ({ url }) => {
      const psql = (sql: string): Promise<Ended> =>
        run(
          'psql',
          [
            '--no-psqlrc',
            '--quiet',
            '--no-align',
            '--set=ON_ERROR_STOP=1',
            '--dbname',
            url,
            '--file=-',
          ],
          { cwd: skeleton, input: sql },
        );

      it.each(Object.entries(queries))(
        'has the columns that %s names as metrics',
        async (_, { query, predicate_query: predicate, metrics }) => {
          // What the operator would not ask here cannot be asked here.
          const asked = await psql(`${predicate ?? 'SELECT true'};`);
          expect(asked.stderr).toBe('');
          const columns = metrics.flatMap(Object.keys);
          const applies = /^t$/m.test(asked.stdout);
          const answer = await psql(
            applies
              ? `${query};`
              : `SELECT ${columns.map(name => `0 AS ${name}`)};`,
          );
          expect(answer.stderr).toBe('');
          expect(answer.stdout.split('\n', 1)[0].split('|')).toEqual(columns);
        },
      );

      it('answers each check of a drill with what was checked and whether it holds', async () => {
        const { code, stdout, stderr } = await psql(
          `\\pset tuples_only on\n${readFileSync(
            join(skeleton, 'scenarios/checks.sql'),
            'utf8',
          )}`,
        );
        expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
        const answers = stdout.trim().split('\n');
        expect(answers).toHaveLength(4);
        for (const answer of answers) expect(answer).toMatch(/^[a-z ]+\|[tf]$/);
        expect(answers[0]).toBe('the database takes writes|t');
      });
    },
  );
}
