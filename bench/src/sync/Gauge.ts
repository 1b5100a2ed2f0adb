import { IntervalHistogram, monitorEventLoopDelay } from 'node:perf_hooks';
import { SyncCost } from './scene';

const SAMPLE_EVERY_MS = 20;

/** Measures what this process uses from now on. */
export class Gauge {
  readonly #startedAt = performance.now();
  readonly #cpu = process.cpuUsage();
  readonly #idleBytes: number;
  readonly #delays: IntervalHistogram;
  readonly #timer: NodeJS.Timeout;
  #peakBytes: number;

  /** Begins when the process is idle, and what it does not need any more has been collected. */
  static start(): Gauge {
    globalThis.gc?.();
    return new Gauge();
  }

  private constructor() {
    this.#idleBytes = process.memoryUsage.rss();
    this.#peakBytes = this.#idleBytes;
    this.#delays = monitorEventLoopDelay({ resolution: 1 });
    this.#delays.enable();
    this.#timer = setInterval(() => this.#sample(), SAMPLE_EVERY_MS);
  }

  stop(): Omit<SyncCost, 'rows'> {
    clearInterval(this.#timer);
    this.#sample();
    this.#delays.disable();
    const { user, system } = process.cpuUsage(this.#cpu);
    return {
      seconds: (performance.now() - this.#startedAt) / 1000,
      cpuSeconds: (user + system) / 1e6,
      megabytes: (this.#peakBytes - this.#idleBytes) / 1e6,
      blockMilliseconds: this.#delays.max / 1e6,
    };
  }

  #sample(): void {
    this.#peakBytes = Math.max(this.#peakBytes, process.memoryUsage.rss());
  }
}
