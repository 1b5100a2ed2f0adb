# shellcheck shell=bash
# PostgreSQL closes a WAL file at archive_timeout only if something was written to it, so an idle server archives nothing.
silent() { # silent CLUSTER SECONDS
  [ "$(lab sql "$1" "select extract(epoch from now() - greatest(last_archived_time, pg_postmaster_start_time()))::int > $2
    and not exists (select from pg_ls_archive_statusdir() where name like '%.ready') from pg_stat_archiver")" = t ]
}
until_true 3600 'catalogue has archived nothing for 15 min' silent catalogue 900
record idle catalogue 'Nobody writes: the last WAL file was archived long ago (archive_timeout is 30 s) and none waits.'
