import { availableParallelism, cpus, loadavg } from 'node:os';

/** What the figures were measured on, in one line; the load tells how much of the machine was somebody else's. */
export function describeMachine(now = new Date()): string {
  const model = cpus()[0]?.model.trim() || process.arch;
  const [load] = loadavg();
  return [
    now.toISOString().slice(0, 10),
    `Node ${process.versions.node}`,
    `${availableParallelism()} cores (${model})`,
    `load ${load.toFixed(1)} before`,
  ].join(' · ');
}
