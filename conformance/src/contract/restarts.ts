import { resourceTypes } from '@holdfast/demo';
import { setTimeout as delay } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { ApiBody, ApiClient, collectionPath } from '../ApiClient';
import { clientOf } from '../targets/ApiTarget';
import { TargetUnderTest } from '../targets/describeTargets';
import { isInitialEventsEnd, WatchConnection } from '../WatchConnection';
import { createClusters, createNamespace, namesOf } from './fixtures';

const { clusters } = resourceTypes;
const ALL = ['a', 'b', 'c', 'd', 'e'];
const SERVING_WITHIN_MILLISECONDS = 60_000;

interface Refusal {
  code: number;
  status: ApiBody;
  retryAfter: unknown;
}

const notYetServing: Refusal = {
  code: 503,
  retryAfter: '5',
  status: {
    kind: 'Status',
    apiVersion: 'v1',
    metadata: {},
    status: 'Failure',
    message:
      'the request has been made before all known HTTP paths have been installed, please try again',
    reason: 'ServiceUnavailable',
    details: { retryAfterSeconds: 5 },
    code: 503,
  },
};

const initializing: Refusal = {
  code: 429,
  retryAfter: '1',
  status: {
    kind: 'Status',
    apiVersion: 'v1',
    metadata: {},
    status: 'Failure',
    message: 'storage is (re)initializing',
    reason: 'TooManyRequests',
    details: { retryAfterSeconds: 1 },
    code: 429,
  },
};

/** Refusals with the same code that say something else. */
function unlike(refusals: readonly Refusal[], expected: Refusal): Refusal[] {
  return refusals.filter(
    refusal =>
      refusal.code === expected.code && !isDeepStrictEqual(refusal, expected),
  );
}

/** What a client meets while a server is away and comes back. Expected: kube-apiserver 1.36.3, killed and started again. */
export function restartsContract({ target }: TargetUnderTest): void {
  describe('restarts', () => {
    let admin: ApiClient;
    let reader: ApiClient;
    let namespace: string;
    let path: string;
    const open: WatchConnection[] = [];
    beforeAll(async () => {
      admin = clientOf(target, 'admin');
      reader = clientOf(target, 'reader');
      namespace = await createNamespace(admin);
      path = collectionPath(clusters, namespace);
      await createClusters(admin, namespace, ['a', 'b', 'c', 'd']);
    });
    afterEach(() => {
      open.splice(0).forEach(connection => connection.close());
    });
    afterAll(async () => {
      await admin.close();
      await reader.close();
    });

    const watch = async (query: Record<string, string | number | boolean>) => {
      const connection = await reader.watch(path, { query });
      open.push(connection);
      return connection;
    };

    /** Asks again and again from the moment of a start until the answer is 200. Returns all answers before that. */
    const refusalsUntilServing = async (
      query: Record<string, string | boolean>,
    ) => {
      const refusals: Refusal[] = [];
      const deadline = Date.now() + SERVING_WITHIN_MILLISECONDS;
      while (Date.now() < deadline) {
        try {
          const answer = await reader.request('GET', path, {
            query: { ...query, timeoutSeconds: '1' },
          });
          if (answer.code === 200) {
            return { refusals, text: answer.text };
          }
          refusals.push({
            code: answer.code,
            status: JSON.parse(answer.text),
            retryAfter: answer.headers['retry-after'],
          });
        } catch {
          // Nothing listens yet.
        }
        await delay(20);
      }
      throw new Error('the server did not come back');
    };

    it('ends watches when it is killed, takes no connection then, and has lost nothing when it is back', async () => {
      const { metadata } = await reader.json('GET', path);
      const resourceVersion = metadata.resourceVersion ?? '';
      const events = await watch({ resourceVersion });
      await createClusters(admin, namespace, ['e']);
      expect((await events.next())?.object.metadata.name).toBe('e');
      await target.kill();
      expect(await events.next()).toBeUndefined();
      await expect(reader.request('GET', path)).rejects.toThrow();

      await target.launch();
      const { refusals, text } = await refusalsUntilServing({
        watch: true,
        resourceVersion,
      });

      // Never 404 or an empty list for what is only not known yet. Roles are not known at first, either.
      expect(
        refusals.filter(({ code }) => ![403, 429, 503].includes(code)),
      ).toEqual([]);
      expect(unlike(refusals, notYetServing)).toEqual([]);
      expect(unlike(refusals, initializing)).toEqual([]);
      // The new server's memory begins after the version.
      expect(JSON.parse(text)).toMatchObject({
        type: 'ERROR',
        object: {
          code: 410,
          reason: 'Expired',
          message: expect.stringMatching(
            new RegExp(
              `^too old resource version: ${resourceVersion} \\(\\d+\\)$`,
            ),
          ),
        },
      });
      expect(namesOf(await reader.json('GET', path))).toEqual(ALL);
    });

    it('streams the whole list again after a restart', async () => {
      await target.kill();
      await target.start();
      const events = await watch({
        sendInitialEvents: true,
        resourceVersionMatch: 'NotOlderThan',
        allowWatchBookmarks: true,
      });
      const initial = await events.until(isInitialEventsEnd);
      expect(
        initial.slice(0, -1).map(({ object }) => object.metadata.name),
      ).toEqual(ALL);
    });

    it('continues a list that was begun before a restart', async () => {
      const first = await reader.json('GET', path, { query: { limit: 3 } });
      await target.kill();
      await target.start();
      const second = await reader.json('GET', path, {
        query: { limit: 3, continue: first.metadata.continue ?? '' },
      });
      expect([...namesOf(first), ...namesOf(second)]).toEqual(ALL);
      expect(second.metadata.resourceVersion).toBe(
        first.metadata.resourceVersion,
      );
    });

    it('refuses to continue a list once its version is compacted, but offers an inconsistent rest', async () => {
      const first = await reader.json('GET', path, { query: { limit: 2 } });
      await admin.patch(
        clusters,
        { namespace, name: 'd' },
        { metadata: { labels: { written: 'between-the-pages' } } },
      );
      await target.expireHistory();
      const answer = await reader.request('GET', path, {
        query: { limit: 1, continue: first.metadata.continue ?? '' },
      });
      expect(answer.code).toBe(410);
      const status = JSON.parse(answer.text);
      expect(status).toEqual({
        kind: 'Status',
        apiVersion: 'v1',
        metadata: { continue: expect.stringMatching(/./) },
        status: 'Failure',
        message:
          'The provided continue parameter is too old to display a consistent list result. You can start a new list without the continue parameter, or use the continue token in this response to retrieve the remainder of the results. Continuing with the provided token results in an inconsistent list - objects that were created, modified, or deleted between the time the first chunk was returned and now may show up in the list.',
        reason: 'Expired',
        code: 410,
      });
      const rest = await reader.json('GET', path, {
        query: { limit: 2, continue: status.metadata.continue },
      });
      expect(namesOf(rest)).toEqual(['c', 'd']);
      expect(rest.items?.[1].metadata.labels).toEqual({
        written: 'between-the-pages',
      });

      const exact = await reader.request('GET', path, {
        query: {
          resourceVersion: first.metadata.resourceVersion ?? '',
          resourceVersionMatch: 'Exact',
        },
      });
      expect(JSON.parse(exact.text)).toMatchObject({
        code: 410,
        reason: 'Expired',
        message: 'The resourceVersion for the provided list is too old.',
      });
    });

    it('ends watches when it is asked to stop', async () => {
      const events = await watch({ resourceVersion: 0 });
      for (const name of ALL) {
        expect((await events.next())?.object.metadata.name).toBe(name);
      }
      await target.stop();
      expect(await events.next()).toBeUndefined();
      await target.start();
      expect(namesOf(await reader.json('GET', path))).toEqual(ALL);
    });
  });
}
