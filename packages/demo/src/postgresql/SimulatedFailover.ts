import { healthy, Phase } from './phase';

const SECOND = 1000;

/**
 * What is going on: the primary's pod is gone and the operator has not seen it yet (`lost`), it waits for the replicas to let go of the primary
 * (`electing`), one of them is to become primary (`promoting`), it is (`promoted`), and the lost instance comes back as a replica (`rejoining`).
 */
export type FailoverStage =
  | 'lost'
  | 'electing'
  | 'promoting'
  | 'promoted'
  | 'rejoining';

/** When each stage ends, in seconds after the primary was lost. In the lab all of it took three minutes (recordings `failing-over-1` to `-8`). */
const stages: ReadonlyArray<readonly [FailoverStage, number]> = [
  ['lost', 2],
  ['electing', 5],
  ['promoting', 10],
  ['promoted', 13],
  ['rejoining', 20],
];

/** A failover in the steps in which CloudNativePG writes it down. */
export class SimulatedFailover {
  readonly from: string;
  readonly to: string;
  readonly startedAt: Date;
  #stage: FailoverStage | undefined = 'lost';

  constructor(options: { from: string; to: string; startedAt: Date }) {
    this.from = options.from;
    this.to = options.to;
    this.startedAt = options.startedAt;
  }

  /** `undefined` once it is over. */
  get stage(): FailoverStage | undefined {
    return this.#stage;
  }

  /** Whether another instance has taken over. */
  get promoted(): boolean {
    return (
      this.#stage === undefined ||
      this.#stage === 'promoted' ||
      this.#stage === 'rejoining'
    );
  }

  get phase(): Phase {
    const { from, to } = this;
    switch (this.#stage) {
      case 'electing':
        return {
          name: 'Failing over',
          reason: `Initiating a failover from ${from}`,
        };
      case 'promoting':
      case 'promoted':
        return {
          name: 'Failing over',
          reason: `Failing over from ${from} to ${to}`,
        };
      case 'rejoining':
        return {
          name: 'Waiting for the instances to become active',
          reason: 'Some instances are not yet active. Please wait.',
        };
      default:
        return healthy;
    }
  }

  /** Lets the time pass until now. Returns whether it came a stage further. */
  tick(now: Date): boolean {
    const seconds = (now.getTime() - this.startedAt.getTime()) / SECOND;
    const stage = stages.find(([, end]) => seconds < end)?.[0];
    const changed = stage !== this.#stage;
    this.#stage = stage;
    return changed;
  }
}
