# shellcheck shell=bash
# The lab has no PgBouncer, so this is a pooler whose pod cannot start. It is told not to look for the image elsewhere.
jq -n '{apiVersion: "postgresql.cnpg.io/v1", kind: "Pooler", metadata: {name: "orders-pooler-rw"},
  spec: {cluster: {name: "orders"}, type: "rw", instances: 1, pgbouncer: {poolMode: "session", parameters: {max_client_conn: "200"}},
    template: {spec: {containers: [{name: "pgbouncer", imagePullPolicy: "Never"}]}}}}' | apply
settle 60
record pooler-without-image orders 'A Pooler without an image: its pod waits for ever.'
drop poolers.postgresql.cnpg.io/orders-pooler-rw
