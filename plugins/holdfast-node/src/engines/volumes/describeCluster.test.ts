import { Fact, factKeyOf, qualifiedKind } from '../../engine';
import { describeCluster } from './describeCluster';
import { project } from './project';
import { namespaces, nodes, storageClasses } from './resources';

function factOf(
  resource: typeof nodes,
  name: string,
  rest: Record<string, unknown>,
): Fact {
  const { metadata = {}, ...others } = rest;
  const projection = project(resource, {
    ...others,
    metadata: { ...Object(metadata), name },
  });
  if (!projection) throw new Error(`nothing is kept of ${name}`);
  const kind = qualifiedKind(resource);
  return {
    ...projection,
    kind,
    name,
    key: factKeyOf({ kind, name }),
    uid: name,
  };
}

const nodeIn = (name: string, region: string, providerID: string) =>
  factOf(nodes, name, {
    metadata: { labels: { 'topology.kubernetes.io/region': region } },
    spec: { providerID },
  });

describe('describeCluster', () => {
  // Parameters as in https://github.com/kubernetes-sigs/aws-ebs-csi-driver/blob/master/docs/parameters.md, and of Ceph's RBD driver.
  it('tells what there is to choose from, and where', () => {
    expect(
      describeCluster([
        factOf(namespaces, 'shop', {}),
        factOf(namespaces, 'payments', {}),
        nodeIn('a', 'eu-west-1', 'aws:///eu-west-1a/i-0123'),
        nodeIn('b', 'eu-west-1', 'aws:///eu-west-1b/i-4567'),
        factOf(storageClasses, 'ceph', {
          provisioner: 'rbd.csi.ceph.com',
          parameters: {
            pool: 'fast',
            'csi.storage.k8s.io/provisioner-secret-name': 'rook',
            adminSecretName: 'rook',
          },
          reclaimPolicy: 'Retain',
        }),
        factOf(storageClasses, 'ssd', {
          metadata: {
            annotations: {
              'storageclass.kubernetes.io/is-default-class': 'true',
            },
          },
          provisioner: 'ebs.csi.aws.com',
          parameters: { type: 'gp3', iops: '6000' },
          reclaimPolicy: 'Delete',
          allowVolumeExpansion: true,
        }),
      ]),
    ).toEqual({
      provider: 'aws',
      region: 'eu-west-1',
      namespaces: ['payments', 'shop'],
      storageClasses: [
        {
          name: 'ssd',
          isDefault: true,
          provisioner: 'ebs.csi.aws.com',
          parameters: { type: 'gp3', iops: '6000' },
          reclaimPolicy: 'Delete',
          expandable: true,
        },
        {
          name: 'ceph',
          isDefault: false,
          provisioner: 'rbd.csi.ceph.com',
          parameters: { pool: 'fast' },
          reclaimPolicy: 'Retain',
          expandable: false,
        },
      ],
    });
  });

  it('does not guess where nodes disagree or say nothing', () => {
    expect(
      describeCluster([
        nodeIn('a', 'eu-west-1', 'aws:///eu-west-1a/i-0123'),
        nodeIn('b', 'eu-west-2', 'kind://docker/kind/kind-control-plane'),
      ]),
    ).toEqual({ namespaces: [], storageClasses: [] });
    expect(
      describeCluster([nodeIn('a', '', 'kind://docker/kind/control-plane')]),
    ).toEqual({ namespaces: [], storageClasses: [] });
  });

  it('keeps of a provider ID only who provides', () => {
    expect(nodeIn('a', 'eu', 'gce://project/zone/vm').data).toMatchObject({
      spec: { providerID: 'gce' },
    });
  });
});
