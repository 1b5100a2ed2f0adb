import { CopyCheck } from '../copies/CopyCheck';
import { Finding } from '../Finding';
import { RuleContext } from '../Rule';

/**
 * One thing that points are given for.
 *
 * @public
 */
export interface ScoredControl {
  /** `group/kebab-name`. */
  id: string;
  title: string;
  /** Points that can be reached with it. */
  possible: number;
  reached: number;
  /** What is left to reach: `possible - reached`. */
  outstanding: number;
  /** `unknown` reaches nothing, and is no reproach: the facts do not tell. */
  state: 'met' | 'partly' | 'not-met' | 'unknown';
  /** How it stands, in a sentence. */
  message: string;
  /** How to reach what is outstanding; absent when nothing is. */
  earn?: string;
  /** Rules whose findings stand in the way. */
  rules: string[];
}

/**
 * How far a database follows what is asked of it, in points out of 100. It orders work; the verdict decides.
 *
 * @public
 */
export interface Score {
  points: number;
  possible: number;
  outstanding: number;
  controls: ScoredControl[];
}

/** What controls look at. */
export interface ScoreContext extends RuleContext {
  findings: readonly Finding[];
  copyChecks: readonly CopyCheck[];
}

/** How a control stands. */
export interface Grade {
  state: ScoredControl['state'];
  /** Of the possible points, rounded down to whole ones; only of what is met in part. */
  share?: number;
  message: string;
  earn?: string;
  rules?: string[];
}

/** Gives points for one thing. Pure, and total for facts that could be judged. */
export interface ScoreControl {
  id: string;
  title: string;
  possible: number;
  grade(context: ScoreContext): Grade;
}
