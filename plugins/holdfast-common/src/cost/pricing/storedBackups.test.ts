import { day, gib } from '../__testUtils__/pricingContext';
import { BackupPlan, storedBackups } from './storedBackups';

/** 500 GiB of which 3 % change a day, 10 GiB of WAL a day, kept for 30 days: the worked example of the model. */
const plan: BackupPlan = {
  databaseBytes: 500 * gib,
  compression: 2,
  walBytesPerDay: 10 * gib,
  walCompression: 2.5,
  retentionSeconds: 30 * day,
  intervalSeconds: 7 * day,
  archiveTimeoutSeconds: 300,
  uploadPartBytes: 10 * 1024 ** 2,
};

describe('storedBackups', () => {
  it('keeps a full backup until the next one is older than the window', () => {
    const daily = storedBackups({ ...plan, intervalSeconds: day });
    expect(daily.fulls).toBe(31);
    expect(Number(daily.fullGiB) * daily.fulls).toBe(7750);
  });

  it('keeps increments and WAL as long as the chain', () => {
    const weekly = storedBackups({ ...plan, incrementalDailyChange: 0.03 });
    expect(weekly.fulls).toBe(6);
    const chain =
      Number(weekly.fullGiB) * weekly.fulls + Number(weekly.incrementalGiB);
    expect(chain).toBe(1732.5);
    expect(weekly.walGiB.toString()).toBe('148');
    expect(weekly.deletedAfterDays.toString()).toBe('37');
  });

  it('counts segments of WAL, and those that are sent because of the time', () => {
    // 10 GiB are 640 segments of 16 MiB; 5 min make 288 a day.
    expect(storedBackups(plan).walObjectsPerDay.toString()).toBe('640');
    const quiet = storedBackups({ ...plan, walBytesPerDay: 0 });
    expect(quiet.walObjectsPerDay.toString()).toBe('288');
    expect(quiet.walGiB.toString()).toBe('0');
  });
});
