import { aStore } from '../../__testUtils__/aDatabase';
import { findingsOf } from '../../__testUtils__/findingsOf';
import { storeSharedPath } from './shared-path';

describe('store/shared-path', () => {
  it('names the path and the other database', () => {
    const other = 'production-us/shop/Cluster.postgresql.cnpg.io/orders';
    expect(
      findingsOf(storeSharedPath, {
        stores: [aStore({ otherWriters: [other] })],
      }),
    ).toMatchObject([
      {
        severity: 'critical',
        ceiling: 'at-risk',
        message: expect.stringContaining(
          `s3://backups/shop/orders is written to by ${other} as well`,
        ),
      },
    ]);
  });

  it('asks dumps for a path, and for no server name', () => {
    const [{ remedy }] = findingsOf(storeSharedPath, {
      engine: 'mysql',
      stores: [aStore({ method: 'dump-job', otherWriters: ['another'] })],
    });
    expect(remedy).not.toMatch(/server name|base backup/);
  });

  it('does not mind on a former store', () => {
    expect(
      findingsOf(storeSharedPath, {
        stores: [
          aStore(),
          aStore({ id: 'old', inUse: false, otherWriters: ['another'] }),
        ],
      }),
    ).toEqual([]);
  });
});
