import { builtFolder } from '@holdfast/template-tests';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** The programs of operators, as `conformance/operators/build.sh` builds them. */
export interface OperatorAssets {
  cloudNativePg: {
    manager: string;
    /** Its webhook configurations, as its release ships them. */
    webhooks: string;
  };
}

/**
 * Finds what `conformance/operators/build.sh` has built.
 *
 * @returns the programs, or what is missing and how to get it
 * @throws Error with just that where `HOLDFAST_REQUIRE_REAL` is set, so that CI never skips in silence
 */
export function findOperators(): OperatorAssets | string {
  const folder = builtFolder('operators');
  const cloudNativePg = {
    manager: join(folder, 'cloudnative-pg', 'manager'),
    webhooks: join(folder, 'cloudnative-pg', 'webhooks.yaml'),
  };
  if (Object.values(cloudNativePg).every(existsSync)) return { cloudNativePg };

  const missing =
    'there is no CloudNativePG: run conformance/operators/build.sh (needs Go 1.26)';
  if (process.env.HOLDFAST_REQUIRE_REAL) {
    throw new Error(`HOLDFAST_REQUIRE_REAL is set, but ${missing}`);
  }
  return missing;
}
