# shellcheck shell=bash
# Everything in the store is gone, and the plugin finds out when its retention loop next reads the catalogue.
eager_retention orders
stores orders
backup orders-before-loss orders
ended orders-before-loss
lab fault s3-lose orders
record store-emptied orders 'Everything was deleted from the store a moment ago; nothing in the cluster knows.'
window_empty() { [ -z "$(kubectl get objectstores.barmancloud.cnpg.io orders -o 'jsonpath={.status.serverRecoveryWindow.orders.lastSuccessfulBackupTime}')" ]; }
until_true 700 'the plugin sees the empty store' window_empty # after a failure the loop pauses for 5 min, whatever its interval
writes orders
settle 60
record store-emptied-noticed orders 'The retention loop has read the emptied store since.' "$(measured secondsUntilNoticed)"
