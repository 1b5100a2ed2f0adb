import { createMockDirectory } from '@backstage/backend-test-utils';
import { toBeValidSarifLog } from '@microsoft/jest-sarif';
import { holdfast } from '../__testUtils__/holdfast';
import {
  bareCluster,
  cluster,
  documents,
  objectStore,
  scheduledBackup,
  secret,
} from '../__testUtils__/manifests';

jest.setTimeout(60_000);

const directory = createMockDirectory();
const cwd = directory.path;

/** Holds it to the schema of OASIS. */
expect.extend({ toBeValidSarifLog });

beforeEach(() => directory.clear());

describe('SARIF', () => {
  it('is what its schema says, and points at the lines', async () => {
    directory.setContent({
      deploy: {
        'db.yaml': documents(secret, bareCluster),
        'broken file.yaml': 'a: [\n',
        'mkdocs.yml': '',
      },
    });
    const { code, stdout } = await holdfast(
      ['check', 'deploy', '-o', 'sarif'],
      { cwd },
    );
    expect(code).toBe(2);
    const log = JSON.parse(stdout);
    expect(log).toBeValidSarifLog();
    const [sarif] = log.runs;
    expect(sarif.results[0]).toMatchObject({
      ruleId: 'archiving/not-configured',
      level: 'error',
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'deploy/db.yaml' },
            // .spec, since .spec.plugins is what is not there.
            region: { startLine: 14 },
          },
          logicalLocations: [
            {
              fullyQualifiedName:
                'input/shop/Cluster.postgresql.cnpg.io/scratch',
            },
          ],
        },
      ],
    });
    expect(sarif.tool.driver.rules[sarif.results[0].ruleIndex].id).toBe(
      'archiving/not-configured',
    );
    expect(sarif.invocations[0]).toMatchObject({
      executionSuccessful: false,
      toolExecutionNotifications: [
        {
          level: 'error',
          locations: [
            {
              physicalLocation: {
                artifactLocation: { uri: 'deploy/broken%20file.yaml' },
                region: { startLine: 1 },
              },
            },
          ],
        },
        { level: 'note' },
      ],
    });
  });

  it('is whole without any finding', async () => {
    directory.setContent({
      'db.yaml': documents(cluster, scheduledBackup, objectStore),
    });
    const { code, stdout } = await holdfast(['check', '.', '-o', 'sarif'], {
      cwd,
    });
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toBeValidSarifLog();
  });
});
