import {
  DecommissionRecord,
  decommissionRecordPath,
  PostgresqlChoices,
} from '@holdfast/plugin-holdfast-common';
import { stringify } from 'yaml';
import { addComponent } from './addComponent';
import { describeInCatalog } from './describeInCatalog';
import { dropUntargetedPatches } from './dropUntargetedPatches';
import { TemplateRepository } from './TemplateRepository';

/** The files of the repository that a stage changes, by path: its record, the catalog entities, and the overlay of each Kubernetes cluster concerned. */
export async function changedFiles(
  repository: TemplateRepository,
  record: DecommissionRecord,
  { cluster, secondCluster }: PostgresqlChoices,
): Promise<Map<string, string>> {
  const { stage } = record;
  const files = new Map([
    [decommissionRecordPath, recordText(record)],
    [
      'catalog-info.yaml',
      describeInCatalog(await repository.read('catalog-info.yaml'), record),
    ],
  ]);
  // A backup is taken where the primary is.
  const clusters =
    stage === 'final-backup' || !secondCluster
      ? [cluster]
      : [cluster, secondCluster];
  for (const name of clusters) {
    const file = `overlays/${name}/kustomization.yaml`;
    const text = addComponent(await repository.read(file), {
      file,
      component: `../../components/decommission/${stage}`,
    });
    files.set(file, stage === 'removal' ? dropUntargetedPatches(text) : text);
  }
  return files;
}

function recordText(record: DecommissionRecord): string {
  const known = Object.fromEntries(
    Object.entries(record).filter(([, value]) => value !== undefined),
  );
  return `# How far the database has been taken out of service. What stands on the default branch was merged.\n${stringify(
    known,
    { lineWidth: 0 },
  )}`;
}
