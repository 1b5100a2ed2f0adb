import { join } from 'node:path';
import { checkJson } from './__testUtils__/holdfast';
import { countDocuments, findSamples } from './__testUtils__/samples';
import { schemaProblems } from './__testUtils__/schemaProblems';

jest.setTimeout(60_000);

const samples = findSamples();

/** The kinds of databases that the samples of each release show. */
const releases: Array<[folder: string, kinds: string[]]> = [
  ['cloudnative-pg', ['Cluster.postgresql.cnpg.io']],
  ['plugin-barman-cloud', ['Cluster.postgresql.cnpg.io']],
  [
    'redis-operator',
    ['Redis', 'RedisReplication', 'RedisCluster'].map(
      kind => `${kind}.redis.redis.opstreelabs.in`,
    ),
  ],
  ['redis-failover', ['RedisFailover.databases.spotahome.com']],
  ['mariadb-operator', ['MariaDB.k8s.mariadb.com']],
  ['percona-xtradb', ['PerconaXtraDBCluster.pxc.percona.com']],
  ['velero', []],
];

describe('the sample manifests of releases', () => {
  if ('missing' in samples) {
    it.todo(`are not tried: ${samples.missing}`);
    return;
  }
  it.each(releases)(
    'of %s: every database is reported, and none is called recoverable',
    async (release, kinds) => {
      const folder = join(samples.folder, release);
      const { code, report, stderr } = await checkJson([folder]);

      expect(stderr).toBe('');
      expect([0, 1, 2]).toContain(code);
      expect(schemaProblems(report)).toEqual([]);
      const documents = countDocuments(folder);
      expect(documents.size).toBeGreaterThan(0);
      for (const kind of kinds) {
        const reported = report.databases.filter(
          database => `${database.kind}.${database.group}` === kind,
        );
        expect([kind, reported.length]).toEqual([kind, documents.get(kind)]);
      }
      // Manifests were restored from by nobody, and hold no recovery point.
      expect(
        report.databases.filter(({ verdict }) =>
          ['proven', 'protected', 'at-risk'].includes(verdict),
        ),
      ).toEqual([]);
    },
  );
});
