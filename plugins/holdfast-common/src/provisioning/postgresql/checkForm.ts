import { InputProblem } from '../../api/inputProblemsOf';
import { isLeftOut } from './PostgresqlChoices';
import { PostgresqlInputs, postgresqlOptions } from './PostgresqlInputs';
import { problemWith } from './problemsWith';

interface Form {
  pattern: RegExp;
  /** What follows the quoted value. */
  expected: string;
}

const kubernetesName: Form = {
  pattern: /^[a-z0-9]([-a-z0-9.]*[a-z0-9])?$/,
  expected:
    'is not a Kubernetes name: write lower-case letters, digits, hyphens and dots, such as fast-retain',
};
const label: Form = {
  pattern: /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/,
  expected:
    'is not a namespace: write at most 63 lower-case letters, digits and hyphens, such as shop',
};
/** The parts as the catalog takes them (Backstage, "Descriptor Format of Catalog Entities"). */
const entityRef: Form = {
  pattern:
    /^([a-zA-Z][a-zA-Z0-9]*:)?([a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?\/)?[A-Za-z0-9]([-_.A-Za-z0-9]{0,61}[A-Za-z0-9])?$/,
  expected:
    'is not the reference of an entity: write for example group:default/checkout',
};
const duration: Form = {
  pattern: /^[1-9][0-9]*[mhd]$/,
  expected:
    'is not a time of minutes, hours or days: write for example 5m, 4h or 1d',
};
const regionName: Form = {
  pattern: /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/,
  expected:
    'is not a region: write its name as the object store spells it, such as eu-west-1',
};
const uuid: Form = {
  pattern: /^[0-9a-fA-F-]{36}$/,
  expected:
    'is not an id: write 36 digits, letters a to f and hyphens, such as 00000000-0000-4000-8000-000000000001',
};
const eksName: Form = {
  pattern: /^[A-Za-z0-9][-_A-Za-z0-9]*$/,
  expected:
    'is not the name of an EKS cluster: write letters, digits, hyphens and underscores',
};
const sqlName = (longest: number): Form => ({
  pattern: new RegExp(`^[a-z_][a-z0-9_]{0,${longest - 1}}$`),
  expected: `is not a name that PostgreSQL takes unquoted: write at most ${longest} lower-case letters, digits and underscores, and no digit first`,
});

const forms = {
  owner: entityRef,
  system: entityRef,
  description: {
    // As in the template, where control characters and separators of lines and paragraphs are written out.
    pattern: /^[^\p{Cc}\p{Zl}\p{Zp}"\\{}<>`$]{0,200}$/u,
    expected:
      'is not one line of at most 200 characters without control characters, quotes, braces, backslashes, <, >, ` and $',
  },
  storageClass: kubernetesName,
  rpo: duration,
  rto: duration,
  retention: {
    pattern: /^[1-9][0-9]*[dwm]$/,
    expected:
      'is not a time of days, weeks or months, 1 or more: write for example 30d, 4w or 3m',
  },
  snapshotClass: kubernetesName,
  secondRegion: regionName,
  secondCluster: kubernetesName,
  database: sqlName(63),
  secretStore: kubernetesName,
  cluster: kubernetesName,
  namespace: label,
  region: regionName,
  bucket: {
    pattern: /^[a-z0-9][-a-z0-9]{1,61}[a-z0-9]$/,
    expected:
      'is not the name of a bucket: write 3 to 63 lower-case letters, digits and hyphens',
  },
  endpoint: {
    pattern: /^https?:\/\/[A-Za-z0-9.:/-]+$/,
    expected:
      'is not the address of a store: write for example https://s3.example:9000',
  },
  eksCluster: eksName,
  eksSecondCluster: eksName,
} as const satisfies Partial<Record<keyof PostgresqlInputs, Form>>;

const azureForms = {
  resourceGroup: {
    pattern: /^[-\w.()]{1,90}$/,
    expected: 'is not the name of a resource group',
  },
  storageAccount: {
    pattern: /^[a-z0-9]{3,22}$/,
    expected:
      'is not the name of a storage account: write 3 to 22 lower-case letters and digits (the second region adds two)',
  },
  clientId: uuid,
  tenantId: uuid,
} as const satisfies Record<string, Form>;

const listForms = {
  moreDatabases: sqlName(41),
  clientNamespaces: label,
} as const satisfies Partial<Record<keyof PostgresqlInputs, Form>>;

/** Whether each text has the form that the template takes, and each choice is one that it offers. */
export function checkForm(inputs: Partial<PostgresqlInputs>): InputProblem[] {
  const { azure = {}, roles = [] } = inputs;
  return [
    ...keysOf(postgresqlOptions).flatMap(field =>
      checkOption(field, inputs[field], postgresqlOptions[field]),
    ),
    ...keysOf(forms).flatMap(field =>
      checkOne(field, inputs[field], forms[field]),
    ),
    ...keysOf(azureForms).flatMap(field =>
      checkOne(`azure.${field}`, azure[field], azureForms[field]),
    ),
    ...keysOf(listForms).flatMap(field =>
      (inputs[field] ?? []).flatMap((value, index) =>
        checkOne(`${field}[${index}]`, value, listForms[field], true),
      ),
    ),
    ...roles.flatMap(({ name, access }, index) => [
      ...checkOne(`roles[${index}].name`, name, sqlName(41), true),
      ...checkOption(`roles[${index}].access`, access, ['read', 'write']),
    ]),
  ];
}

function checkOption(
  field: string,
  value: string | undefined,
  options: readonly string[],
): InputProblem[] {
  if (isLeftOut(value) || options.some(option => option === value)) return [];
  return [
    problemWith(
      field,
      value,
      `is not offered: write one of ${options.join(', ')}`,
    ),
  ];
}

function checkOne(
  field: string,
  value: string | undefined,
  { pattern, expected }: Form,
  needed = false,
): InputProblem[] {
  if (isLeftOut(value) && !needed) return [];
  if (value !== undefined && pattern.test(value)) return [];
  return [problemWith(field, value ?? '', expected)];
}

function keysOf<T extends object>(record: T): (keyof T & string)[] {
  return Object.keys(record).filter(
    (key): key is keyof T & string => key in record,
  );
}
