import {
  aDatabase,
  ago,
  observed,
  sampled,
} from '../../__testUtils__/aDatabase';
import { findingsOf } from '../../__testUtils__/findingsOf';
import { archivingFailing } from './failing';

const { archiving } = aDatabase();
// As CloudNativePG 1.30 with plugin 0.14 reports a store that is gone, see conformance/recordings.
const message =
  'rpc error: code = Unknown desc = unexpected failure invoking barman-cloud-wal-archive: exit status 4';

describe('archiving/failing', () => {
  it('names store, time and error', () => {
    const findings = findingsOf(archivingFailing, {
      archiving: {
        ...archiving,
        working: observed(false),
        workingSince: ago({ minutes: 2 }),
        failure: observed(message),
      },
    });
    expect(findings).toEqual([
      expect.objectContaining({
        severity: 'critical',
        ceiling: 'at-risk',
        message: `WAL cannot be archived to s3://backups/shop/orders since 2026-11-20 11:58 UTC; the last segment arrived on 2026-11-20 11:57 UTC: ${message}`,
      }),
    ]);
    expect(findings[0].evidence.map(({ value }) => value)).toEqual([
      false,
      message,
      ago({ minutes: 3 }),
    ]);
  });

  it('believes the metrics where the operator lags behind', () => {
    const findings = findingsOf(archivingFailing, {
      archiving: {
        ...archiving,
        lastFailedAt: sampled(ago({ minutes: 1 })),
      },
    });
    expect(findings).toHaveLength(1);
  });

  it.each([
    ['a segment arrived', { lastArchivedAt: sampled(ago({ seconds: 30 })) }],
    ['the operator says so', { workingSince: ago({ seconds: 30 }) }],
  ])('forgets a failure once %s', (_, since) => {
    const lastFailedAt = sampled(ago({ minutes: 1 }));
    expect(
      findingsOf(archivingFailing, {
        archiving: { ...archiving, lastFailedAt, ...since },
      }),
    ).toEqual([]);
  });

  it('does not forget a failure by its sample getting old', () => {
    const [finding] = findingsOf(archivingFailing, {
      archiving: {
        ...archiving,
        lastArchivedAt: sampled(ago({ hours: 3 }), ago({ hours: 2 })),
        lastFailedAt: sampled(ago({ hours: 2 }), ago({ hours: 2 })),
      },
    });
    expect(finding.message).toContain('since 2026-11-20 10:00 UTC');
  });
});
