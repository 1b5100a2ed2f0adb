import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { KubernetesObject } from '@holdfast/plugin-holdfast-node';

/** What real operators wrote; see the README there. */
const folder = resolve(
  __dirname,
  '../../../../conformance/recordings/cloudnative-pg-1.30',
);

/** A recording as `kubectl get -o json` would have given it, and when. */
export interface Recording {
  recordedAt: string;
  objects: KubernetesObject[];
  list: string;
}

export function readRecording(state: string): Recording {
  const { origin, objects } = JSON.parse(
    readFileSync(resolve(folder, `${state}.json`), 'utf8'),
  );
  return {
    recordedAt: origin.recordedAt,
    objects,
    list: listOf(objects),
  };
}

export const recordedStates = readdirSync(folder)
  .filter(file => file.endsWith('.json'))
  .map(file => file.replace(/\.json$/, ''));

export function listOf(items: readonly unknown[]): string {
  return JSON.stringify(
    { apiVersion: 'v1', kind: 'List', items },
    undefined,
    4,
  );
}
