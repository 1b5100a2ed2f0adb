import { resourceTypes } from '@holdfast/demo';
import { ApiClient } from '../ApiClient';
import { clientOf } from '../targets/ApiTarget';
import { TargetUnderTest } from '../targets/describeTargets';

/** How a client finds out what is served. Expected: Kubernetes documentation, "API concepts" and "Discovery API". */
export function discoveryContract({ target }: TargetUnderTest): void {
  describe('discovery', () => {
    let reader: ApiClient;
    beforeAll(() => {
      reader = clientOf(target, 'reader');
    });
    afterAll(() => reader.close());

    it('tells its version to anybody', async () => {
      const anonymous = clientOf(target, {});
      expect(await anonymous.json('GET', '/version')).toMatchObject({
        major: '1',
        minor: '36',
        gitVersion: expect.stringMatching(/^v1\.36\.\d+/),
      });
      expect(await anonymous.request('GET', '/livez')).toMatchObject({
        code: 200,
        text: 'ok',
      });
      await anonymous.close();
    });

    it('names the versions of the core group', async () => {
      expect(await reader.json('GET', '/api')).toMatchObject({
        kind: 'APIVersions',
        versions: ['v1'],
      });
    });

    it('names the groups and their preferred version', async () => {
      const expected = {
        name: 'postgresql.cnpg.io',
        versions: [{ groupVersion: 'postgresql.cnpg.io/v1', version: 'v1' }],
        preferredVersion: {
          groupVersion: 'postgresql.cnpg.io/v1',
          version: 'v1',
        },
      };
      const { kind, groups } = await reader.json('GET', '/apis');
      expect(kind).toBe('APIGroupList');
      expect(groups).toContainEqual(expected);
      expect(await reader.json('GET', '/apis/postgresql.cnpg.io')).toEqual({
        kind: 'APIGroup',
        apiVersion: 'v1',
        ...expected,
      });
    });

    it.each([
      ['/api/v1', undefined, resourceTypes.pods, 'pod'],
      [
        '/apis/postgresql.cnpg.io/v1',
        'v1',
        resourceTypes.scheduledBackups,
        'scheduledbackup',
      ],
    ])(
      'names the resources of %s',
      async (path, apiVersion, { plural, kind }, singularName) => {
        const list = await reader.json('GET', path);
        expect(list.kind).toBe('APIResourceList');
        expect(list.apiVersion).toBe(apiVersion);
        expect(list.resources).toContainEqual(
          expect.objectContaining({
            name: plural,
            singularName,
            kind,
            namespaced: true,
            verbs: expect.arrayContaining(['get', 'list', 'watch']),
          }),
        );
        expect(list.resources).toContainEqual(
          expect.objectContaining({
            name: `${plural}/status`,
            kind,
            verbs: ['get', 'patch', 'update'],
          }),
        );
      },
    );

    it('knows cluster-scoped resources', async () => {
      const { resources } = await reader.json('GET', '/apis/storage.k8s.io/v1');
      expect(resources).toContainEqual(
        expect.objectContaining({ name: 'storageclasses', namespaced: false }),
      );
    });

    it.each(['/apis/nothing.example.com', '/apis/postgresql.cnpg.io/v9'])(
      'has nothing at %s',
      async path => {
        expect(await reader.request('GET', path)).toMatchObject({
          code: 404,
          text: '404 page not found\n',
        });
      },
    );
  });
}
