import { DecommissionRecord } from '@holdfast/plugin-holdfast-common';
import { describeInCatalog } from './describeInCatalog';

const text = `# The database.
apiVersion: backstage.io/v1alpha1
kind: Resource
metadata:
  name: orders
  title: orders (PostgreSQL 18)
  description: "Every order"
  tags: [postgresql, cloudnative-pg]
  annotations:
    holdfast.io/cluster: eu
spec:
  type: database
---
# How it is backed up.
apiVersion: backstage.io/v1alpha1
kind: Resource
metadata:
  name: orders-backup
spec:
  type: backup
  dependsOn:
    - resource:default/orders
---
apiVersion: backstage.io/v1alpha1
kind: Resource
metadata:
  name: orders-backup-storage
  annotations:
    holdfast.io/cluster: eu
spec:
  type: backup-storage
---
apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: orders-repository
spec:
  type: gitops
  lifecycle: production
  dependsOn:
    - resource:default/orders
    - resource:default/network
`;
const record: DecommissionRecord = {
  stage: 'final-backup',
  reason: 'The shop moved away',
  requestedOn: '2026-11-20',
  holdDays: 30,
  keepDays: 90,
};
const held: DecommissionRecord = {
  ...record,
  stage: 'hold',
  holdUntil: '2026-12-20',
  keepUntil: '2027-03-20',
};

/** The lines that only the first of two texts has. */
const without = (one: string, other: string) =>
  one.split('\n').filter(line => !other.split('\n').includes(line));

it('says that the database is leaving, in as few lines as that takes', () => {
  const described = describeInCatalog(text, record);
  expect(without(text, described)).toEqual([
    '  title: orders (PostgreSQL 18)',
    '  tags: [postgresql, cloudnative-pg]',
    '  lifecycle: production',
  ]);
  expect(without(described, text)).toEqual([
    '  title: orders (PostgreSQL 18), leaving service',
    '  tags: [postgresql, cloudnative-pg, decommissioning]',
    '    holdfast.io/decommission: final-backup',
    '  lifecycle: deprecated',
  ]);
  expect(describeInCatalog(described, record)).toBe(described);
});

it('says until when it is held, in place of what it said before', () => {
  const described = describeInCatalog(describeInCatalog(text, record), held);
  expect(described).toContain(
    'title: orders (PostgreSQL 18), held until 2026-12-20\n',
  );
  expect(described).toContain('holdfast.io/hold-until: 2026-12-20');
  expect(described).toContain('holdfast.io/keep-until: 2027-03-20');
  expect(described.match(/decommissioning/g)).toHaveLength(1);
});

it('lets the database go with its backup arrangement, and what names them', () => {
  const described = describeInCatalog(text, { ...held, stage: 'removal' });
  expect(described).not.toContain('type: database');
  expect(described).not.toContain('type: backup\n');
  expect(described).not.toContain('- resource:default/orders\n');
  expect(described).toContain('- resource:default/network');
  expect(described).toContain('type: backup-storage');
});

it.each([
  ['', 'catalog-info.yaml: it is empty'],
  ['a: [', 'catalog-info.yaml: '],
])('refuses %j', (broken, message) => {
  expect(() => describeInCatalog(broken, record)).toThrow(message);
});
