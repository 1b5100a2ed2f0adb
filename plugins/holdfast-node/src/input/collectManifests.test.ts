import { Engines } from '../engine';
import { cloudNativePgEngine } from '../engines';
import { collectManifests } from './collectManifests';

const engines = Engines.create([cloudNativePgEngine]);
const cluster = (name: string) => `apiVersion: postgresql.cnpg.io/v1
kind: Cluster
metadata: { name: ${name}, namespace: shop }
spec: { instances: 1 }
`;

it('reads what can be read, and tells of the rest by place', () => {
  const { objects, entities, problems, notices } = collectManifests({
    engines,
    manifests: [
      {
        file: 'a.yaml',
        text: `${cluster('orders')}---\nkind: [\n---\n${cluster('carts')}`,
      },
      {
        file: 'catalog-info.yaml',
        text: 'apiVersion: backstage.io/v1alpha1\nkind: Resource\nmetadata: { name: orders }',
      },
      { file: 'docs/mkdocs.yml', text: 'site_name: orders' },
      { file: 'deep.json', text: '['.repeat(200_000) },
      { file: 'b.yaml', text: cluster('ledger') },
    ],
  });
  expect(
    Array.from(objects.values(), ({ object }) => object.metadata.name),
  ).toEqual(['orders', 'carts', 'ledger']);
  expect(entities.map(({ ref }) => ref)).toEqual(['resource:default/orders']);
  expect(problems.map(({ file, line }) => [file, line])).toEqual([
    ['a.yaml', 6],
    ['deep.json', expect.anything()],
  ]);
  expect(notices).toHaveLength(1);
});
