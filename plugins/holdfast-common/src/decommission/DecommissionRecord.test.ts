import { readDecommissionRecord } from './DecommissionRecord';

const sound = {
  stage: 'hold',
  reason: 'The shop moved away',
  requestedOn: '2026-11-20',
  holdDays: 30,
  keepDays: 90,
  holdUntil: '2026-12-20',
  keepUntil: '2027-03-20',
};

describe('readDecommissionRecord', () => {
  it('reads what was written', () => {
    expect(readDecommissionRecord(sound)).toMatchObject(sound);
  });

  it.each([
    [
      { stage: 'deleted' },
      'stage is "deleted"; it has to be one of final-backup',
    ],
    [{ stage: undefined }, 'stage is missing'],
    [{ holdUntil: undefined }, 'holdUntil is missing'],
    [{ holdUntil: '20 December' }, 'holdUntil is "20 December"'],
    [{ holdUntil: '2026-13-01' }, 'holdUntil is "2026-13-01"'],
    [{ holdDays: '30d' }, 'holdDays is "30d"'],
    [{ finalBackup: 7 }, 'finalBackup is 7'],
  ])('refuses %j', (change, message) => {
    expect(() => readDecommissionRecord({ ...sound, ...change })).toThrow(
      `.holdfast/decommission.yaml: ${message}`,
    );
  });

  it('refuses what is no record at all', () => {
    expect(() => readDecommissionRecord('hold')).toThrow('stage is missing');
    expect(() => readDecommissionRecord(null)).toThrow('stage is missing');
  });
});
