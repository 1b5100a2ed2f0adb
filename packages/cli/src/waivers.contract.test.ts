import { createMockDirectory } from '@backstage/backend-test-utils';
import { checkJson, holdfast } from './__testUtils__/holdfast';
import {
  cluster,
  documents,
  objectStore,
  scheduledBackup,
} from './__testUtils__/manifests';
import { schemaProblems } from './__testUtils__/schemaProblems';

jest.setTimeout(60_000);

const directory = createMockDirectory();
const cwd = directory.path;

/** One instance, where the objective asks to be back in less time than a volume takes to be attached elsewhere. */
function alone(annotations: string): string {
  return documents(
    cluster
      .replace('instances: 3', 'instances: 1')
      .replace(
        '  namespace: shop\n',
        `  namespace: shop\n  annotations:\n    holdfast.io/rto.instance: 5m\n${annotations}`,
      ),
    scheduledBackup,
    objectStore,
  );
}

const waive =
  '    holdfast.io/waive: "placement/single-instance until 2999-01-31: a test system"\n';

beforeEach(() => directory.clear());

describe('waivers', () => {
  it('on the object are shown, and a run does not fail on what they accept', async () => {
    directory.setContent({ 'db.yaml': alone('') });
    const open = await checkJson(['.'], { cwd });
    expect(open.code).toBe(1);
    expect(open.report.databases[0].predicted?.verdict).toBe('at-risk');

    directory.setContent({ 'db.yaml': alone(waive) });
    const { code, report } = await checkJson(['.'], { cwd });
    expect(code).toBe(0);
    expect(schemaProblems(report)).toEqual([]);
    const [database] = report.databases;
    expect(database.predicted?.verdict).toBe('protected');
    expect(
      database.findings.filter(({ ceiling }) => ceiling === 'at-risk'),
    ).toEqual([
      expect.objectContaining({
        rule: 'placement/single-instance',
        severity: 'critical',
        waived: {
          reason: 'a test system',
          until: '2999-02-01T00:00:00.000Z',
          origin: {
            level: 'object',
            reference: database.id,
            field: 'holdfast.io/waive',
          },
        },
      }),
    ]);

    const table = await holdfast(['check', '.'], { cwd });
    expect(table.stdout).toContain('1 waived');
    expect(table.stdout).toContain('Waived until 2999-02-01T00:00:00.000Z');

    const sarif = await holdfast(['check', '.', '-o', 'sarif'], { cwd });
    expect(JSON.parse(sarif.stdout).runs[0].results).toContainEqual(
      expect.objectContaining({
        ruleId: 'placement/single-instance',
        suppressions: [
          {
            kind: 'external',
            status: 'accepted',
            justification: expect.stringContaining('a test system'),
          },
        ],
      }),
    );
  });

  it('on the entity of the repository hold as well', async () => {
    directory.setContent({
      'db.yaml': alone(''),
      'catalog-info.yaml': `apiVersion: backstage.io/v1alpha1
kind: Resource
metadata:
  name: orders-database
  annotations:
    holdfast.io/namespace: shop
    holdfast.io/kind: Cluster.postgresql.cnpg.io
    holdfast.io/name: orders
${waive}spec:
  type: database
  owner: group:default/checkout
`,
    });
    const { code, report } = await checkJson(['.'], { cwd });
    expect(code).toBe(0);
    expect(report.databases[0].findings).toContainEqual(
      expect.objectContaining({
        waived: expect.objectContaining({
          origin: expect.objectContaining({
            level: 'entity',
            reference: 'resource:default/orders-database',
          }),
        }),
      }),
    );
  });

  it('that are over or cannot be read are said to be', async () => {
    directory.setContent({
      'db.yaml': alone(
        `${waive.replace('2999', '2020').replace(/"\n$/, '; and more"\n')}`,
      ),
    });
    const { code, report } = await checkJson(['.'], { cwd });
    expect(code).toBe(1);
    expect(report.databases[0].findings.map(({ rule }) => rule)).toEqual(
      expect.arrayContaining([
        'placement/single-instance',
        'waiver/expired',
        'waiver/unreadable',
      ]),
    );
  });
});
