import { JsonObject } from '@backstage/types';
import { KubernetesObject } from '../../engine';
import {
  claim,
  database,
  location,
  persistentVolume,
  pod,
  schedule,
} from './__testUtils__/objects';
import { describeOnly } from './__testUtils__/judge';

/** What a schedule means to do with the volume of the database: how it copies it, or why it does not. */
function meaning(
  template: JsonObject,
  options: {
    of?: KubernetesObject;
    through?: KubernetesObject;
    on?: KubernetesObject;
  } = {},
): string | undefined {
  const { of = claim(), through = pod(), on = persistentVolume() } = options;
  const [{ coverage = [] }] = describeOnly([
    database,
    of,
    through,
    on,
    location(),
    schedule({ template: { snapshotMoveData: false, ...template } }),
  ]).volumes;
  const [entry] = coverage;
  return entry?.state === 'held' ? entry.method : entry?.reason;
}

const byLabel = (labels: Record<string, string>) => ({
  labelSelector: { matchLabels: labels },
});
const noMatch = 'its label selector matches neither the claim nor a pod of it';
const noClaims = 'its filter of resources takes no PersistentVolumeClaims';
const noCopy = 'it takes no snapshots, and copies no files of this volume';

describe('what is left out', () => {
  it.each<[string, JsonObject, string]>([
    // `GetResourceIncludesExcludes` in pkg/util/collections/includes_excludes.go asks the API server what a name means.
    ['pods alone', { includedResources: ['pods'] }, noClaims],
    ['no claims', { excludedResources: ['pvc'] }, noClaims],
    [
      'no claims, in the newer words',
      { excludedNamespaceScopedResources: ['persistentvolumeclaims'] },
      noClaims,
    ],
    ['another application', byLabel({ app: 'web' }), noMatch],
    [
      'one of several other applications',
      { orLabelSelectors: [{ matchLabels: { app: 'a' } }] },
      noMatch,
    ],
    ['no snapshots', { snapshotVolumes: false }, noCopy],
    // `shouldPerformFSBackupLegacy` keeps the snapshot off, though the pod that its files are read through is not taken.
    [
      'files, and no pods',
      { defaultVolumesToFsBackup: true, excludedResources: ['pods'] },
      'its files are copied through the pod orders-1, which is left out',
    ],
  ])('by an order of %s', (_, template, reason) => {
    expect(meaning(template)).toBe(reason);
  });

  it('by a label of the claim', () => {
    const labels = { 'velero.io/exclude-from-backup': 'true' };
    expect(meaning({}, { of: claim({ labels }) })).toBe(
      'the claim has the label velero.io/exclude-from-backup',
    );
  });

  // `validatePVCandPV` in pkg/backup/actions/csi/pvc_action.go passes over what is no CSI volume; in-tree plugins snapshot disks of clouds alone.
  it.each(['local', 'hostPath', 'nfs'])('since it is a %s volume', source => {
    expect(
      meaning({}, { on: persistentVolume({ [source]: { path: '/data' } }) }),
    ).toBe(`orders-1 is a ${source} volume, of which no snapshot can be taken`);
  });
});

describe('how the rest is copied', () => {
  it.each<[string, JsonObject, string]>([
    ['as a snapshot', {}, 'velero-snapshot'],
    [
      'as a snapshot that is moved',
      { snapshotMoveData: true },
      'velero-data-mover',
    ],
    ['by its files', { defaultVolumesToFsBackup: true }, 'velero-file-system'],
    ['with all resources', { includedResources: ['*'] }, 'velero-snapshot'],
    [
      'selected by its own label',
      byLabel({ 'cnpg.io/pvcRole': 'PG_DATA' }),
      'velero-snapshot',
    ],
    // A pod brings its claims along (pkg/backup/actions/pod_action.go).
    [
      'selected by a label of its pod',
      byLabel({ 'cnpg.io/podRole': 'instance' }),
      'velero-snapshot',
    ],
    [
      'selected by an expression',
      {
        labelSelector: {
          matchExpressions: [
            { key: 'cnpg.io/cluster', operator: 'In', values: ['orders'] },
            { key: 'app', operator: 'DoesNotExist' },
          ],
        },
      },
      'velero-snapshot',
    ],
  ])('%s', (_, template, method) => {
    expect(meaning(template)).toBe(method);
  });

  // pkg/util/podvolume/pod_volume.go: opt in, or opt out.
  it('by its files where the pod says so, or does not object', () => {
    const annotated = (name: string) =>
      pod({ annotations: { [`backup.velero.io/${name}`]: 'tmp, pgdata' } });
    expect(meaning({}, { through: annotated('backup-volumes') })).toBe(
      'velero-file-system',
    );
    expect(
      meaning(
        { defaultVolumesToFsBackup: true },
        { through: annotated('backup-volumes-excludes') },
      ),
    ).toBe('velero-snapshot');
  });
});

describe('the namespaces of an order', () => {
  it.each<[string, JsonObject, boolean]>([
    ['names it', {}, true],
    ['takes all', { includedNamespaces: [] }, true],
    ['takes all by a star', { includedNamespaces: ['*'] }, true],
    ['takes it by a pattern', { includedNamespaces: ['sh?p', 'web'] }, true],
    ['takes others', { includedNamespaces: ['web'] }, false],
    [
      'excludes it',
      { includedNamespaces: ['*'], excludedNamespaces: ['shop'] },
      false,
    ],
    ['excludes it by a pattern', { excludedNamespaces: ['s*'] }, false],
  ])('one that %s', (_, template, takes) => {
    expect(meaning(template)).toBe(takes ? 'velero-snapshot' : undefined);
  });

  it('one that selects among all namespaces is not meant for those that it passes over', () => {
    expect(
      meaning({ includedNamespaces: ['*'], ...byLabel({ app: 'web' }) }),
    ).toBeUndefined();
  });
});
