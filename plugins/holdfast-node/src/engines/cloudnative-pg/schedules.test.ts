import { orders } from '../__testUtils__/orders';
import { describeOne, patch } from '../__testUtils__/recording';

const scheduleWith = (
  path: readonly (string | number)[] = ['spec', 'x'],
  value?: unknown,
) =>
  describeOne('orders', patch(orders, 'ScheduledBackup', path, value))
    .schedules[0];

describe('a ScheduledBackup', () => {
  it('is a standing order for the store in use', () => {
    expect(scheduleWith()).toMatchObject({
      object: { name: 'orders-nightly' },
      method: 'barman-cloud-plugin',
      storeId: 'http://10.244.0.1:7070|s3://backups|orders',
      createdAt: '2026-11-20T17:07:16Z',
      expression: {
        value: '0 0 2 * * *',
        evidence: { field: '.spec.schedule' },
      },
      dialect: 'cloudnative-pg',
      suspended: { value: false },
      immediate: true,
      lastScheduledAt: { value: '2026-11-20T17:07:16Z' },
    });
  });

  it('may be suspended', () => {
    expect(scheduleWith(['spec', 'suspend'], true).suspended).toMatchObject({
      value: true,
      evidence: { field: '.spec.suspend' },
    });
  });

  it('without a method asks for the in-tree one, which has no store here', () => {
    const schedule = scheduleWith(['spec', 'method']);
    expect(schedule.method).toBe('barman-in-tree');
    expect(schedule.storeId).toBeUndefined();
  });

  it('tells its error', () => {
    expect(
      scheduleWith(['status', 'error'], 'no such cluster').error?.value,
    ).toBe('no such cluster');
  });

  it('is not that of another Cluster', () => {
    expect(
      scheduleWith(['spec', 'cluster', 'name'], 'payments'),
    ).toBeUndefined();
  });
});
