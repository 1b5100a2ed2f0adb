import { setTimeout as sleep } from 'node:timers/promises';
import { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { InputError, isError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import {
  CallOptions,
  databaseIdOf,
  DatabaseSummary,
  formatDuration,
  HoldfastClient,
  parseDuration,
  verdictOrder,
} from '@holdfast/plugin-holdfast-common';
import { callOptionsOf } from '../callOptionsOf';
import { refusalOf } from '../words/refusalOf';
import { waitExamples } from './examples/waitExamples';

const longestWait = '1h';
const betweenLooksMs = 5_000;

type Client = Pick<HoldfastClient, 'getDatabase' | 'listDatabases'>;

/** What to look for, and how to call it in words. */
interface Wanted {
  words: string;
  look(options: CallOptions): Promise<DatabaseSummary | undefined>;
}

/**
 * `holdfast:wait-until-judged`: looks until a database is found in its cluster and judged, and no longer than a bounded time.
 */
export function createWaitUntilJudgedAction(options: {
  auth: AuthService;
  client: Client;
  /** Between two looks; 5 s unless given. */
  intervalMs?: number;
}) {
  const { auth, client, intervalMs = betweenLooksMs } = options;
  return createTemplateAction({
    id: 'holdfast:wait-until-judged',
    description:
      'Waits until a database is discovered in its cluster and judged, at least as well as asked for, and says what it sees.',
    examples: waitExamples,
    supportsDryRun: true,
    schema: {
      input: {
        entityRef: z =>
          z
            .string()
            .optional()
            .describe(
              'The catalog entity that stands for the database. Either this, or cluster, namespace and name.',
            ),
        cluster: z => z.string().optional().describe('Its Kubernetes cluster.'),
        namespace: z => z.string().optional().describe('Its namespace.'),
        kind: z =>
          z
            .string()
            .optional()
            .describe(
              'Its kind with group. Default: Cluster.postgresql.cnpg.io.',
            ),
        name: z => z.string().optional().describe('Its name.'),
        atLeast: z =>
          z
            .enum(['unprotected', 'unknown', 'at-risk', 'protected', 'proven'])
            .optional()
            .describe(
              'The verdict to wait for, or a better one. Default: any verdict.',
            ),
        timeout: z =>
          z
            .string()
            .optional()
            .describe('How long to wait, at most 1h: 5m, 90s. Default: 10m.'),
        failOnTimeout: z =>
          z
            .boolean()
            .optional()
            .describe(
              'Whether the run fails when the time is over. Default: true; false where somebody has to merge a change first.',
            ),
      },
      output: {
        verdict: z =>
          z
            .string()
            .optional()
            .describe('The last verdict seen; absent when there was none.'),
        databaseId: z =>
          z.string().optional().describe('The id that Holdfast knows it by.'),
      },
    },
    async handler(ctx) {
      const { atLeast, timeout = '10m', failOnTimeout = true } = ctx.input;
      const wanted = wantedOf(client, ctx.input);
      const seconds = parseDuration(timeout, { field: 'timeout' });
      if (seconds > parseDuration(longestWait)) {
        throw new InputError(
          `timeout: "${timeout}" is longer than ${longestWait}: write at most that`,
        );
      }
      if (ctx.isDryRun) {
        ctx.logger.info(
          `Would wait up to ${formatDuration(seconds)} until ${
            wanted.words
          } is judged${atLeast ? ` ${atLeast} or better` : ''}`,
        );
        return;
      }
      const seen = await lookUntil({
        wanted,
        until: summary =>
          summary.verdict === 'exempt' ||
          atLeast === undefined ||
          rankOf(summary.verdict) >= rankOf(atLeast),
        deadline: Date.now() + seconds * 1000,
        intervalMs,
        callOptions: () => callOptionsOf(auth, ctx),
        logger: ctx.logger,
        signal: ctx.signal,
      });
      ctx.output('verdict', seen.summary?.verdict);
      ctx.output('databaseId', seen.summary?.id);
      if (seen.done) return;
      const message = `${wanted.words} ${
        seen.summary ? `was ${seen.summary.verdict}` : 'was not discovered'
      } after ${formatDuration(seconds)}${
        atLeast && seen.summary ? `, and not ${atLeast}` : ''
      }${
        seen.summary?.topFinding ? `: ${seen.summary.topFinding.message}` : ''
      }`;
      if (failOnTimeout) throw new Error(message);
      ctx.logger.warn(message);
    },
  });
}

/** Looks at once, and once more when the time is over. */
async function lookUntil(options: {
  wanted: Wanted;
  until(summary: DatabaseSummary): boolean;
  deadline: number;
  intervalMs: number;
  callOptions(): Promise<CallOptions>;
  logger: LoggerService;
  signal?: AbortSignal;
}): Promise<{ done: boolean; summary?: DatabaseSummary }> {
  const { wanted, until, deadline, intervalMs, logger, signal } = options;
  let said: string | undefined;
  for (;;) {
    const summary = await wanted
      .look(await options.callOptions())
      .catch((error: unknown) => {
        throw refusalOf(error);
      });
    const words = describe(wanted, summary);
    if (words !== said) logger.info(words);
    said = words;
    if (summary && until(summary)) return { done: true, summary };
    const left = deadline - Date.now();
    if (left <= 0) return { done: false, summary };
    await sleep(Math.min(intervalMs, left), undefined, { signal });
  }
}

function describe(
  { words }: Wanted,
  summary: DatabaseSummary | undefined,
): string {
  if (!summary) return `${words} is not discovered yet`;
  const { verdict, topFinding, stale } = summary;
  return `${words} is ${verdict}${
    stale ? ' (its cluster is out of reach)' : ''
  }${topFinding ? `: ${topFinding.message}` : ''}`;
}

function wantedOf(
  client: Client,
  input: {
    entityRef?: string;
    cluster?: string;
    namespace?: string;
    kind?: string;
    name?: string;
  },
): Wanted {
  const { entityRef, cluster, namespace, name } = input;
  const { kind = 'Cluster.postgresql.cnpg.io' } = input;
  if (entityRef !== undefined && name === undefined) {
    return {
      words: entityRef,
      look: async options =>
        (await client.listDatabases({ entityRef, limit: 1 }, options)).items[0],
    };
  }
  if (entityRef !== undefined || !cluster || !namespace || !name) {
    throw new InputError(
      `Either entityRef, or cluster, namespace and name have to be given; entityRef is ${JSON.stringify(
        entityRef,
      )}, cluster ${JSON.stringify(cluster)}, namespace ${JSON.stringify(
        namespace,
      )}, name ${JSON.stringify(name)}`,
    );
  }
  const id = databaseIdOf({ cluster, namespace, kind, name });
  return {
    words: `${namespace}/${name} in ${cluster}`,
    look: async options => {
      try {
        return (await client.getDatabase(id, options)).summary;
      } catch (error) {
        if (isNotFound(error)) return undefined;
        throw error;
      }
    },
  };
}

function isNotFound(error: unknown): boolean {
  return (
    isError(error) &&
    (error.statusCode === 404 || error.name === 'NotFoundError')
  );
}

function rankOf(verdict: string): number {
  return verdictOrder.findIndex(candidate => candidate === verdict);
}
