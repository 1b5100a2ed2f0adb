import { ProofCluster } from '../cluster/ProofCluster';
import { HoldfastUnderTest } from '../HoldfastUnderTest';
import { Kubectl } from '../Kubectl';
import { Repository } from '../Repository';

/** Seconds after which something has failed, on a small machine with other work on it. */
export const PATIENCE = {
  healthy: 420,
  backup: 420,
  verdict: 120,
  writes: 240,
};

/** One repository on one cluster, and Holdfast that looks at it. */
export interface Scene {
  repository: Repository;
  cluster: ProofCluster;
  kubectl: Kubectl;
  holdfast: HoldfastUnderTest;
  /** The folder of this run in the bucket. */
  storeFolder: string;
  figures: Figures;
}

/** What was measured, in seconds or counts; only what came about is there. */
export interface Figures {
  healthy?: number;
  backup?: number;
  protected?: number;
  rpo?: number;
  rpoBasis?: string;
  rpoAtMost?: number;
  pause?: number;
  pauseByScenario?: number;
  acknowledged?: number;
  lost?: number;
  allReady?: number;
  pointInTime?: number;
  drill?: number;
  rto?: number;
  storeDownNoticed?: number;
  storeUpNoticed?: number;
}

/** The seconds in a line of what a scenario said. */
export function secondsIn(said: string, line: RegExp): number | undefined {
  const [, seconds] = said.match(line) ?? [];
  return seconds === undefined ? undefined : Number(seconds);
}
