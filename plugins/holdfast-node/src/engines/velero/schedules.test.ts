import {
  claim,
  database,
  location,
  namespace,
  schedule,
} from './__testUtils__/objects';
import { describeOnly } from './__testUtils__/judge';

const schedulesOf = (...objects: Parameters<typeof describeOnly>[0]) =>
  describeOnly([database, claim(), location(), ...objects]).schedules;

it('reads when it runs, and what it takes', () => {
  expect(schedulesOf(schedule())).toMatchObject([
    {
      object: {
        kind: 'Schedule.velero.io',
        namespace: 'velero',
        name: 'nightly',
      },
      method: 'velero-data-mover',
      dialect: 'velero',
      expression: { value: '0 1 * * *', evidence: { field: '.spec.schedule' } },
      suspended: { value: false },
      immediate: false,
      rollsForward: false,
      consistency: { value: 'crash' },
      lastScheduledAt: { value: '2026-11-20T01:00:00Z' },
    },
  ]);
});

it('says why Velero refuses it', () => {
  const status = {
    phase: 'FailedValidation',
    // `parseCronSchedule` in pkg/controller/schedule_controller.go.
    validationErrors: ['invalid schedule: expected exactly 5 fields'],
  };
  expect(schedulesOf(schedule({ status }))).toMatchObject([
    { error: { value: 'invalid schedule: expected exactly 5 fields' } },
  ]);
});

it('names the namespaces that do not exist', () => {
  const template = { includedNamespaces: ['shop', 'shpo', 'old', 'team-*'] };
  expect(
    schedulesOf(namespace('shop'), namespace('old'), schedule({ template })),
  ).toMatchObject([{ absentNamespaces: { value: 'shpo' } }]);
  // Without any namespace in the input, none is known to be missing.
  expect(
    schedulesOf(schedule({ template }))[0].absentNamespaces,
  ).toBeUndefined();
});

it('is none of a database whose volumes it leaves out', () => {
  expect(
    schedulesOf(schedule({ template: { snapshotVolumes: false } })),
  ).toEqual([]);
});

it('is one of a database that is only declared', () => {
  const { status: _, ...declared } = database;
  expect(describeOnly([declared, location(), schedule()])).toMatchObject({
    schedules: [{ method: 'velero-data-mover' }],
    volumes: [],
  });
});
