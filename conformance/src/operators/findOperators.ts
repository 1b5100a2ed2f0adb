import { builtFolder } from '@holdfast/template-tests';
import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';

/** The programs of operators, and what comes with their releases, as `conformance/operators/build.sh` builds them. */
export type OperatorAssets = ReturnType<typeof assetsIn>;

function assetsIn(folder: string) {
  return {
    cloudNativePg: {
      manager: join(folder, 'cloudnative-pg', 'manager'),
      /** Its webhook configurations. */
      webhooks: join(folder, 'cloudnative-pg', 'webhooks.yaml'),
    },
    mariadbOperator: {
      manager: join(folder, 'mariadb-operator', 'manager'),
      /** Folder of its CRDs. */
      definitions: join(folder, 'mariadb-operator', 'crds'),
    },
    velero: {
      server: join(folder, 'velero', 'velero'),
      /** Folder that has the plugin for S3 alone. */
      plugins: join(folder, 'velero', 'plugins'),
      definitions: join(folder, 'velero', 'crds'),
    },
    s3Server: { server: join(folder, 's3-server', 'gofakes3') },
    redisOperatorSpotahome: {
      manager: join(folder, 'redis-operator-spotahome', 'manager'),
      definitions: join(folder, 'redis-operator-spotahome', 'crds'),
    },
  };
}

/**
 * Finds what has been built of the operators that a test needs.
 *
 * @returns the programs, or what is missing and how to get it
 * @throws Error with just that where `HOLDFAST_REQUIRE_REAL` is set, so that CI never skips in silence
 */
export function findOperators<Name extends keyof OperatorAssets>(
  ...names: Name[]
): Pick<OperatorAssets, Name> | string {
  const folder = builtFolder('operators');
  const assets = assetsIn(folder);
  const absent = names
    .flatMap(name => Object.values(assets[name]))
    .filter((path: string) => !existsSync(path))
    .map((path: string) => relative(folder, path));
  if (absent.length === 0) return assets;

  const missing = `there is no ${absent.join(
    ', no ',
  )}: run conformance/operators/build.sh (needs Go 1.26)`;
  if (process.env.HOLDFAST_REQUIRE_REAL) {
    throw new Error(`HOLDFAST_REQUIRE_REAL is set, but ${missing}`);
  }
  return missing;
}
