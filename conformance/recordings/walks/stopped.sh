# shellcheck shell=bash
# Stopped on purpose: fenced, hibernated.
no_pods() { [ -z "$(kubectl get pods -l "cnpg.io/cluster=$1,cnpg.io/podRole=instance" -o name)" ]; }
ready_instances_are() { [ "$(cluster "$1" '{.status.readyInstances}')" = "$2" ]; }

lab fault fence orders
settle 60
record fenced orders 'Every instance is fenced: PostgreSQL is stopped, the pods stay.'
lab fault unfence orders
until_true 180 'orders is ready again' ready_instances_are orders 1

lab fault hibernate orders
until_true 300 'the pods are gone' no_pods orders
settle 30
record hibernated orders 'Hibernated: no pods, the volumes stay.'
lab fault resume orders
until_true 300 'orders is ready again' ready_instances_are orders 1
