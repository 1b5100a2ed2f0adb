#!/usr/bin/env bash
# Makes the Secret with the keys of the object store, unless it is there. Nothing is printed and nothing is written to a file.
# Without ACCESS_KEY_ID and SECRET_ACCESS_KEY in the environment they are made up, which is right for the store in the cluster.
# shellcheck source=/dev/null
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

secret=$CLUSTER-object-store
if kube get secret "$secret" --output name >/dev/null 2>&1; then
  say "Secret $secret is there; it is left as it is"
  exit 0
fi
# GitOps may not have made the namespace yet; this is the one that it would make. Whoever may not is told by what comes next.
manifest=$SCENARIOS/../base/namespace.yaml
if grep -qx "  name: $NAMESPACE" "$manifest" 2>/dev/null && ! kube get namespace "$NAMESPACE" --output name >/dev/null 2>&1 &&
  kube create --filename "$manifest" >/dev/null 2>&1; then
  say "namespace $NAMESPACE made"
fi
random() { od -An -N"$1" -tx1 /dev/urandom | tr -d ' \n'; }
kube create --filename - >/dev/null <<YAML
apiVersion: v1
kind: Secret
metadata:
  name: $secret
stringData:
  ACCESS_KEY_ID: "${ACCESS_KEY_ID:-$(random 10)}"
  SECRET_ACCESS_KEY: "${SECRET_ACCESS_KEY:-$(random 20)}"
YAML
say "Secret $secret made"
