import { describeMariaDb } from './__testUtils__/describe';
import { altered, mariadb } from './__testUtils__/objects';

function healthOf(changes: Parameters<typeof altered>[1]) {
  return describeMariaDb([altered(mariadb(), changes)]).health;
}

function ready(status: string, reason: string, message = reason) {
  return [{ type: 'Ready', status, reason, message }];
}

describe('describeHealth', () => {
  it('is healthy when all that are asked for are ready', () => {
    expect(healthOf({}).state).toBe('healthy');
    expect(healthOf({ status: { replicas: 2 } })).toMatchObject({
      state: 'degraded',
      reason: '2 of 3 instances are ready',
    });
    expect(healthOf({ status: { replicas: 0 } }).state).toBe('failed');
  });

  it.each([
    ['True', 'PendingUpdate', 'changing'],
    ['False', 'SwitchPrimary', 'changing'],
    ['False', 'ResizingStorage', 'changing'],
    ['False', 'RestoreBackup', 'starting'],
    ['False', 'StatefulSetNotReady', 'degraded'],
    ['False', 'GaleraNotReady', 'degraded'],
    ['False', 'InitError', 'failed'],
    ['False', 'SomethingNew', 'unknown'],
    // A reason that says ready does not outweigh a status that does not.
    ['False', 'StatefulSetReady', 'unknown'],
  ])('of Ready=%s with %s is %s', (status, reason, state) => {
    expect(
      healthOf({ status: { conditions: ready(status, reason) } }).state,
    ).toBe(state);
  });

  it('waits for a person where reconciliation is suspended', () => {
    // docs/SUSPEND.md; the condition may still say that it runs.
    expect(healthOf({ spec: { suspend: true } })).toMatchObject({
      state: 'waiting',
      evidence: [{ field: '.spec.suspend', value: true }],
    });
  });

  it('sees a primary that fails before the operator has switched', () => {
    expect(
      healthOf({
        status: { currentPrimaryFailingSince: '2026-02-27T20:19:00Z' },
      }).state,
    ).toBe('degraded');
  });

  it('is unknown before the operator has said anything', () => {
    expect(healthOf({ status: { conditions: [] } }).state).toBe('unknown');
  });
});
