import { resourceTypes } from '@holdfast/demo';
import { ApiClient, collectionPath, objectPath } from '../ApiClient';
import { clientOf } from '../targets/ApiTarget';
import { TargetUnderTest } from '../targets/describeTargets';
import { createNamespace, exampleCluster } from './fixtures';

const { clusters, namespaces, pods } = resourceTypes;

/** A Status as kube-apiserver 1.36.3 writes it, word for word. */
const failure = (code: number, reason: string, message: string) => ({
  kind: 'Status',
  apiVersion: 'v1',
  metadata: {},
  status: 'Failure',
  message,
  reason,
  code,
});

/** What is refused, and in which words. Expected: kube-apiserver 1.36.3. */
export function refusalsContract({ target }: TargetUnderTest): void {
  describe('refusals', () => {
    let admin: ApiClient;
    let reader: ApiClient;
    let namespace: string;
    beforeAll(async () => {
      admin = clientOf(target, 'admin');
      reader = clientOf(target, 'reader');
      namespace = await createNamespace(admin);
    });
    afterAll(async () => {
      await admin.close();
      await reader.close();
    });

    const refusal = async (
      client: ApiClient,
      path: string,
      query: Record<string, string> = {},
    ) => {
      const { code, text } = await client.request('GET', path, { query });
      const status = JSON.parse(text);
      expect(status.code).toBe(code);
      return status;
    };

    it('does not know a token', async () => {
      const stranger = clientOf(target, { token: 'unknown' });
      expect(await refusal(stranger, collectionPath(clusters))).toEqual(
        failure(401, 'Unauthorized', 'Unauthorized'),
      );
      await stranger.close();
    });

    it('lets nobody read without a token', async () => {
      const anonymous = clientOf(target, {});
      expect(await refusal(anonymous, collectionPath(clusters))).toEqual({
        ...failure(
          403,
          'Forbidden',
          'clusters.postgresql.cnpg.io is forbidden: User "system:anonymous" cannot list resource "clusters" in API group "postgresql.cnpg.io" at the cluster scope',
        ),
        details: { group: 'postgresql.cnpg.io', kind: 'clusters' },
      });
      expect(await refusal(anonymous, '/api')).toEqual({
        ...failure(
          403,
          'Forbidden',
          'forbidden: User "system:anonymous" cannot get path "/api"',
        ),
        details: {},
      });
      await anonymous.close();
    });

    it('lets a reader write nothing', async () => {
      const { code, text } = await reader.request(
        'POST',
        collectionPath(clusters, namespace),
        { body: exampleCluster({ namespace, name: 'a' }) },
      );
      expect(code).toBe(403);
      expect(JSON.parse(text)).toEqual({
        ...failure(
          403,
          'Forbidden',
          `clusters.postgresql.cnpg.io is forbidden: User "reader" cannot create resource "clusters" in API group "postgresql.cnpg.io" in the namespace "${namespace}"`,
        ),
        details: { group: 'postgresql.cnpg.io', kind: 'clusters' },
      });
      const answer = await reader.request(
        'PATCH',
        `${objectPath(clusters, { namespace, name: 'a' })}/status`,
        { body: {}, contentType: 'application/merge-patch+json' },
      );
      expect(JSON.parse(answer.text)).toMatchObject({
        code: 403,
        message: `clusters.postgresql.cnpg.io "a" is forbidden: User "reader" cannot patch resource "clusters/status" in API group "postgresql.cnpg.io" in the namespace "${namespace}"`,
      });
    });

    it('does not know an object', async () => {
      const key = { namespace, name: 'missing' };
      expect(await refusal(reader, objectPath(clusters, key))).toEqual({
        ...failure(
          404,
          'NotFound',
          'clusters.postgresql.cnpg.io "missing" not found',
        ),
        details: {
          name: 'missing',
          group: 'postgresql.cnpg.io',
          kind: 'clusters',
        },
      });
      expect(
        await refusal(reader, objectPath(namespaces, { name: 'missing' })),
      ).toEqual({
        ...failure(404, 'NotFound', 'namespaces "missing" not found'),
        details: { name: 'missing', kind: 'namespaces' },
      });
    });

    it('does not know a resource, in plain text outside the built-in groups', async () => {
      expect(
        await admin.request('GET', '/apis/postgresql.cnpg.io/v1/nothings'),
      ).toMatchObject({
        code: 404,
        text: '404 page not found\n',
        headers: { 'content-type': 'text/plain; charset=utf-8' },
      });
      expect(await refusal(admin, '/api/v1/nothings')).toEqual({
        ...failure(
          404,
          'NotFound',
          'the server could not find the requested resource',
        ),
        details: {},
      });
    });

    it.each([
      ['a version', { resourceVersion: 'abc' }, 'invalid resource version'],
      ['a limit', { limit: 'abc' }, 'strconv.ParseInt: parsing "abc"'],
      ['a token', { continue: 'abc' }, 'invalid continue token'],
      ['a label selector', { labelSelector: 'a b' }, 'unable to parse'],
      [
        'a field that cannot be selected',
        { fieldSelector: 'spec.instances=1' },
        'field label not supported: spec.instances',
      ],
      [
        'a field selector',
        { fieldSelector: 'spec' },
        "invalid selector: 'spec'; can't understand 'spec'",
      ],
    ])('cannot read %s', async (_what, query, message) => {
      const path = collectionPath(clusters);
      const status = await refusal(reader, path, { ...query });
      expect(status).toMatchObject(
        failure(400, 'BadRequest', expect.stringContaining(message)),
      );
    });

    const watch = 'true';
    it.each([
      [
        { resourceVersionMatch: 'Exact' },
        'resourceVersionMatch',
        'resourceVersionMatch is forbidden unless resourceVersion is provided',
      ],
      [
        { resourceVersionMatch: 'Exact', resourceVersion: '0' },
        'resourceVersionMatch',
        'resourceVersionMatch "exact" is forbidden for resourceVersion "0"',
      ],
      [
        { sendInitialEvents: 'true' },
        'sendInitialEvents',
        'sendInitialEvents is forbidden for list',
      ],
      [
        { watch, sendInitialEvents: 'true', allowWatchBookmarks: 'true' },
        'resourceVersionMatch',
        'sendInitialEvents requires setting resourceVersionMatch to NotOlderThan',
      ],
      [
        { watch, resourceVersionMatch: 'NotOlderThan' },
        'resourceVersionMatch',
        'resourceVersionMatch is forbidden for watch unless sendInitialEvents is provided',
      ],
    ])('does not accept %j', async (query, field, message) => {
      expect(await refusal(reader, collectionPath(pods), { ...query })).toEqual(
        {
          ...failure(
            422,
            'Invalid',
            `ListOptions.meta.k8s.io "" is invalid: ${field}: Forbidden: ${message}`,
          ),
          details: {
            group: 'meta.k8s.io',
            kind: 'ListOptions',
            causes: [
              {
                reason: 'FieldValueForbidden',
                message: `Forbidden: ${message}`,
                field,
              },
            ],
          },
        },
      );
    });
  });
}
