import { Connection, LogicalDatabase } from '../../../model';
import { findingsOf } from '../../__testUtils__/findingsOf';
import { objectDropsDatabase } from './object-drops-database';

const connection = (databases: Partial<LogicalDatabase>[]): Connection => ({
  endpoints: [],
  roles: [],
  gaps: [],
  databases: databases.map(database => ({
    name: 'shop',
    definedBy: {
      cluster: 'production-eu',
      kind: 'Database.postgresql.cnpg.io',
      namespace: 'shop',
      name: 'orders-shop',
    },
    allowsConnections: true,
    ...database,
  })),
});

describe('deletion/object-drops-database', () => {
  it('names the object and the database', () => {
    expect(
      findingsOf(objectDropsDatabase, {
        connection: connection([{}, { droppedWithObject: true }]),
      }),
    ).toMatchObject([
      {
        severity: 'warning',
        message: expect.stringContaining(
          'Deleting the object orders-shop drops the database shop with all data',
        ),
        evidence: [{ object: { name: 'orders-shop' } }],
      },
    ]);
  });

  it('is silent where they are retained, or nothing is told of them', () => {
    expect(
      findingsOf(objectDropsDatabase, { connection: connection([{}]) }),
    ).toEqual([]);
    expect(findingsOf(objectDropsDatabase)).toEqual([]);
  });
});
