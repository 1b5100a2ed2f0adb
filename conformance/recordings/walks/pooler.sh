# shellcheck shell=bash
# The lab has no PgBouncer image and pulls none, so this is a pooler that cannot start.
jq -n '{apiVersion: "postgresql.cnpg.io/v1", kind: "Pooler", metadata: {name: "orders-pooler-rw"},
  spec: {cluster: {name: "orders"}, type: "rw", instances: 1, pgbouncer: {poolMode: "session", parameters: {max_client_conn: "200"}}}}' | kubectl apply -f - >&2
settle 60
record pooler-without-image orders 'A Pooler whose image cannot be pulled.'
drop poolers.postgresql.cnpg.io/orders-pooler-rw
