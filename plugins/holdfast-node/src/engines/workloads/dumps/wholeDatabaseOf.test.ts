import { wholeDatabaseOf } from './wholeDatabaseOf';

const read = (text: string) => {
  const [tool, ...words] = text.split(' ');
  return wholeDatabaseOf(tool, words);
};

// Options by the manual pages of PostgreSQL 18, MySQL 8.4 and MariaDB 11.8.
it.each([
  'mysqldump -h mysql -uroot -p$PW shop',
  'mysqldump -h mysql -u root -p --single-transaction shop',
  'mysqldump --host=mysql --user root --databases shop',
  'mysqldump -hmysql -B shop --routines',
  'mariadb-dump --host mysql shop',
  'pg_dump -h postgres shop',
  'pg_dump -h postgres -U app -Fc shop',
  'pg_dump --host=postgres -Fc -d shop -f /b/x',
  'pg_dump -dshop --host postgres',
  'pg_dump --dbname=shop',
  'pg_dump postgresql://app:se%2Fcret@postgres:5432/shop?sslmode=require',
  'pg_dump --dbname=postgresql://postgres/shop',
  'pg_dump -c -C -O -x shop',
])('is all of shop: %s', text => {
  expect(read(text)).toBe('shop');
});

it.each([
  'mysqldump -h mysql shop orders',
  'mysqldump -h mysql --databases shop crm',
  'mysqldump -h mysql shop --tables orders',
  'mysqldump -h mysql --ignore-table=shop.orders shop',
  'mysqldump -h mysql --where=id<5 shop',
  'mysqldump -h mysql -w id<5 shop',
  'mysqldump -h mysql -d shop',
  'mysqldump -h mysql -t shop',
  'mysqldump -h mysql --no-data shop',
  // Nobody knows whether the option has a value.
  'mysqldump --invented shop shop',
  'mysqldump -h mysql $DATABASE',
  'pg_dump -h postgres -t orders shop',
  'pg_dump -h postgres -torders shop',
  'pg_dump -h postgres -n public shop',
  'pg_dump -h postgres --exclude-table-data=log shop',
  'pg_dump -h postgres -s shop',
  'pg_dump -h postgres -Oxs shop',
  'pg_dump -h postgres --schema-only shop',
  'pg_dump -h postgres --section=pre-data shop',
  // The name of the user is that of the database then, if nothing else says so.
  'pg_dump -h postgres -U shop',
  'pg_dump --username shop',
  // A password with a slash that should have been encoded.
  'pg_dump postgresql://app:se/shop@postgres/crm',
  'pg_dumpall -h postgres',
  'mydumper --database shop',
])('is not all of one database that is named: %s', text => {
  expect(read(text)).toBeUndefined();
});

it('finds the name among the words of a connection string', () => {
  expect(
    wholeDatabaseOf('pg_dump', [
      '-d',
      'host=postgres dbname=shop password=dbname=crm',
    ]),
  ).toBe('shop');
});
