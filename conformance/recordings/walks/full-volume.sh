# shellcheck shell=bash
# A volume that fills: nearly, entirely, and with WAL that a hanging store does not take.
database crowded 1
lab backup crowded
kubectl exec crowded-1 -c postgres -- sh -c 'fallocate -l 780M /var/lib/postgresql/data/filler'
settle 60
record volume-nearly-full crowded 'The volume is filled to somewhat over 90 %.'
kubectl exec crowded-1 -c postgres -- rm -f /var/lib/postgresql/data/filler
lab fault fill crowded || true
lab sql crowded 'create table overflow as select generate_series(1, 3000000)' || say 'the write failed, as it should'
settle 90
record volume-full crowded 'The volume of the only instance is full.'
drop_cluster crowded

database dammed 1
stores dammed
lab fault s3-hang
until ! writes dammed 2>/dev/null; do sleep 1; done
settle 75
record volume-full-of-wal dammed 'The store hung and WAL filled the volume within minutes: PostgreSQL cannot start any more.'
lab fault s3-up
drop_cluster dammed
