-- What has to hold in a restored copy. One SELECT each: what is checked, and whether it holds. Add your own, about rows that have to be there.
SELECT 'the database takes writes', NOT pg_is_in_recovery();
SELECT 'data checksums are on and no page has failed them', current_setting('data_checksums') = 'on'
  AND NOT EXISTS (SELECT FROM pg_stat_database WHERE checksum_failures > 0);
SELECT 'every index is valid', NOT EXISTS (SELECT FROM pg_index WHERE NOT indisvalid);
SELECT 'the owner of the database is there', EXISTS (
  SELECT FROM pg_database JOIN pg_roles ON pg_roles.oid = datdba WHERE datname = current_database() AND rolname = current_database()
);
