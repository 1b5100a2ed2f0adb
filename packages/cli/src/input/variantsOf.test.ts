import { PlacedObject } from '@holdfast/plugin-holdfast-node';
import { variantsOf } from './variantsOf';

const databaseKinds = new Set(['Cluster']);

function placed(file: string, kind: string, name: string): PlacedObject {
  return {
    kind,
    object: { apiVersion: 'v1', kind, metadata: { name } },
    place: { file, lineOf: () => 1 },
  };
}

/** Which file each key comes from, set by set. */
function variants(...repeated: PlacedObject[]) {
  return variantsOf(repeated, databaseKinds).map(variant =>
    Object.fromEntries(
      Array.from(variant, ([key, { place }]) => [key, place.file]),
    ),
  );
}

it('keeps what stands in one file together', () => {
  expect(
    variants(
      placed('b', 'Cluster', 'orders'),
      placed('b', 'Backup', 'orders'),
      placed('c', 'Cluster', 'orders'),
      placed('c', 'Backup', 'orders'),
    ),
  ).toEqual([
    { 'Cluster//orders': 'b', 'Backup//orders': 'b' },
    { 'Cluster//orders': 'c', 'Backup//orders': 'c' },
  ]);
});

it('makes no more sets than there are occurrences', () => {
  const files = Array.from({ length: 50 }, (_, index) => `${index}`);
  expect(
    variants(...files.map(file => placed(file, 'Cluster', `of-${file}`))),
  ).toHaveLength(1);
});

it('tells occurrences within one file apart', () => {
  expect(
    variants(
      placed('a', 'Cluster', 'orders'),
      placed('a', 'Cluster', 'orders'),
    ),
  ).toHaveLength(2);
});

it('makes no set without a database, since there is nothing in it to judge', () => {
  expect(variants(placed('a', 'Backup', 'orders'))).toEqual([]);
});
