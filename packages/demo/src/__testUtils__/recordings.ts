import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { KubernetesObject } from '../kubernetes';

/** What a real operator wrote in a lab cluster, in one state; see the README there. */
export interface Recording {
  origin: { state: string; recordedAt: string };
  objects: KubernetesObject[];
  metrics: Array<{
    name: string;
    labels: Record<string, string>;
    value: number | string;
  }>;
}

const folder = join(
  __dirname,
  '../../../../conformance/recordings/cloudnative-pg-1.30',
);

/** All recordings by the name of their state. */
export function readRecordings(): ReadonlyMap<string, Recording> {
  return new Map(
    readdirSync(folder)
      .filter(file => file.endsWith('.json'))
      .map(file => {
        const text = readFileSync(join(folder, file), 'utf8');
        return [file.slice(0, -'.json'.length), JSON.parse(text)];
      }),
  );
}
