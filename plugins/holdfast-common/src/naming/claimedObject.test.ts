import { claimedObject } from './claimedObject';

const annotations = {
  'holdfast.io/cluster': 'prod-eu-west',
  'holdfast.io/namespace': 'shop',
  'holdfast.io/kind': 'Cluster.postgresql.cnpg.io',
  'holdfast.io/name': 'orders',
};

describe('claimedObject', () => {
  it('reads the object from the four annotations', () => {
    expect(
      claimedObject({ ...annotations, 'backstage.io/orphan': 'true' }),
    ).toEqual({
      object: {
        cluster: 'prod-eu-west',
        namespace: 'shop',
        kind: 'Cluster.postgresql.cnpg.io',
        name: 'orders',
      },
    });
  });

  it.each(Object.keys(annotations))('says that %s is missing', missing => {
    for (const value of [undefined, '', ' ']) {
      expect(claimedObject({ ...annotations, [missing]: value })).toEqual({
        missing: [missing],
      });
    }
  });

  it('says that all are missing where there are none', () => {
    expect(claimedObject(undefined)).toEqual({
      missing: Object.keys(annotations),
    });
  });
});
