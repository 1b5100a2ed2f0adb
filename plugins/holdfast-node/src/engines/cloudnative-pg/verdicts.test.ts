import {
  assess,
  resolveObjective,
  Verdict,
} from '@holdfast/plugin-holdfast-common';
import { describeRecording, readRecording } from '../__testUtils__/recording';

/** What a DBA would say about the state that was recorded, and the rule that says so first. */
type Expectation = [verdict: Verdict, rule: string, database?: string];

const noDrill = 'restore/never';
const inFailover: Expectation = ['protected', noDrill, 'ledger'];

const expectations: Record<string, Expectation> = {
  'healthy-one-instance': ['protected', noDrill],
  'healthy-one-instance-raw': ['protected', noDrill],
  'healthy-three-instances': ['protected', noDrill, 'ledger'],
  idle: ['protected', noDrill, 'catalogue'],
  'in-tree-barman': ['protected', noDrill, 'in-tree'],
  // ContinuousArchiving=True in all of these, and nothing to restore from.
  'first-backup-missing': ['unprotected', 'base-backup/none'],
  'backup-running': ['unprotected', 'base-backup/none'],
  'no-archiver': ['unprotected', 'archiving/not-configured', 'plain'],
  'no-archiver-backup': ['unprotected', 'archiving/not-configured', 'plain'],
  'restored-copy': ['unprotected', 'base-backup/none', 'orders-copy'],
  'restored-copy-not-archiving': [
    'unprotected',
    'archiving/not-configured',
    'orders-loose',
  ],
  restoring: ['unprotected', 'base-backup/none', 'orders-copy'],
  'skip-wal-archiving': ['unprotected', 'base-backup/none', 'skipping'],
  'store-missing': ['unprotected', 'base-backup/none', 'homeless'],
  'two-clusters-one-path': ['unprotected', 'base-backup/none', 'twin'],
  'unknown-plugin': ['unprotected', 'base-backup/none', 'stranger'],
  'restored-copy-backed-up': ['protected', noDrill, 'orders-copy'],
  // Phase healthy and Ready=True in all of these.
  'store-gone': ['at-risk', 'archiving/failing'],
  'store-gone-for-long': ['at-risk', 'archiving/failing'],
  'store-hanging': ['at-risk', 'archiving/failing'],
  'archiving-failing': ['at-risk', 'archiving/failing'],
  'backup-failed': ['at-risk', 'archiving/failing'],
  'backup-failed-denied': ['at-risk', 'archiving/failing'],
  // The store works again, but the last backup was the one that failed.
  'store-back': ['at-risk', 'base-backup/last-failed'],
  'failing-over-1': inFailover,
  'failing-over-2': inFailover,
  'failing-over-3': inFailover,
  'failing-over-4': inFailover,
  'failing-over-5': inFailover,
  'failing-over-6': inFailover,
  'failing-over-7': inFailover,
  'failing-over-8': inFailover,
  'failed-over': inFailover,
  'fenced-replica': inFailover,
  'waiting-for-user': inFailover,
  sync: inFailover,
  'sync-preferred': inFailover,
};

describe('the verdict on what real operators wrote', () => {
  it.each(Object.entries(expectations))(
    '%s',
    (state, [verdict, rule, name = 'orders']) => {
      const assessment = assess({
        database: describeRecording(state, name),
        objective: resolveObjective({}),
        now: new Date(readRecording(state).origin.recordedAt),
      });
      expect(assessment.findings[0].rule).toBe(rule);
      expect(assessment.verdict).toBe(verdict);
    },
  );
});
