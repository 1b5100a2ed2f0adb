import { readFileSync } from 'node:fs';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import {
  choosePostgresql,
  postgresqlDefaults,
  PostgresqlInputs,
  postgresqlTiers,
  validatePostgresqlInputs,
} from '@holdfast/plugin-holdfast-common';
import { parse } from 'yaml';

/** A property of the template's schema, as far as it is compared. */
interface Property {
  type: string;
  pattern?: string;
  maxLength?: number;
  enum?: string[];
  default?: unknown;
  minimum?: number;
  maximum?: number;
  items?: Property;
  properties?: Record<string, Property>;
}

const template: {
  spec: { parameters: { properties: Record<string, Property> }[] };
} = parse(
  readFileSync(
    resolvePackagePath(
      '@holdfast/plugin-scaffolder-backend-module-holdfast',
      '../../templates/postgresql/template.yaml',
    ),
    'utf8',
  ),
);
const properties = Object.assign(
  {},
  ...template.spec.parameters.map(step => step.properties),
) as Record<string, Property>;

/** Sound, and of each kind of answer, so that the fields that go together are there. */
const sound: PostgresqlInputs = {
  name: 'orders',
  tier: 'gold',
  owner: 'group:default/checkout',
  cluster: 'eu',
};
const azure = {
  resourceGroup: 'shop',
  storageAccount: 'shopbackups',
  clientId: '00000000-0000-4000-8000-000000000001',
  tenantId: '00000000-0000-4000-8000-000000000002',
};

/** What people write, right and wrong, into any field of text. */
const texts = [
  'orders',
  'Orders',
  'a-b',
  'a_b',
  '-a',
  'a-',
  'a.b',
  'a'.repeat(40),
  'a'.repeat(41),
  'a'.repeat(64),
  '1',
  '2',
  '0',
  '1.5',
  '500m',
  '0m',
  '1Gi',
  '10Gi',
  '0Gi',
  '1Ti',
  '512Mi',
  '1.5GB',
  '10G',
  '5m',
  '4h',
  '30d',
  '0d',
  '2w',
  '3m',
  'PT5M',
  '5 min',
  'eu-west-2',
  'https://s3.example:9000',
  's3.example',
  'two\nlines',
  'it\'s "quoted"',
];

const refuses = (inputs: Partial<PostgresqlInputs>, field: string) =>
  validatePostgresqlInputs(inputs).some(problem => problem.field === field);

describe('the template and the inputs that are validated', () => {
  const patterned = Object.entries(properties).filter(
    ([, { type, pattern }]) => type === 'string' && pattern !== undefined,
  );

  it.each(patterned)('take the same texts for %s', (field, property) => {
    const isSchedule = field.endsWith('Schedule');
    for (const text of texts) {
      const matches =
        new RegExp(property.pattern ?? '').test(text) &&
        text.length <= (property.maxLength ?? Infinity);
      const refused = refuses({ ...sound, [field]: text }, field);
      // Whoever passes validation passes the schema. It refuses more where a text has the form and makes no sense.
      expect({ field, text, refused }).toEqual({
        field,
        text,
        refused: isSchedule && matches ? refused : !matches,
      });
    }
  });

  const offered = Object.entries(properties).filter(
    ([, { enum: options }]) => options !== undefined,
  );

  it.each(offered)('offer the same for %s', (field, property) => {
    for (const option of property.enum ?? []) {
      const inputs = { ...sound, azure, endpoint: 'https://s3.example' };
      expect(refuses({ ...inputs, [field]: option }, field)).toBe(false);
    }
    expect(refuses({ ...sound, [field]: 'nothing of the sort' }, field)).toBe(
      true,
    );
  });

  it.each(['instances', 'synchronousNumber'])(
    'have the same bounds of %s',
    field => {
      const { minimum = NaN, maximum = NaN } = properties[field];
      const inputs = { ...sound, instances: 9 };
      expect(refuses({ ...inputs, [field]: minimum }, field)).toBe(false);
      expect(refuses({ ...inputs, [field]: maximum }, field)).toBe(false);
      expect(refuses({ ...inputs, [field]: minimum - 1 }, field)).toBe(true);
      expect(refuses({ ...inputs, [field]: maximum + 1 }, field)).toBe(true);
    },
  );

  it('have the same defaults', () => {
    const defaults: Record<string, unknown> = { ...postgresqlDefaults('gold') };
    for (const [field, property] of Object.entries(properties)) {
      if (property.default === undefined || ['tier', 'cluster'].includes(field))
        continue;
      expect({ field, value: defaults[field] }).toEqual({
        field,
        value: property.default,
      });
    }
  });

  it('know the same parameters', () => {
    const choices = choosePostgresql({ ...sound, tier: 'gold' });
    const known = new Set([
      ...Object.keys(choices),
      // Without a default.
      ...['system', 'description', 'storageClass', 'rpo', 'rto', 'repoUrl'],
      ...['snapshotClass', 'secondRegion', 'secondCluster', 'endpoint'],
      ...['azure', 'eksCluster', 'eksSecondCluster'],
    ]);
    const asked = Object.entries(properties)
      // A panel asks nothing.
      .filter(([, { type, properties: parts }]) => type !== 'object' || parts)
      .map(([field]) => field);
    expect(asked.filter(field => !known.has(field))).toEqual([]);
    expect(Object.keys(properties.azure.properties ?? {}).sort()).toEqual(
      Object.keys(azure).sort(),
    );
  });

  it.each(postgresqlTiers)('take what %s asks for', tier => {
    const { moreDatabases, roles, ...defaults } = postgresqlDefaults(tier);
    const unfit = Object.entries(defaults).filter(([field, value]) => {
      const { pattern = '', enum: options } = properties[field];
      return (
        !new RegExp(pattern).test(String(value)) ||
        options?.some(option => option === value) === false
      );
    });
    expect(unfit).toEqual([]);
    expect([moreDatabases, roles]).toEqual([[], []]);
  });
});
