import { ObjectKey, resourceTypes } from '@holdfast/demo';
import { ApiClient, collectionPath, objectPath } from '../ApiClient';
import { clientOf } from '../targets/ApiTarget';
import { TargetUnderTest } from '../targets/describeTargets';
import { createNamespace, exampleCluster } from './fixtures';

const { clusters, storageClasses } = resourceTypes;
const MERGE_PATCH = 'application/merge-patch+json';

/**
 * How objects are written: by the demo's clock and by tests, never by Holdfast. Expected: Kubernetes API conventions
 * ("Metadata", "Spec and status", "Concurrency control and consistency"), and kube-apiserver 1.36.3.
 */
export function writesContract({ target }: TargetUnderTest): void {
  describe('writes', () => {
    let admin: ApiClient;
    let key: ObjectKey;
    beforeAll(() => {
      admin = clientOf(target, 'admin');
    });
    beforeEach(async () => {
      key = { namespace: await createNamespace(admin), name: 'a' };
    });
    afterAll(() => admin.close());

    const read = () => admin.json('GET', objectPath(clusters, key));
    const refusal = async (
      method: 'POST' | 'PUT' | 'PATCH' | 'DELETE',
      path: string,
      body: object,
      contentType?: string,
    ) => {
      const answer = await admin.request(method, path, { body, contentType });
      expect(answer.code).toBeGreaterThanOrEqual(400);
      return JSON.parse(answer.text);
    };

    it('creates an object and assigns what is the server’s', async () => {
      const created = await admin.create(clusters, {
        ...exampleCluster(key),
        status: { phase: 'of no effect' },
      });
      expect(created.metadata).toMatchObject({
        ...key,
        generation: 1,
        uid: expect.stringMatching(/^[0-9a-f-]{36}$/),
        resourceVersion: expect.stringMatching(/^\d+$/),
        creationTimestamp: expect.stringMatching(/^[\d-]{10}T[\d:]{8}Z$/),
      });
      expect(created).not.toHaveProperty('status');
      expect(await read()).toEqual(created);
    });

    it('makes a name up from a prefix', async () => {
      const { metadata } = await admin.json(
        'POST',
        collectionPath(clusters, key.namespace),
        {
          code: 201,
          body: {
            apiVersion: 'postgresql.cnpg.io/v1',
            kind: 'Cluster',
            metadata: { generateName: 'copy-' },
            spec: { instances: 1 },
          },
        },
      );
      expect(metadata.name).toMatch(/^copy-[a-z0-9]{5}$/);
    });

    it('creates nothing twice', async () => {
      await admin.create(clusters, exampleCluster(key));
      expect(
        await refusal('POST', collectionPath(clusters, key.namespace), {
          ...exampleCluster(key),
          apiVersion: 'postgresql.cnpg.io/v1',
          kind: 'Cluster',
        }),
      ).toMatchObject({
        code: 409,
        reason: 'AlreadyExists',
        message: 'clusters.postgresql.cnpg.io "a" already exists',
        details: { name: 'a', group: 'postgresql.cnpg.io', kind: 'clusters' },
      });
    });

    it('creates nothing in a namespace that is not there', async () => {
      expect(
        await refusal('POST', collectionPath(clusters, 'nowhere'), {
          ...exampleCluster({ name: 'a' }),
          apiVersion: 'postgresql.cnpg.io/v1',
          kind: 'Cluster',
        }),
      ).toMatchObject({
        code: 404,
        message: 'namespaces "nowhere" not found',
        details: { name: 'nowhere', kind: 'namespaces' },
      });
    });

    it.each([
      [
        { kind: 'Cluster', apiVersion: 'postgresql.cnpg.io/v2' },
        400,
        'the API version in the data (postgresql.cnpg.io/v2) does not match the expected API version (postgresql.cnpg.io/v1)',
      ],
      [
        { kind: 'Other', apiVersion: 'postgresql.cnpg.io/v1' },
        422,
        'Other.postgresql.cnpg.io "a" is invalid: kind: Invalid value: "Other": must be Cluster',
      ],
      [
        {
          kind: 'Cluster',
          apiVersion: 'postgresql.cnpg.io/v1',
          metadata: { name: 'a', namespace: 'kube-system' },
        },
        400,
        'the namespace of the provided object does not match the namespace sent on the request',
      ],
    ])('refuses %j', async (wrong, code, message) => {
      expect(
        await refusal('POST', collectionPath(clusters, key.namespace), {
          ...exampleCluster(key),
          ...wrong,
        }),
      ).toMatchObject({ code, message });
    });

    it('merges a patch, counts generations of the spec and leaves alone what does not change', async () => {
      await admin.create(
        clusters,
        exampleCluster(key, { labels: { team: 'shop', tier: 'gold' } }),
      );
      const labelled = await admin.patch(clusters, key, {
        metadata: { labels: { tier: null } },
      });
      const same = await admin.patch(clusters, key, { spec: { instances: 1 } });
      const scaled = await admin.patch(clusters, key, {
        spec: { instances: 3 },
      });

      expect(labelled.metadata).toMatchObject({
        labels: { team: 'shop' },
        generation: 1,
      });
      expect(labelled.metadata.labels).not.toHaveProperty('tier');
      expect(same.metadata.resourceVersion).toBe(
        labelled.metadata.resourceVersion,
      );
      expect(scaled.metadata.generation).toBe(2);
      expect(Number(scaled.metadata.resourceVersion)).toBeGreaterThan(
        Number(same.metadata.resourceVersion),
      );
    });

    it('writes the status through its subresource, and nothing else there', async () => {
      await admin.create(clusters, exampleCluster(key));
      const status = { phase: 'Cluster in healthy state', readyInstances: 1 };
      const reported = await admin.patch(
        clusters,
        key,
        { status, spec: { instances: 5 }, metadata: { labels: { x: 'y' } } },
        'status',
      );
      const patched = await admin.patch(clusters, key, {
        status: { phase: 'of no effect' },
        spec: { logLevel: 'debug' },
      });

      expect(reported).toMatchObject({ status, spec: { instances: 1 } });
      expect(reported.metadata).not.toHaveProperty('labels');
      expect(reported.metadata.generation).toBe(1);
      expect(patched).toMatchObject({
        status,
        spec: { instances: 1, logLevel: 'debug' },
      });
      expect(
        await admin.json('GET', `${objectPath(clusters, key)}/status`),
      ).toEqual(patched);
    });

    it('writes over nothing that has changed since it was read', async () => {
      const created = await admin.create(clusters, exampleCluster(key));
      await admin.patch(clusters, key, { spec: { instances: 2 } });
      const conflict = {
        code: 409,
        reason: 'Conflict',
        message:
          'Operation cannot be fulfilled on clusters.postgresql.cnpg.io "a": the object has been modified; please apply your changes to the latest version and try again',
        details: { name: 'a', group: 'postgresql.cnpg.io', kind: 'clusters' },
      };
      const path = objectPath(clusters, key);
      const { resourceVersion } = created.metadata;

      expect(await refusal('PUT', path, created)).toMatchObject(conflict);
      expect(
        await refusal(
          'PATCH',
          path,
          { metadata: { resourceVersion } },
          MERGE_PATCH,
        ),
      ).toMatchObject(conflict);
      expect((await read()).spec).toMatchObject({ instances: 2 });
    });

    it('replaces an object that is named with its version', async () => {
      const created = await admin.create(clusters, exampleCluster(key));
      const path = objectPath(clusters, key);
      const replaced = await admin.json('PUT', path, {
        body: { ...created, spec: { instances: 3 } },
      });
      expect(replaced).toMatchObject({
        metadata: { uid: created.metadata.uid, generation: 2 },
        spec: { instances: 3 },
      });
      expect(replaced.spec).not.toHaveProperty('storage');

      const { resourceVersion: _, ...metadata } = replaced.metadata;
      expect(
        await refusal('PUT', path, { ...replaced, metadata }),
      ).toMatchObject({
        code: 422,
        message:
          'clusters.postgresql.cnpg.io "a" is invalid: metadata.resourceVersion: Invalid value: 0: must be specified for an update',
      });
      expect(
        await refusal('PUT', path, {
          ...replaced,
          metadata: { ...metadata, name: 'b' },
        }),
      ).toMatchObject({
        code: 400,
        message:
          'the name of the object (b) does not match the name on the URL (a)',
      });
    });

    it('never gives an object another uid', async () => {
      await admin.create(clusters, exampleCluster(key));
      expect(
        await refusal(
          'PATCH',
          objectPath(clusters, key),
          { metadata: { uid: 'other' } },
          MERGE_PATCH,
        ),
      ).toMatchObject({
        code: 422,
        message:
          'Cluster.postgresql.cnpg.io "a" is invalid: metadata.uid: Invalid value: "other": field is immutable',
      });
    });

    it('reads patches of known media types only', async () => {
      await admin.create(clusters, exampleCluster(key));
      expect(
        await refusal('PATCH', objectPath(clusters, key), {}),
      ).toMatchObject({ code: 415, reason: 'UnsupportedMediaType' });
    });

    it('deletes an object and says which it was', async () => {
      const { metadata } = await admin.create(clusters, exampleCluster(key));
      expect(await admin.delete(clusters, key)).toEqual({
        kind: 'Status',
        apiVersion: 'v1',
        metadata: {},
        status: 'Success',
        details: {
          name: 'a',
          group: 'postgresql.cnpg.io',
          kind: 'clusters',
          uid: metadata.uid,
        },
      });
      expect(
        await refusal('DELETE', objectPath(clusters, key), {}),
      ).toMatchObject({ code: 404, reason: 'NotFound' });

      const again = await admin.create(clusters, exampleCluster(key));
      expect(again.metadata.uid).not.toBe(metadata.uid);
    });

    it('deletes only the object that is meant', async () => {
      await admin.create(clusters, exampleCluster(key));
      expect(
        await refusal('DELETE', objectPath(clusters, key), {
          preconditions: { uid: '00000000-0000-4000-8000-000000000000' },
        }),
      ).toMatchObject({ code: 409, reason: 'Conflict' });
      expect(await read()).toHaveProperty('metadata.name', 'a');
    });

    it('holds an object until its finalizers are gone', async () => {
      await admin.create(
        clusters,
        exampleCluster(key, { finalizers: ['example.com/keep'] }),
      );
      const marked = await admin.delete(clusters, key);
      expect(marked).toMatchObject({
        kind: 'Cluster',
        metadata: {
          deletionTimestamp: expect.stringMatching(/Z$/),
          deletionGracePeriodSeconds: 0,
          generation: 2,
        },
      });
      await admin.patch(clusters, key, { metadata: { finalizers: null } });
      const { code } = await admin.request('GET', objectPath(clusters, key));
      expect(code).toBe(404);
    });

    it('writes cluster-scoped objects', async () => {
      const name = `fast-${key.namespace}`;
      const created = await admin.create(storageClasses, {
        metadata: { name },
        provisioner: 'example.com/disk',
      });
      expect(created.metadata).not.toHaveProperty('namespace');
      expect(created.metadata).not.toHaveProperty('generation');
      await admin.delete(storageClasses, { name });
    });
  });
}
