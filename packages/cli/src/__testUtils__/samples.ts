import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadAll } from 'js-yaml';

/**
 * Where `conformance/samples.sh` has put the sample manifests of operators, one folder for each release; else how to get them.
 *
 * @throws Error with just that where `HOLDFAST_REQUIRE_REAL` is set, so that CI never skips in silence
 */
export function findSamples(): { folder: string } | { missing: string } {
  const folder = process.env.HOLDFAST_SAMPLES;
  if (folder) return { folder };
  const missing =
    'there are no sample manifests of operators: eval "$(conformance/samples.sh)" && export HOLDFAST_SAMPLES (needs Go and Python)';
  if (process.env.HOLDFAST_REQUIRE_REAL) {
    throw new Error(`HOLDFAST_REQUIRE_REAL is set, but ${missing}`);
  }
  return { missing };
}

/**
 * How many documents of each kind, with its group, the files below a folder hold, as another parser than ours reads them. Files that it cannot
 * read are left out.
 */
export function countDocuments(folder: string): Map<string, number> {
  const counts = new Map<string, number>();
  const entries = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  for (const file of entries) {
    if (!/\.(ya?ml|json)$/.test(file)) continue;
    let documents: unknown[];
    try {
      documents = loadAll(readFileSync(join(folder, file), 'utf8'));
    } catch {
      continue;
    }
    for (const document of documents) {
      const kind = kindOf(document);
      if (kind) counts.set(kind, (counts.get(kind) ?? 0) + 1);
    }
  }
  return counts;
}

function kindOf(document: unknown): string | undefined {
  if (typeof document !== 'object' || document === null) return undefined;
  const { apiVersion, kind } = document as Record<string, unknown>;
  if (typeof apiVersion !== 'string' || typeof kind !== 'string') {
    return undefined;
  }
  const [group, version] = apiVersion.split('/');
  return version === undefined ? kind : `${kind}.${group}`;
}
