import { Severity, Verdict } from '@holdfast/plugin-holdfast-common';
import { ReportedDatabase } from './CheckReport';
import { exitCodeOf, FailOn } from './failOn';

type Case = {
  verdict?: Verdict;
  predicted?: Verdict;
  severity?: Severity;
};

function reportOf(
  { verdict = 'protected', predicted, severity }: Case,
  errors: number = 0,
) {
  const objective: ReportedDatabase['objective'] = {
    tier: 'none',
    instance: { rpoSeconds: 1, rtoSeconds: 1 },
    zone: { rpoSeconds: 1, rtoSeconds: 1 },
    region: { rpoSeconds: 1, rtoSeconds: 1 },
    data: { rpoSeconds: 1, rtoSeconds: 1 },
    retentionSeconds: 1,
    drillIntervalSeconds: 1,
    origins: {},
  };
  const database: ReportedDatabase = {
    id: 'input/shop/Cluster.postgresql.cnpg.io/orders',
    engine: 'postgresql',
    cluster: 'input',
    group: 'postgresql.cnpg.io',
    kind: 'Cluster',
    name: 'orders',
    basis: predicted ? 'declared' : 'observed',
    verdict,
    ...(predicted && {
      predicted: {
        verdict: predicted,
        instance: {},
        zone: {},
        region: {},
        data: {},
      },
    }),
    objective,
    findings: severity
      ? [{ rule: 'a/b', severity, message: '', evidence: [] }]
      : [],
  };
  return {
    schemaVersion: 1 as const,
    now: '2026-11-20T12:00:00Z',
    databases: [database],
    errors: Array.from({ length: errors }, () => ({ file: 'a', message: '' })),
    notices: [],
  };
}

it.each<[Case, FailOn, number]>([
  [{}, 'critical', 0],
  [{ severity: 'critical' }, 'critical', 1],
  [{ severity: 'warning' }, 'critical', 0],
  [{ severity: 'warning' }, 'warning', 1],
  [{ severity: 'critical' }, 'info', 1],
  [{ severity: 'info' }, 'info', 1],
  [{ severity: 'critical' }, 'none', 0],
  [{ severity: 'critical' }, 'unprotected', 0],
  [{ verdict: 'unprotected' }, 'critical', 0],
  [{ verdict: 'unprotected' }, 'unprotected', 1],
  [{ verdict: 'unknown' }, 'unprotected', 0],
  [{ verdict: 'unknown' }, 'unknown', 1],
  [{ verdict: 'unknown' }, 'at-risk', 1],
  [{ verdict: 'protected' }, 'at-risk', 0],
  [{ verdict: 'protected' }, 'protected', 1],
  [{ verdict: 'proven' }, 'protected', 0],
  [{ verdict: 'exempt' }, 'protected', 0],
  // The verdict on manifests is never a good one: what counts is what they would reach.
  [{ verdict: 'unknown', predicted: 'protected' }, 'at-risk', 0],
  [{ verdict: 'unknown', predicted: 'at-risk' }, 'at-risk', 1],
  [{ verdict: 'exempt', predicted: 'at-risk' }, 'at-risk', 0],
])('%j with --fail-on %s exits with %d', (given, level, code) => {
  expect(exitCodeOf(reportOf(given), level)).toBe(code);
});

it('exits with 2 for what could not be read, whatever was found', () => {
  expect(exitCodeOf(reportOf({}, 1), 'none')).toBe(2);
  expect(exitCodeOf(reportOf({ severity: 'critical' }, 1), 'critical')).toBe(2);
});
