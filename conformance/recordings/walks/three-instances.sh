# shellcheck shell=bash
# Three instances: healthy, failing over, waiting for somebody, synchronous.

database ledger 3
lab backup ledger
schedule ledger-nightly ledger '0 0 2 * * *'
stores ledger
settle
record healthy-three-instances ledger 'Three instances with asynchronous replicas, one base backup.'

# Each distinct answer of the operator during a failover becomes a recording.
lab failover ledger >"$WORK/failover.log" 2>&1 &
failover=$!
seen='' number=0
while kill -0 "$failover" 2>/dev/null || ! all_ready ledger; do
  now=$(cluster ledger '{.status.phase}|{.status.currentPrimary}|{.status.targetPrimary}|{.status.readyInstances}|{.status.timelineID}|{.status.conditions[?(@.type=="Ready")].status}|{.status.conditions[?(@.type=="ContinuousArchiving")].status}')
  if [ "$now" != "$seen" ]; then
    [ "$number" = 0 ] && [ "${now%%|*}" = 'Cluster in healthy state' ] && [[ $now == *'|3|'* ]] && { sleep 0.5; continue; }
    seen=$now number=$((number + 1))
    record "failing-over-$number" ledger "During a failover: ${now//|/, } (phase, current primary, target primary, ready instances, timeline, Ready, ContinuousArchiving)."
  fi
  sleep 0.5
done
wait "$failover" || { cat "$WORK/failover.log" >&2; die 'the failover failed'; }
cat "$WORK/failover.log" >&2
settle
record failed-over ledger "After the failover. $(tail -n 1 "$WORK/failover.log")"

# A change that needs a restart, and a primary that only a person may restart.
kubectl patch clusters.postgresql.cnpg.io ledger --type merge -p '{"spec":{"primaryUpdateStrategy":"supervised","postgresql":{"parameters":{"max_connections":"120"}}}}' >&2
phase_is() { [ "$(cluster "$1" '{.status.phase}')" = "$2" ]; }
until_true 300 'ledger waits for somebody' phase_is ledger 'Waiting for user action'
settle 20
record waiting-for-user ledger 'primaryUpdateStrategy is supervised and a parameter that needs a restart was changed.'
kubectl patch clusters.postgresql.cnpg.io ledger --type merge -p '{"spec":{"primaryUpdateStrategy":"unsupervised"}}' >&2
until_true 300 'ledger is healthy again' all_ready ledger

database ledger 3 sync
settle 60
record sync ledger 'A commit waits for one standby; dataDurability as the operator defaults it.'
kubectl patch clusters.postgresql.cnpg.io ledger --type merge -p '{"spec":{"postgresql":{"synchronous":{"dataDurability":"preferred"}}}}' >&2
settle 45
record sync-preferred ledger 'dataDurability: preferred, so that a commit does not wait when no standby is there.'

kubectl annotate clusters.postgresql.cnpg.io ledger --overwrite "cnpg.io/fencedInstances=[\"$(kubectl get pods -l cnpg.io/cluster=ledger,cnpg.io/instanceRole=replica -o 'jsonpath={.items[0].metadata.name}')\"]" >&2
settle 60
record fenced-replica ledger 'One replica of three is fenced.'
drop scheduledbackups.postgresql.cnpg.io/ledger-nightly
drop_cluster ledger
