import { createHash } from 'node:crypto';
import { FactKey, MetricQuery } from '@holdfast/plugin-holdfast-node';
import { Series } from './PrometheusClient';
import { SampleSet } from './SampleSet';

/**
 * Sorts the series of an answer by what they are about. Series that are about nothing of ours are left out.
 */
export function sampleSetsOf(options: {
  query: MetricQuery;
  series: readonly Series[];
}): SampleSet[] {
  const { query, series } = options;
  const bySubject = new Map<FactKey, Series[]>();
  for (const one of series) {
    const subject = query.subjectOf(one.labels);
    if (subject !== undefined) {
      const known = bySubject.get(subject) ?? [];
      known.push(one);
      bySubject.set(subject, known);
    }
  }
  return Array.from(bySubject, ([subject, known]) => {
    const sorted = known
      .map(({ labels, value }) => ({ labels: sortKeys(labels), value }))
      .map(one => ({ ...one, sortedBy: JSON.stringify(one.labels) }))
      .sort((a, b) => (a.sortedBy < b.sortedBy ? -1 : 1));
    const hash = createHash('sha1');
    for (const { sortedBy, value } of sorted) {
      hash.update(`${sortedBy} ${stepOf(value, query.tolerance)}\n`);
    }
    return {
      subject,
      samples: sorted.map(({ labels, value }) => ({
        name: query.name,
        labels,
        value,
      })),
      hash: hash.digest('base64'),
    };
  });
}

/** Values that differ by less than the tolerance mostly share a step: the steps grow with the values. */
function stepOf(value: number, tolerance: number | undefined): string {
  if (!tolerance || value === 0) {
    return String(value);
  }
  const step = Math.round(Math.log(Math.abs(value)) / Math.log1p(tolerance));
  return `${value < 0 ? '-' : '+'}${step}`;
}

function sortKeys(labels: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(labels).sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}
