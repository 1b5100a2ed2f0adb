import { resourceTypes } from '@holdfast/demo';
import { ApiClient, collectionPath } from '../ApiClient';
import { clientOf } from '../targets/ApiTarget';
import { TargetUnderTest } from '../targets/describeTargets';
import {
  isInitialEventsEnd,
  WatchConnection,
  WatchEvent,
} from '../WatchConnection';
import { createClusters, createNamespace, exampleCluster } from './fixtures';

const { clusters, namespaces } = resourceTypes;
const METADATA = 'application/json;as=PartialObjectMetadata;g=meta.k8s.io;v=v1';
const WATCH_LIST = {
  sendInitialEvents: true,
  resourceVersionMatch: 'NotOlderThan',
  allowWatchBookmarks: true,
};

const summary = ({ type, object }: WatchEvent) =>
  `${type} ${object.metadata.name}`;
const isAbout = (name: string) => (event: WatchEvent) =>
  event.object.metadata.name === name;

/**
 * How changes are told. Expected: Kubernetes documentation, "API concepts" ("Efficient detection of changes", "Streaming
 * lists", "Watch bookmarks", "410 Gone responses"), and kube-apiserver 1.36.3.
 */
export function watchesContract({ target }: TargetUnderTest): void {
  describe('watches', () => {
    let admin: ApiClient;
    let reader: ApiClient;
    let namespace: string;
    let path: string;
    const open: WatchConnection[] = [];
    beforeAll(() => {
      admin = clientOf(target, 'admin');
      reader = clientOf(target, 'reader');
    });
    beforeEach(async () => {
      namespace = await createNamespace(admin);
      path = collectionPath(clusters, namespace);
    });
    afterEach(() => {
      open.splice(0).forEach(connection => connection.close());
    });
    afterAll(async () => {
      await admin.close();
      await reader.close();
    });

    const watch = async (
      query: Record<string, string | number | boolean> = {},
      at = path,
      headers: Record<string, string> = {},
    ) => {
      const connection = await reader.watch(at, { query, headers });
      open.push(connection);
      expect(connection.code).toBe(200);
      return connection;
    };
    const currentVersion = async () =>
      (await reader.json('GET', path)).metadata.resourceVersion ?? '';
    const key = (name: string) => ({ namespace, name });

    it('tells what happened since a version, in order', async () => {
      await createClusters(admin, namespace, ['before']);
      const resourceVersion = await currentVersion();
      await createClusters(admin, namespace, ['a']);
      const events = await watch({ resourceVersion });
      await admin.patch(clusters, key('a'), { spec: { instances: 2 } });
      await admin.delete(clusters, key('a'));

      const told = await events.until(({ type }) => type === 'DELETED');
      expect(told.map(summary)).toEqual(['ADDED a', 'MODIFIED a', 'DELETED a']);
      expect(told[0].object).toMatchObject({
        kind: 'Cluster',
        apiVersion: 'postgresql.cnpg.io/v1',
      });
    });

    it('tells a deletion with the last state, at the version of the deletion', async () => {
      await createClusters(admin, namespace, ['a']);
      const resourceVersion = await currentVersion();
      await admin.delete(clusters, key('a'));
      const event = await (await watch({ resourceVersion })).next();

      expect(event).toMatchObject({
        type: 'DELETED',
        object: { metadata: { name: 'a' }, spec: { instances: 1 } },
      });
      expect(Number(event?.object.metadata.resourceVersion)).toBeGreaterThan(
        Number(resourceVersion),
      );
    });

    it.each<Record<string, number>>([{}, { resourceVersion: 0 }])(
      'begins with what is there for %j',
      async query => {
        await createClusters(admin, namespace, ['a', 'b']);
        const events = await watch(query);
        expect(summary((await events.next())!)).toBe('ADDED a');
        expect(summary((await events.next())!)).toBe('ADDED b');
        await createClusters(admin, namespace, ['c']);
        expect(summary((await events.next())!)).toBe('ADDED c');
      },
    );

    it('tells of one namespace only, or of all', async () => {
      const resourceVersion = await currentVersion();
      const here = await watch({ resourceVersion });
      const everywhere = await watch(
        { resourceVersion },
        collectionPath(clusters),
      );
      const other = await createNamespace(admin);
      await createClusters(admin, other, ['elsewhere']);
      await createClusters(admin, namespace, ['a']);

      expect(await here.next()).toMatchObject({
        object: { metadata: key('a') },
      });
      const told = await everywhere.until(isAbout('a'));
      expect(told.map(summary)).toContain('ADDED elsewhere');
    });

    it('tells what comes into a selection as added and what leaves it as deleted', async () => {
      await createClusters(admin, namespace, ['a']);
      const resourceVersion = await currentVersion();
      const events = await watch({
        resourceVersion,
        labelSelector: 'team=shop',
      });
      const label = (team: string) =>
        admin.patch(clusters, key('a'), { metadata: { labels: { team } } });
      await label('shop');
      await admin.patch(clusters, key('a'), { spec: { instances: 2 } });
      await label('bank');
      await admin.delete(clusters, key('a'));
      await admin.create(
        clusters,
        exampleCluster(key('z'), { labels: { team: 'shop' } }),
      );

      const told = await events.until(isAbout('z'));
      expect(told.map(summary)).toEqual([
        'ADDED a',
        'MODIFIED a',
        'DELETED a',
        'ADDED z',
      ]);
      // What left the selection is told as it was within it.
      expect(told[2].object.metadata.labels).toEqual({ team: 'shop' });
    });

    it('watches one object by its name', async () => {
      const events = await watch({ fieldSelector: 'metadata.name=b' });
      await createClusters(admin, namespace, ['a', 'b']);
      expect(summary((await events.next())!)).toBe('ADDED b');
    });

    it('lists in a stream that ends with a bookmark, and goes on', async () => {
      await createClusters(admin, namespace, ['a', 'b']);
      const listed = Number(await currentVersion());
      const events = await watch(WATCH_LIST);
      const initial = await events.until(isInitialEventsEnd);

      expect(initial.slice(0, -1).map(summary)).toEqual(['ADDED a', 'ADDED b']);
      const bookmark = initial[initial.length - 1].object;
      expect(bookmark).toEqual({
        kind: 'Cluster',
        apiVersion: 'postgresql.cnpg.io/v1',
        metadata: {
          resourceVersion: expect.stringMatching(/^\d+$/),
          annotations: { 'k8s.io/initial-events-end': 'true' },
        },
      });
      expect(Number(bookmark.metadata.resourceVersion)).toBeGreaterThanOrEqual(
        listed,
      );

      await admin.delete(clusters, key('a'));
      expect(summary((await events.next())!)).toBe('DELETED a');
    });

    it('lists an empty namespace in a stream, too', async () => {
      const events = await watch(WATCH_LIST);
      expect(isInitialEventsEnd((await events.next())!)).toBe(true);
    });

    it('lists built-in types in a stream, with their kind', async () => {
      const events = await watch(WATCH_LIST, collectionPath(namespaces));
      const initial = await events.until(isInitialEventsEnd);
      expect(initial.map(({ object }) => object.kind)).toEqual(
        initial.map(() => 'Namespace'),
      );
      expect(initial.map(summary)).toContain(`ADDED ${namespace}`);
    });

    it('gives no bookmark to a client that has not asked for any', async () => {
      await createClusters(admin, namespace, ['a']);
      const events = await watch({
        ...WATCH_LIST,
        allowWatchBookmarks: false,
        timeoutSeconds: 1,
      });
      expect((await events.toEnd()).map(summary)).toEqual(['ADDED a']);
    });

    it('streams metadata alone', async () => {
      await createClusters(admin, namespace, ['a']);
      const events = await watch(WATCH_LIST, path, { accept: METADATA });
      const [added, bookmark] = await events.until(isInitialEventsEnd);
      expect(added.object).toMatchObject({
        kind: 'PartialObjectMetadata',
        apiVersion: 'meta.k8s.io/v1',
        metadata: key('a'),
      });
      expect(added.object).not.toHaveProperty('spec');
      expect(bookmark.object.kind).toBe('PartialObjectMetadata');
    });

    it('ends after its timeout, with a bookmark shortly before', async () => {
      const began = Date.now();
      const events = await watch({
        resourceVersion: await currentVersion(),
        allowWatchBookmarks: true,
        timeoutSeconds: 5,
      });
      await createClusters(admin, namespace, ['a']);
      const [added, ...bookmarks] = await events.toEnd();
      const seconds = (Date.now() - began) / 1000;

      expect(summary(added)).toBe('ADDED a');
      expect(bookmarks.length).toBeGreaterThan(0);
      for (const bookmark of bookmarks) {
        expect(bookmark).toEqual({
          type: 'BOOKMARK',
          object: {
            kind: 'Cluster',
            apiVersion: 'postgresql.cnpg.io/v1',
            metadata: { resourceVersion: expect.stringMatching(/^\d+$/) },
          },
        });
        expect(
          Number(bookmark.object.metadata.resourceVersion),
        ).toBeGreaterThanOrEqual(Number(added.object.metadata.resourceVersion));
      }
      expect(seconds).toBeGreaterThan(4.5);
      expect(seconds).toBeLessThan(8);
    });

    it('says within the stream that a version is too old', async () => {
      await createClusters(admin, namespace, ['a']);
      const events = await watch({ resourceVersion: 1 });
      const told = await events.toEnd();
      expect(told).toEqual([
        {
          type: 'ERROR',
          object: {
            kind: 'Status',
            apiVersion: 'v1',
            metadata: {},
            status: 'Failure',
            message: expect.stringMatching(
              /^too old resource version: 1 \(\d+\)$/,
            ),
            reason: 'Expired',
            code: 410,
          },
        },
      ]);
    });

    it('says within the stream that a version of a streamed list is yet to come', async () => {
      const events = await watch({
        ...WATCH_LIST,
        resourceVersion: 999_999_999,
      });
      expect(await events.toEnd()).toMatchObject([
        { type: 'ERROR', object: { code: 504, reason: 'Timeout' } },
      ]);
    });

    it('tells nothing before a version that is yet to come', async () => {
      const events = await watch({
        resourceVersion: 999_999_999,
        timeoutSeconds: 1,
      });
      await createClusters(admin, namespace, ['a']);
      expect(await events.toEnd()).toEqual([]);
    });
  });
}
