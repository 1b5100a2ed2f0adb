import { LARGEST_REPORT_BYTES, RestoreReport } from './RestoreReport';

/**
 * The report of another tool, with as many of its checks as fit into 4 KiB: those that did not pass first.
 */
export function withinBounds(report: RestoreReport): RestoreReport {
  const checks = [...report.checks].sort(
    (a, b) => Number(a.passed) - Number(b.passed),
  );
  const whole = { ...report, checks };
  if (bytesOf(whole) <= LARGEST_REPORT_BYTES) return report;
  while (checks.length > 1 && bytesOf(whole) > LARGEST_REPORT_BYTES) {
    checks.pop();
  }
  return whole;
}

function bytesOf(report: RestoreReport): number {
  return new TextEncoder().encode(JSON.stringify(report)).length;
}
