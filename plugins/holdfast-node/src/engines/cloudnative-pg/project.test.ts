import { KubernetesObject } from '../../engine';
import { orders, ordersCopy } from '../__testUtils__/orders';
import { engines } from '../__testUtils__/recording';

function factOf(kind: string, objects: readonly KubernetesObject[] = orders) {
  const resource = engines.resources.find(
    candidate => candidate.kind === kind && candidate.group !== '',
  );
  const object = objects.find(candidate => candidate.kind === kind);
  return resource && object && engines.project(resource, object);
}

describe('what a fact has to do with others', () => {
  it('a Cluster needs its store and namespace, and collects by its archives', () => {
    expect(factOf('Cluster')).toMatchObject({
      key: 'Cluster.postgresql.cnpg.io/default/orders',
      subjects: [],
      needs: [
        'ObjectStore.barmancloud.cnpg.io/default/orders',
        'Namespace//default',
      ],
      collects: [
        'Archive/default/orders:orders',
        'ArchiveServer/default/orders',
      ],
    });
  });

  it('a restored Cluster is about the archive that it came from', () => {
    expect(factOf('Cluster', [ordersCopy])?.subjects).toEqual([
      'Archive/default/orders:orders',
    ]);
  });

  it.each(['Backup', 'ScheduledBackup'])('a %s is about its Cluster', kind => {
    expect(factOf(kind)?.subjects).toEqual([
      'Cluster.postgresql.cnpg.io/default/orders',
    ]);
  });

  it('an ObjectStore is about everyone who has a window there', () => {
    expect(factOf('ObjectStore')?.subjects).toEqual([
      'ArchiveServer/default/orders',
    ]);
  });
});
