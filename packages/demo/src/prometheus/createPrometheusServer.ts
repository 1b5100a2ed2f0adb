import { InputError } from '@backstage/errors';
import express, { Express } from 'express';
import { MetricSeries } from '../postgresql/metrics';
import { matches, parseSelector } from './selector';

/** No answer of a range query has more points than this in each series, as in Prometheus. */
const MOST_POINTS = 11_000;

/**
 * The query API of Prometheus over simulated metrics: `/api/v1/query` and `/api/v1/query_range`, by GET and POST.
 *
 * @param metrics - all series as they are, or were, at a moment
 */
export function createPrometheusServer(
  metrics: (at: Date) => MetricSeries[],
): Express {
  const app = express();
  app.use(express.urlencoded({ extended: false }));
  for (const path of ['/api/v1/query', '/api/v1/query_range']) {
    app.all(path, (request, response) => {
      const parameters = { ...request.query, ...request.body };
      try {
        const data = path.endsWith('range')
          ? queryRange(parameters, metrics)
          : query(parameters, metrics);
        response.json({ status: 'success', data });
      } catch (error) {
        if (!(error instanceof InputError)) throw error;
        response
          .status(400)
          .json({
            status: 'error',
            errorType: 'bad_data',
            error: error.message,
          });
      }
    });
  }
  return app;
}

type Parameters = Record<string, unknown>;

function query(parameters: Parameters, metrics: (at: Date) => MetricSeries[]) {
  const selector = parseSelector(text(parameters, 'query'));
  const seconds =
    parameters.time === undefined
      ? Date.now() / 1000
      : moment(parameters, 'time');
  return {
    resultType: 'vector',
    result: metrics(new Date(seconds * 1000))
      .filter(series => matches(selector, series))
      .map(series => ({
        metric: { __name__: series.name, ...series.labels },
        value: [seconds, String(series.value)],
      })),
  };
}

function queryRange(
  parameters: Parameters,
  metrics: (at: Date) => MetricSeries[],
) {
  const selector = parseSelector(text(parameters, 'query'));
  const [start, end, step] = ['start', 'end', 'step'].map(name =>
    moment(parameters, name),
  );
  if (step <= 0) {
    throw new InputError(
      'zero or negative query resolution step widths are not accepted. Try a positive integer',
    );
  }
  if (end < start)
    throw new InputError('end timestamp must not be before start time');
  if ((end - start) / step > MOST_POINTS) {
    throw new InputError(
      `more than ${MOST_POINTS} points in each series; ask for a longer step`,
    );
  }
  const result = new Map<
    string,
    { metric: object; values: Array<[number, string]> }
  >();
  for (let at = start; at <= end; at += step) {
    for (const series of metrics(new Date(at * 1000))) {
      if (!matches(selector, series)) continue;
      const metric = { __name__: series.name, ...series.labels };
      const key = JSON.stringify(metric);
      const entry = result.get(key) ?? { metric, values: [] };
      entry.values.push([at, String(series.value)]);
      result.set(key, entry);
    }
  }
  return { resultType: 'matrix', result: [...result.values()] };
}

function text(parameters: Parameters, name: string): string {
  const value = parameters[name];
  if (typeof value !== 'string' || value === '') {
    throw new InputError(`invalid parameter "${name}": it is missing or empty`);
  }
  return value;
}

/** Unix seconds or RFC 3339. */
function moment(parameters: Parameters, name: string): number {
  const value = text(parameters, name);
  const seconds = /^-?[\d.]+$/.test(value)
    ? Number(value)
    : Date.parse(value) / 1000;
  if (!Number.isFinite(seconds)) {
    throw new InputError(
      `invalid parameter "${name}": cannot parse "${value}" to a valid timestamp`,
    );
  }
  return seconds;
}
