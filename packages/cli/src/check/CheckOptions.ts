import { FailOn } from '../report/failOn';

/** How a report is written. */
export const outputs = ['table', 'json', 'sarif'] as const;

/**
 * What `check` is told on the command line.
 */
export interface CheckOptions {
  output: (typeof outputs)[number];
  failOn: FailOn;
  /** Each a tier, or objectives by the names of their annotations. */
  objective: string[];
  /** A portal's configuration, whose tiers hold. */
  config?: string;
  now?: string;
  complete: boolean;
  namespace?: string;
  /** What to call the cluster of files. */
  cluster: string;
  ignore: string[];
  kubeconfig?: string;
  context: string[];
  verbose: boolean;
}
