import { InputError } from '@backstage/errors';
import express, { Express, Request, Response } from 'express';
import { MetricSeries } from '../postgresql/metrics';
import { Parameters, readStep, readText, readTime } from './parameters';
import { matches, parseSelector } from './selector';

/** No answer of a range query has more points than this in each series, as in Prometheus. */
const MOST_POINTS = 11_000;

/** All series as they are, or were, at a moment. */
type MetricsAt = (at: Date) => MetricSeries[];

/**
 * The query API of Prometheus over simulated metrics: `/api/v1/query` and `/api/v1/query_range`, by GET and POST. What the past was is worked out
 * from the present, so it is right only as long as nothing happened.
 */
export function createPrometheusServer(options: {
  metrics: MetricsAt;
  now: () => Date;
}): Express {
  const { metrics, now } = options;
  const app = express();
  app.use(express.urlencoded({ extended: false }));
  const answers = new Map<string, (parameters: Parameters) => unknown>([
    [
      '/api/v1/query',
      parameters => query({ time: now(), parameters, metrics }),
    ],
    ['/api/v1/query_range', parameters => queryRange(parameters, metrics)],
  ]);
  for (const [path, answer] of answers) {
    const handle = (request: Request, response: Response) => {
      try {
        const data = answer({ ...request.query, ...request.body });
        response.json({ status: 'success', data });
      } catch (error) {
        if (!(error instanceof InputError)) throw error;
        response.status(400).json({
          status: 'error',
          errorType: 'bad_data',
          error: error.message,
        });
      }
    };
    app.get(path, handle);
    app.post(path, handle);
  }
  return app;
}

function query(options: {
  time: Date;
  parameters: Parameters;
  metrics: MetricsAt;
}) {
  const { time, parameters, metrics } = options;
  const selector = parseSelector(readText(parameters, 'query'));
  const seconds =
    parameters.time === undefined
      ? time.getTime() / 1000
      : readTime(parameters, 'time');
  return {
    resultType: 'vector',
    result: metrics(new Date(seconds * 1000))
      .filter(series => matches(selector, series))
      .map(series => ({
        metric: labelsOf(series),
        value: [seconds, String(series.value)],
      })),
  };
}

function queryRange(parameters: Parameters, metrics: MetricsAt) {
  const selector = parseSelector(readText(parameters, 'query'));
  const start = readTime(parameters, 'start');
  const end = readTime(parameters, 'end');
  const step = readStep(parameters, 'step');
  if (end < start) {
    throw new InputError(
      'invalid parameter "end": end timestamp must not be before start time',
    );
  }
  if ((end - start) / step > MOST_POINTS) {
    throw new InputError(
      `exceeded maximum resolution of ${MOST_POINTS.toLocaleString(
        'en',
      )} points per timeseries. Try decreasing the query resolution (?step=XX)`,
    );
  }
  const result = new Map<
    string,
    { metric: Record<string, string>; values: Array<[number, string]> }
  >();
  for (let at = start; at <= end; at += step) {
    for (const series of metrics(new Date(at * 1000))) {
      if (!matches(selector, series)) continue;
      const metric = labelsOf(series);
      const key = JSON.stringify(metric);
      const entry = result.get(key) ?? { metric, values: [] };
      entry.values.push([at, String(series.value)]);
      result.set(key, entry);
    }
  }
  return { resultType: 'matrix', result: [...result.values()] };
}

function labelsOf({ name, labels }: MetricSeries): Record<string, string> {
  return { __name__: name, ...labels };
}
