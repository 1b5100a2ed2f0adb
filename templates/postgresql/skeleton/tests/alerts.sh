#!/usr/bin/env bash
# Checks the alerts with promtool, and tries them on the states in alerts.test.yaml.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
command -v promtool >/dev/null || { printf 'alerts: promtool is missing; it comes with Prometheus\n' >&2; exit 2; }

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# A PrometheusRule wraps what Prometheus reads in .spec.
sed -n '/^spec:$/,$ { /^spec:$/! s/^  //p }' "$here/../base/monitoring/prometheus-rule.yaml" >"$work/alerts.yaml"
cp "$here/alerts.test.yaml" "$work/"

promtool check rules "$work/alerts.yaml"
promtool test rules "$work/alerts.test.yaml"
