# shellcheck shell=bash
# A volume that fills: nearly, and entirely.
lab cluster crowded 1
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
