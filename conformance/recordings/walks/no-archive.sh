# shellcheck shell=bash
# Clusters whose WAL goes nowhere, goes where another's goes, or goes by the deprecated way.
ready() { until_true 300 "$1 is ready" condition_is "$1" Ready True; }

manifest plain 'del(.spec.plugins)' | apply
ready plain
writes plain
settle 75
record no-archiver plain 'No plugin and no backup section.'
backup plain-plugin plain
backup plain-in-tree plain barmanObjectStore
settle 30
record no-archiver-backup plain 'Base backups asked for where nothing is configured for them.'
drop clusters.postgresql.cnpg.io/plain

store skipping
manifest skipping '.spec.plugins[0].parameters.barmanObjectName = "skipping" | .metadata.annotations = {"cnpg.io/skipWalArchiving": "enabled"}' | apply
ready skipping
writes skipping
settle 75
record skip-wal-archiving skipping 'An archiver is configured and the annotation cnpg.io/skipWalArchiving switches it off.'
drop_cluster skipping

manifest in-tree 'del(.spec.plugins) | .spec.backup = {retentionPolicy: "7d", barmanObjectStore: {
    destinationPath: "s3://backups/", endpointURL: "http://10.244.0.1:7070", wal: {compression: "gzip"}, data: {compression: "gzip"},
    s3Credentials: {accessKeyId: {name: "s3", key: "ACCESS_KEY_ID"}, secretAccessKey: {name: "s3", key: "ACCESS_SECRET_KEY"}}}}' | apply
ready in-tree
writes in-tree
backup in-tree-first in-tree barmanObjectStore
until_true 300 'backup in-tree-first ends' backup_phase_is in-tree-first 'completed failed'
settle 60
record in-tree-barman in-tree 'Barman in the Cluster itself, deprecated, with one base backup.' "$(cat "$WORK/admission")"
drop clusters.postgresql.cnpg.io/in-tree

# The server name is the path under the store's destination: this one takes that of "orders".
manifest twin '.spec.plugins[0].parameters = {barmanObjectName: "orders", serverName: "orders"}' | apply
settle 150
record two-clusters-one-path 'orders twin' 'twin archives to the store and server name of orders.'
drop clusters.postgresql.cnpg.io/twin

manifest homeless '.spec.plugins[0].parameters.barmanObjectName = "nowhere"' | apply
settle 60
record store-missing homeless 'The ObjectStore that the plugin parameter names does not exist.'
drop clusters.postgresql.cnpg.io/homeless

manifest stranger '.spec.plugins[0] = {name: "no-such-plugin.example.com", isWALArchiver: true}' | apply
settle 45
record unknown-plugin stranger 'spec.plugins names a plugin that is not installed.'
drop clusters.postgresql.cnpg.io/stranger
