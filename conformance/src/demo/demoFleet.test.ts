import { DemoFleet, KubernetesObject } from '@holdfast/demo';
import { compileSchemas, missingFolders, simulatedFolders } from './schemas';

const now = new Date('2026-11-20T12:00:00Z');
const crds = process.env.HOLDFAST_CRDS;
const missing = missingFolders(crds, simulatedFolders);

if (missing.length > 0 && process.env.HOLDFAST_REQUIRE_REAL) {
  throw new Error(
    `HOLDFAST_REQUIRE_REAL is set, but there are no CRDs of ${missing.join(
      ', ',
    )} in HOLDFAST_CRDS`,
  );
}

/** All objects of the fleet, as they come over the wire. */
function objectsOf(demo: DemoFleet): KubernetesObject[] {
  return [...demo.clusters.values()].flatMap(({ objects }) =>
    objects.types.flatMap(type =>
      objects
        .list(type)
        .map((object): KubernetesObject => JSON.parse(JSON.stringify(object))),
    ),
  );
}

// What CloudNativePG writes is held to recordings instead (`recordedShape.test.ts` of the demo).
(missing.length > 0 ? describe.skip : describe)(
  'the objects of the demo fleet',
  () => {
    it('have the fields that the CRDs of their operators have, and no others', () => {
      const schemas = compileSchemas(crds ?? '', simulatedFolders);
      const demo = DemoFleet.create({ token: 'reader', now: () => now });
      const checked = new Set<string>();
      const problems = new Set<string>();
      for (const object of objectsOf(demo)) {
        const sort = `${object.apiVersion}/${object.kind}`;
        const validate = schemas.get(sort);
        if (!validate) continue;
        checked.add(object.kind ?? '');
        validate(object);
        for (const { instancePath, message, params } of validate.errors ?? []) {
          problems.add(
            `${sort} ${instancePath} ${message} ${JSON.stringify(params)}`,
          );
        }
      }

      expect([...problems]).toEqual([]);
      expect([...checked].sort()).toEqual([
        'Backup',
        'BackupRepository',
        'BackupStorageLocation',
        'DataDownload',
        'DataUpload',
        'MariaDB',
        'PerconaServerMySQL',
        'PerconaServerMySQLBackup',
        'PerconaXtraDBCluster',
        'PerconaXtraDBClusterBackup',
        'PhysicalBackup',
        'PodVolumeBackup',
        'PointInTimeRecovery',
        'Redis',
        'RedisCluster',
        'RedisFailover',
        'RedisReplication',
        'Restore',
        'Schedule',
      ]);
    });
  },
);
