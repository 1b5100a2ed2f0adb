# shellcheck shell=bash
# The plugin's deployment is away: the operator cannot reconcile, the sidecars go on archiving.
lab fault plugin-down
backup orders-without-plugin orders
writes orders
settle 90
record plugin-down orders 'The deployment of the plugin has no pods; a base backup was asked for.'
lab fault plugin-up
drop backups.postgresql.cnpg.io/orders-without-plugin
until_true 300 'orders is ready' condition_is orders Ready True
