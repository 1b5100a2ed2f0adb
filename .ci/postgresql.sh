# shellcheck shell=bash
# Starts a PostgreSQL of our own on loopback for the storage tests, and stops it when the calling script ends. To be sourced.
postgresql_bin=$(find /usr/lib/postgresql -maxdepth 2 -name bin 2>/dev/null | sort -V | tail -n 1)
postgresql_data=$(mktemp -d)
postgresql_port=${HOLDFAST_POSTGRES_PORT:-15432}

# The server refuses to run as root.
as_postgres() {
  if [ "$(id -u)" = 0 ]; then su -s /bin/bash postgres -c "$*"; else bash -c "$*"; fi
}

if [ -n "$postgresql_bin" ]; then
  [ "$(id -u)" = 0 ] && chown postgres "$postgresql_data"
  as_postgres "$postgresql_bin/initdb -D $postgresql_data/db -A trust -U postgres >/dev/null" &&
    as_postgres "$postgresql_bin/pg_ctl -D $postgresql_data/db -o '-p $postgresql_port -k $postgresql_data -c listen_addresses=127.0.0.1 -c fsync=off -c max_connections=200' -l $postgresql_data/log -w start >/dev/null" &&
    export BACKSTAGE_TEST_DATABASE_POSTGRES15_CONNECTION_STRING="postgresql://postgres@127.0.0.1:$postgresql_port"
  trap 'as_postgres "$postgresql_bin/pg_ctl -D $postgresql_data/db -m immediate stop >/dev/null"; rm -rf "$postgresql_data"' EXIT
fi
