import { resourceTypes } from '@holdfast/demo';
import { ApiBody, ApiClient, collectionPath, objectPath } from '../ApiClient';
import { clientOf } from '../targets/ApiTarget';
import { TargetUnderTest } from '../targets/describeTargets';
import {
  createClusters,
  createNamespace,
  exampleCluster,
  namesOf,
} from './fixtures';

const { clusters, configMaps, namespaces } = resourceTypes;
const METADATA_LIST =
  'application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1';

/**
 * How objects are listed. Expected: Kubernetes documentation, "API concepts" ("Retrieving large results sets in chunks",
 * "Resource versions", "Alternate representations of resources"), and kube-apiserver 1.36.3.
 */
export function listsContract({ target }: TargetUnderTest): void {
  describe('lists', () => {
    let admin: ApiClient;
    let reader: ApiClient;
    let namespace: string;
    let path: string;
    beforeAll(async () => {
      admin = clientOf(target, 'admin');
      reader = clientOf(target, 'reader');
      namespace = await createNamespace(admin);
      path = collectionPath(clusters, namespace);
      await createClusters(admin, namespace, ['a', 'b', 'c', 'd', 'e']);
    });
    afterAll(async () => {
      await admin.close();
      await reader.close();
    });

    const list = (query: Record<string, string | number> = {}) =>
      reader.json('GET', path, { query });
    const pages = async (
      limit: number,
      between: (pageNumber: number) => Promise<unknown>,
    ) => {
      const read: ApiBody[] = [await list({ limit })];
      for (;;) {
        const { metadata } = read[read.length - 1];
        if (!metadata.continue) {
          return read;
        }
        await between(read.length);
        read.push(await list({ limit, continue: metadata.continue }));
      }
    };

    it('gives the objects of a custom type in order, with their kind', async () => {
      const body = await list();
      expect(body).toMatchObject({
        kind: 'ClusterList',
        apiVersion: 'postgresql.cnpg.io/v1',
        metadata: { resourceVersion: expect.stringMatching(/^\d+$/) },
      });
      expect(namesOf(body)).toEqual(['a', 'b', 'c', 'd', 'e']);
      expect(body.items?.[0]).toMatchObject({
        kind: 'Cluster',
        apiVersion: 'postgresql.cnpg.io/v1',
        metadata: { name: 'a', namespace },
      });
      // Present and empty, unlike in lists of built-in types: "no continue" has two spellings.
      expect(body.metadata.continue).toBe('');
    });

    it('gives the objects of a built-in type without their kind', async () => {
      const body = await reader.json('GET', collectionPath(namespaces));
      expect(body).toMatchObject({ kind: 'NamespaceList', apiVersion: 'v1' });
      expect(namesOf(body)).toContain(namespace);
      expect(body.items?.[0]).not.toHaveProperty('kind');
      expect(body.items?.[0]).not.toHaveProperty('apiVersion');
      expect(body.metadata).not.toHaveProperty('continue');
    });

    it('gives those of all namespaces together', async () => {
      const other = await createNamespace(admin);
      await createClusters(admin, other, ['elsewhere']);
      const everywhere = await reader.json('GET', collectionPath(clusters));
      expect(namesOf(everywhere)).toEqual(
        expect.arrayContaining(['a', 'elsewhere']),
      );
      expect(namesOf(await list())).not.toContain('elsewhere');
    });

    it('gives an empty list where there is nothing', async () => {
      const nowhere = collectionPath(clusters, 'there-is-no-such-namespace');
      expect((await reader.json('GET', nowhere)).items).toEqual([]);
    });

    it('gives one object', async () => {
      const key = { namespace, name: 'a' };
      expect(await reader.json('GET', objectPath(clusters, key))).toMatchObject(
        {
          kind: 'Cluster',
          apiVersion: 'postgresql.cnpg.io/v1',
          metadata: key,
          spec: { instances: 1 },
        },
      );
    });

    it('comes in pages that say how much is left', async () => {
      const read = await pages(2, async () => {});
      expect(read.map(namesOf)).toEqual([['a', 'b'], ['c', 'd'], ['e']]);
      expect(read.map(({ metadata }) => metadata.remainingItemCount)).toEqual([
        3,
        1,
        undefined,
      ]);
    });

    it('shows in all pages what was there at the first', async () => {
      const before = await list();
      const read = await pages(2, async pageNumber => {
        await admin.create(
          clusters,
          exampleCluster({ namespace, name: `bb-${pageNumber}` }),
        );
        await admin.delete(clusters, { namespace, name: `bb-${pageNumber}` });
        await admin.patch(
          clusters,
          { namespace, name: 'e' },
          { metadata: { labels: { page: `p${pageNumber}` } } },
        );
      });
      expect(read.flatMap(({ items = [] }) => items)).toEqual(before.items);
      expect(
        new Set(read.map(({ metadata }) => metadata.resourceVersion)).size,
      ).toBe(1);
    });

    it('ignores the limit where any version will do', async () => {
      const body = await list({ limit: 2, resourceVersion: 0 });
      expect(namesOf(body)).toEqual(['a', 'b', 'c', 'd', 'e']);
    });

    it('goes back to an exact version', async () => {
      const { metadata } = await list();
      const resourceVersion = metadata.resourceVersion ?? '';
      await createClusters(admin, namespace, ['later']);
      const exact = await list({
        resourceVersion,
        resourceVersionMatch: 'Exact',
      });
      const legacy = await list({ resourceVersion, limit: 100 });
      const notOlder = await list({ resourceVersion });
      await admin.delete(clusters, { namespace, name: 'later' });

      expect(namesOf(exact)).not.toContain('later');
      expect(exact.metadata.resourceVersion).toBe(resourceVersion);
      expect(namesOf(legacy)).not.toContain('later');
      expect(namesOf(notOlder)).toContain('later');
    });

    it('refuses a version that is yet to come', async () => {
      const answer = await reader.request('GET', path, {
        query: { resourceVersion: 999_999_999 },
      });
      expect(answer).toMatchObject({
        code: 504,
        headers: { 'retry-after': '1' },
      });
      expect(JSON.parse(answer.text)).toEqual({
        kind: 'Status',
        apiVersion: 'v1',
        metadata: {},
        status: 'Failure',
        message: expect.stringMatching(
          /^Timeout: Too large resource version: 999999999, current: \d+$/,
        ),
        reason: 'Timeout',
        details: {
          causes: [
            {
              reason: 'ResourceVersionTooLarge',
              message: 'Too large resource version',
            },
          ],
          retryAfterSeconds: 1,
        },
        code: 504,
      });
    });

    it('selects by labels and fields', async () => {
      await admin.patch(
        clusters,
        { namespace, name: 'b' },
        { metadata: { labels: { team: 'shop' } } },
      );
      const select = async (query: Record<string, string | number>) =>
        namesOf(await list(query));

      expect(await select({ labelSelector: 'team=shop' })).toEqual(['b']);
      expect(await select({ labelSelector: 'team in (shop,bank)' })).toEqual([
        'b',
      ]);
      expect(await select({ labelSelector: '!team' })).not.toContain('b');
      expect(await select({ fieldSelector: 'metadata.name=c' })).toEqual(['c']);
      expect(
        await select({
          fieldSelector: 'metadata.namespace!=elsewhere',
          limit: 1,
        }),
      ).toEqual(['a']);
    });

    it('does not count what is left of a selection', async () => {
      const { metadata } = await list({ labelSelector: '!nothing', limit: 1 });
      expect(metadata.continue).toBeTruthy();
      expect(metadata).not.toHaveProperty('remainingItemCount');
    });

    it.each([
      [clusters, 'a'],
      [namespaces, expect.any(String)],
    ])('gives metadata alone of %j', async (type, name) => {
      const body = await reader.json(
        'GET',
        collectionPath(type, type.namespaced ? namespace : undefined),
        { query: { limit: 1 }, headers: { accept: METADATA_LIST } },
      );
      expect(body).toMatchObject({
        kind: 'PartialObjectMetadataList',
        apiVersion: 'meta.k8s.io/v1',
        metadata: { continue: expect.stringMatching(/./) },
      });
      expect(body.items).toHaveLength(1);
      expect(body.items?.[0]).toMatchObject({
        kind: 'PartialObjectMetadata',
        apiVersion: 'meta.k8s.io/v1',
        metadata: { name },
      });
      expect(body.items?.[0]).not.toHaveProperty('spec');
    });

    it('gives the metadata of one object', async () => {
      const body = await reader.json(
        'GET',
        objectPath(clusters, { namespace, name: 'a' }),
        {
          headers: {
            accept:
              'application/json;as=PartialObjectMetadata;g=meta.k8s.io;v=v1',
          },
        },
      );
      expect(Object.keys(body).sort()).toEqual([
        'apiVersion',
        'kind',
        'metadata',
      ]);
      expect(body.kind).toBe('PartialObjectMetadata');
    });

    it('compresses large answers and no small ones', async () => {
      // From 128 KiB on (k8s.io/apiserver, responsewriters).
      await admin.create(configMaps, {
        metadata: { namespace, name: 'large' },
        data: { text: 'x'.repeat(200_000) },
      });
      const gzip = { headers: { 'accept-encoding': 'gzip' } };
      const configMapsPath = collectionPath(configMaps, namespace);
      const large = await admin.request('GET', configMapsPath, gzip);
      const plain = await admin.request('GET', configMapsPath);
      const small = await reader.request('GET', path, {
        ...gzip,
        query: { limit: 1 },
      });
      await admin.delete(configMaps, { namespace, name: 'large' });

      expect(large.headers['content-encoding']).toBe('gzip');
      expect(plain.headers).not.toHaveProperty('content-encoding');
      expect(large.text).toBe(plain.text);
      expect(small.headers).not.toHaveProperty('content-encoding');
    });

    it('has no CBOR', async () => {
      const answer = await reader.request('GET', path, {
        headers: { accept: 'application/cbor' },
      });
      expect(answer.code).toBe(406);
      expect(JSON.parse(answer.text)).toMatchObject({
        reason: 'NotAcceptable',
      });
    });
  });
}
