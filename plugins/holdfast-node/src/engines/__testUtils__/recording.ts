import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Database } from '@holdfast/plugin-holdfast-common';
import {
  describeDatabases,
  Engines,
  KubernetesObject,
  MetricSample,
} from '../../engine';
import { changed } from '../../testUtils/mutations';
import { cloudNativePgEngine } from '../cloudnative-pg';
import { volumesEngine } from '../volumes';

/** What real operators wrote; see the README there. */
export const recordingsFolder = resolve(
  __dirname,
  '../../../../../conformance/recordings/cloudnative-pg-1.30',
);

export interface Recording {
  origin: { recordedAt: string; state: string; note: string };
  objects: KubernetesObject[];
  metrics: Array<{
    name: string;
    labels: Record<string, string>;
    value: number | string;
  }>;
}

export function readRecording(state: string): Recording {
  return JSON.parse(
    readFileSync(resolve(recordingsFolder, `${state}.json`), 'utf8'),
  );
}

export function samplesOf({ origin, metrics }: Recording): MetricSample[] {
  return metrics.map(({ name, labels, value }) => ({
    name,
    labels,
    value: Number(value),
    observedAt: origin.recordedAt,
  }));
}

export const engines = Engines.create([cloudNativePgEngine, volumesEngine]);

/** Describes the one database of that name among some objects. */
export function describeOne(
  name: string,
  objects: Iterable<KubernetesObject>,
  options: Partial<
    Omit<Parameters<typeof describeDatabases>[0], 'objects'>
  > = {},
): Database {
  const [database, ...others] = describeDatabases({
    engines,
    cluster: 'lab',
    objects,
    ...options,
  }).filter(({ reference }) => reference.name === name);
  if (!database || others.length > 0) {
    throw new Error(`There is not exactly one database '${name}'`);
  }
  return database;
}

export function describeRecording(state: string, name: string): Database {
  const recording = readRecording(state);
  return describeOne(name, recording.objects, {
    samples: samplesOf(recording),
  });
}

/** The objects with one value changed in those of a kind. */
export function patch(
  objects: readonly KubernetesObject[],
  kind: string,
  path: readonly (string | number)[],
  value: unknown,
): KubernetesObject[] {
  return objects.map(object =>
    object.kind === kind ? changed(object, path, value) : object,
  );
}
