import { Observed } from '@holdfast/plugin-holdfast-common';
import { FactReader, JsonPath, stringAt } from '../../engine';

/** Provisioners whose volumes are directories, disks or logical volumes of one node. */
const localProvisioners = new Set([
  'docker.io/hostpath',
  'k8s.io/minikube-hostpath',
  'kubernetes.io/no-provisioner',
  'local.csi.openebs.io',
  'microk8s.io/hostpath',
  'openebs.io/local',
  'rancher.io/local-path',
  'topolvm.io',
  'zfs.csi.openebs.io',
]);

/** Node labels with one value per node: a volume that is tied to one cannot follow its pod to another node. */
const labelOfOneNode = /(^|\/)(hostname|node|nodename)$/;

/**
 * Whether the bytes of a volume go with its node. The volume itself decides; as long as it cannot be read, its class does.
 */
export function nodeLocal(options: {
  volume?: FactReader;
  storageClass?: FactReader;
}): Observed<boolean> | undefined {
  const { volume, storageClass } = options;
  return volume ? byVolume(volume) : storageClass && byClass(storageClass);
}

function byVolume(volume: FactReader): Observed<boolean> | undefined {
  const source = Object.keys(volume.object('spec')).find(
    name => name === 'local' || name === 'hostPath',
  );
  if (source) {
    const path: JsonPath = ['spec', source, 'path'];
    return volume.derive(true, path, volume.string(...path)?.value);
  }
  const affinity: JsonPath = [
    'spec',
    'nodeAffinity',
    'required',
    'nodeSelectorTerms',
  ];
  for (const [term] of volume.list(...affinity).entries()) {
    const expressions: JsonPath = [...affinity, term, 'matchExpressions'];
    for (const [index, expression] of volume.list(...expressions).entries()) {
      const key = stringAt(expression, 'key');
      if (key && labelOfOneNode.test(key)) {
        return volume.derive(true, [...expressions, index, 'key'], key);
      }
    }
  }
  const driver = volume.string('spec', 'csi', 'driver');
  if (driver) {
    return { ...driver, value: localProvisioners.has(driver.value) };
  }
  const remote = Object.keys(volume.object('spec')).find(isRemoteSource);
  return remote ? volume.derive(false, ['spec', remote]) : undefined;
}

function byClass(storageClass: FactReader): Observed<boolean> | undefined {
  const provisioner = storageClass.string('provisioner');
  // Another provisioner may or may not be local: only the volume can tell.
  return provisioner && localProvisioners.has(provisioner.value)
    ? { ...provisioner, value: true }
    : undefined;
}

function isRemoteSource(name: string): boolean {
  return ![
    'capacity',
    'claimRef',
    'nodeAffinity',
    'persistentVolumeReclaimPolicy',
    'storageClassName',
  ].includes(name);
}
