import { BackupStore, Database } from '@holdfast/plugin-holdfast-common';
import { tellOfOtherWriters } from './otherWriters';
import { undescribedDatabase } from './undescribedDatabase';

function writing(name: string, storeId: string, inUse = true): Database {
  const database = undescribedDatabase({
    cluster: 'eu',
    root: { kind: 'Db.example.com', namespace: 'shop', name, uid: name },
    engine: { id: 'test' },
    engineName: 'mysql',
  });
  const store: BackupStore = {
    id: storeId,
    method: 'other',
    definedBy: database.reference,
    exists: true,
    inUse,
    otherWriters: [],
  };
  return { ...database, stores: [store] };
}

const idOf = (name: string) => `eu/shop/Db.example.com/${name}`;

it('names the others that write to a store in use', () => {
  const databases = [
    writing('orders', 'a'),
    writing('twin', 'a'),
    writing('payments', 'b'),
    writing('moved', 'a', false),
  ];
  tellOfOtherWriters({ databases });
  expect(databases.map(({ stores }) => stores[0].otherWriters)).toEqual([
    [idOf('twin')],
    [idOf('orders')],
    [],
    [],
  ]);
});

it('knows what is at hand better than what was known before', () => {
  const orders = writing('orders', 'a');
  const moved = writing('moved', 'b');
  tellOfOtherWriters({
    databases: [orders, moved],
    known: new Map([['a', [idOf('moved'), 'us/shop/Db.example.com/orders']]]),
  });
  expect(orders.stores[0].otherWriters).toEqual([
    'us/shop/Db.example.com/orders',
  ]);
  expect(moved.stores[0].otherWriters).toEqual([]);
});
