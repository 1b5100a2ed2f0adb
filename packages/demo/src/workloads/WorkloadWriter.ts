import { ObjectKey, ObjectStore, ResourceType } from '../kubernetes';
import { resourceName } from '../kubernetes/ResourceType';
import { SimulatedWorkload } from './SimulatedWorkload';

/** Controllers take some seconds to notice what has become due. */
const INTERVAL_MS = 10_000;

interface Written {
  type: ResourceType;
  key: ObjectKey;
  text: string;
}

/**
 * Writes the objects of one workload as they should be at a moment, and deletes those that are gone. Only what differs from what was written last
 * reaches the cluster, so that a workload at rest makes no events, and what somebody else wrote there stays.
 */
export class WorkloadWriter {
  readonly #objects: ObjectStore;
  readonly #workload: SimulatedWorkload;
  readonly #phase: number;
  #written: ReadonlyMap<string, Written> = new Map();
  #dueAt = -Infinity;

  /** @param phase - shifts the moments at which it looks, so that not all workloads look at once */
  constructor(objects: ObjectStore, workload: SimulatedWorkload, phase = 0) {
    this.#objects = objects;
    this.#workload = workload;
    this.#phase = (phase % 10) * 1_000;
  }

  write(now: Date): void {
    if (now.getTime() < this.#dueAt) return;
    this.#dueAt = dueAfter(now.getTime(), this.#phase);
    const before = this.#written;
    const written = new Map<string, Written>();
    for (const { type, object } of this.#workload.objectsAt(now)) {
      const { namespace, name } = object.metadata;
      const id = `${resourceName(type)}/${namespace ?? ''}/${name}`;
      const text = JSON.stringify(object);
      if (before.get(id)?.text !== text) this.#objects.apply(type, object);
      written.set(id, { type, key: { namespace, name }, text });
    }
    for (const [id, { type, key }] of before) {
      if (!written.has(id)) this.#release(type, key);
    }
    this.#written = written;
  }

  /** Deletes an object that finalizers may hold, as the controllers that put them there do. */
  #release(type: ResourceType, key: ObjectKey): void {
    if (!this.#objects.delete(type, key)) return;
    if (this.#objects.get(type, key)) {
      this.#objects.patch(type, key, { metadata: { finalizers: [] } });
    }
  }
}

function dueAfter(now: number, phase: number): number {
  return (Math.floor((now - phase) / INTERVAL_MS) + 1) * INTERVAL_MS + phase;
}
