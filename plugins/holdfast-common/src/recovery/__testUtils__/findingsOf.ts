import { Database } from '../../model';
import { assess, AssessOptions } from '../assess';
import { Finding } from '../Finding';
import { Rule } from '../Rule';
import { aDatabase, now } from './aDatabase';
import { anObjective } from './anObjective';

/** What one rule says about the healthy database with something different. */
export function findingsOf(
  rule: Rule,
  overrides: Partial<Database> = {},
  options: Partial<AssessOptions> = {},
): Finding[] {
  return assess({
    database: aDatabase(overrides),
    objective: anObjective(),
    now,
    rules: [rule],
    ...options,
  }).findings;
}
