import { SecretKey } from '@holdfast/plugin-holdfast-common';
import { quoted } from '../shell/quoted';

/** Where a command goes. */
export interface KubernetesPlace {
  /** Name of the Kubernetes cluster as Holdfast knows it. */
  cluster: string;
  namespace: string;
}

/** Makes a Service answer on a port of one's own machine, until it is ended. */
export function portForwardCommand(
  place: KubernetesPlace,
  options: { service: string; port: number; localPort: number },
): string {
  const { service, port, localPort } = options;
  return command(place, [
    'port-forward',
    `service/${service}`,
    `${localPort}:${port}`,
  ]);
}

/** Writes out one key of a Secret, with the rights of whoever runs it. */
export function readSecretCommand(
  place: KubernetesPlace,
  { secret, key }: SecretKey,
): string {
  const path = key.replaceAll('.', '\\.');
  return `${command(place, [
    'get',
    `secret/${secret}`,
    '--output',
    `jsonpath={.data.${path}}`,
  ])} | base64 --decode`;
}

function command(place: KubernetesPlace, words: string[]): string {
  return [
    'kubectl',
    `--context=${place.cluster}`,
    `--namespace=${place.namespace}`,
    ...words,
  ]
    .map(quoted)
    .join(' ');
}
