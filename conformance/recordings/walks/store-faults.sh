# shellcheck shell=bash
# The store goes away, refuses, hangs, comes back. How long the operator takes to say so is measured.
archiving_after() { # archiving_after STATUS LIMIT: with something to archive, and without filling the volume with it
  local status=$1 start=$SECONDS
  writes orders
  until condition_is orders ContinuousArchiving "$status"; do
    [ $((SECONDS - start)) -lt "$2" ] || { TOOK=null; say "ContinuousArchiving did not turn $status within $2 s"; return; }
    row orders
    sleep 2
  done
  TOOK=$((SECONDS - start))
  say "ContinuousArchiving=$status after $TOOK s"
}

eager_retention orders
stores orders
lab fault s3-down
archiving_after False 900
measured secondsUntilArchivingFails >"$WORK/measured"
settle
record store-gone orders 'The store refuses connections; the operator says that archiving fails.' "$(cat "$WORK/measured")"
backup orders-during-outage orders
ended orders-during-outage
settle 60
record backup-failed orders 'A base backup was asked for while the store refused connections.' "$(measured secondsUntilBackupFailed)"
settle 180
record store-gone-for-long orders 'The store has been away for minutes; WAL files wait.'
lab fault s3-up
archiving_after True 900
measured secondsUntilArchivingWorks >"$WORK/measured"
settle 60
record store-back orders 'The store is back and the waiting WAL files are archived; the last backup is still the failed one.' "$(cat "$WORK/measured")"

lab fault s3-deny
archiving_after False 900
measured secondsUntilArchivingFails >"$WORK/measured"
settle
record archiving-failing orders 'The store answers and refuses the credentials.' "$(cat "$WORK/measured")"
backup orders-denied orders
ended orders-denied
settle
record backup-failed-denied orders 'A base backup with credentials that the store refuses.' "$(measured secondsUntilBackupFailed)"
lab fault s3-allow
archiving_after True 900

lab fault s3-hang
archiving_after False 420
measured secondsUntilArchivingFails >"$WORK/measured"
record store-hanging orders 'The store accepts connections and never answers. null: no failure was reported within 7 min.' "$(cat "$WORK/measured")"
lab fault s3-up
archiving_after True 900
