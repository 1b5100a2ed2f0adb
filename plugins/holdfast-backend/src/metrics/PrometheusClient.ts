import { ResponseError } from '@backstage/errors';
import { z } from 'zod';

/** How long a source may take to answer, in ms. */
const TIMEOUT_MS = 15_000;

const answerSchema = z.object({
  status: z.literal('success'),
  data: z.object({
    resultType: z.literal('vector'),
    result: z.array(
      z.object({
        metric: z.record(z.string(), z.string()),
        value: z.tuple([z.number(), z.string()]),
      }),
    ),
  }),
});

/**
 * One series of an answer.
 */
export interface Series {
  labels: Record<string, string>;
  value: number;
}

/**
 * Asks the HTTP API of Prometheus, or of what speaks like it (Thanos, Mimir, VictoriaMetrics).
 */
export class PrometheusClient {
  readonly #url: string;
  readonly #authorization: string | undefined;

  static create(options: {
    url: string;
    authorization?: string;
  }): PrometheusClient {
    return new PrometheusClient(options);
  }

  private constructor(options: { url: string; authorization?: string }) {
    this.#url = options.url;
    this.#authorization = options.authorization;
  }

  /**
   * The present value of every series that an expression yields. Series without a number are left out.
   *
   * @throws ResponseError when the source refuses, TimeoutError when it does not answer in time.
   */
  async query(expression: string, signal: AbortSignal): Promise<Series[]> {
    const response = await fetch(`${this.#url}/api/v1/query`, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/x-www-form-urlencoded',
        ...(this.#authorization && { Authorization: this.#authorization }),
      },
      body: new URLSearchParams({ query: expression }),
      signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]),
    });
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    const { data } = answerSchema.parse(await response.json());
    return data.result
      .map(({ metric, value: [, text] }) => ({
        labels: metric,
        value: Number(text),
      }))
      .filter(({ value }) => Number.isFinite(value));
  }
}
