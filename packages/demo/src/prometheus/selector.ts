import { InputError } from '@backstage/errors';
import { MetricSeries } from '../postgresql/metrics';

/** An instant vector selector: a metric name with label matchers. */
export interface Selector {
  name: string;
  matchers: Array<{ label: string; operator: '=' | '!='; value: string }>;
}

const selectorPattern = /^\s*([a-zA-Z_:][\w:]*)\s*(?:\{([^{}]*)\})?\s*$/;
const matcherPattern = /^\s*([a-zA-Z_]\w*)\s*(!?=)\s*"([^"\\]*)"\s*$/;

/**
 * Reads the part of PromQL that this server understands.
 *
 * @throws InputError for anything beyond a metric name with `=` and `!=` matchers
 */
export function parseSelector(query: string): Selector {
  const [, name, body = ''] = selectorPattern.exec(query) ?? [];
  if (!name) {
    throw new InputError(
      `invalid parameter "query": "${query}" is more than a metric name with label matchers, which is all that this simulated Prometheus answers`,
    );
  }
  const parts = body.split(',').filter(part => part.trim() !== '');
  return {
    name,
    matchers: parts.map(part => {
      const [, label, operator, value] = matcherPattern.exec(part) ?? [];
      if (!label || (operator !== '=' && operator !== '!=')) {
        throw new InputError(
          `invalid parameter "query": matcher ${part.trim()} in "${query}" is not of the form label="value" or label!="value"`,
        );
      }
      return { label, operator, value };
    }),
  };
}

/** Whether a series is selected. A label that is not there counts as empty, as in Prometheus. */
export function matches(selector: Selector, series: MetricSeries): boolean {
  return (
    series.name === selector.name &&
    selector.matchers.every(({ label, operator, value }) => {
      const equal = (series.labels[label] ?? '') === value;
      return operator === '=' ? equal : !equal;
    })
  );
}
