import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Kubectl } from '../Kubectl';

/** The repository has alerts and PodMonitors: their kinds, as the Prometheus operator brings them, have to be known. */
export async function installMonitoringDefinitions(
  kubectl: Kubectl,
): Promise<void> {
  const known = await kubectl.get(
    'customresourcedefinitions',
    'podmonitors.monitoring.coreos.com',
  );
  if (known) return;
  const folder = join(process.env.HOLDFAST_CRDS ?? '', 'prometheus-operator');
  if (!process.env.HOLDFAST_CRDS || !existsSync(folder)) {
    throw new Error(
      'the cluster does not know PodMonitor and PrometheusRule: export $(conformance/crds.sh), or set HOLDFAST_CRDS to a folder that has them',
    );
  }
  await kubectl.run(['apply', '--server-side', `--filename=${folder}`]);
  await kubectl.run([
    'wait',
    '--for=condition=Established',
    '--timeout=30s',
    'customresourcedefinitions/podmonitors.monitoring.coreos.com',
    'customresourcedefinitions/prometheusrules.monitoring.coreos.com',
  ]);
}
