import { databaseNamed, fleetAt } from '../../__testUtils__';
import { countDisruptions } from './disruptions';

const now = Date.now();
const { assessment } = databaseNamed(fleetAt(now), 'ledger');
const unknown = { evidence: [] };
const late = { seconds: 86_400, evidence: [] };

describe('countDisruptions', () => {
  it('counts nothing where every objective is met', () => {
    expect(countDisruptions(assessment, now)).toEqual({
      missed: 0,
      unknown: 0,
    });
  });

  it('counts a disruption once, and what is missed before what is not known', () => {
    const { rpo, rto } = assessment;
    expect(
      countDisruptions(
        {
          ...assessment,
          rpo: { ...rpo, region: unknown, zone: late },
          rto: {
            ...rto,
            region: { ...unknown, inputs: [] },
            zone: { ...unknown, inputs: [] },
          },
        },
        now,
      ),
    ).toEqual({ missed: 1, unknown: 1 });
  });

  it('counts the loss of data as missed where nothing can be restored', () => {
    const { rpo, rto } = assessment;
    expect(
      countDisruptions(
        {
          ...assessment,
          verdict: 'unprotected',
          rpo: { ...rpo, data: unknown },
          rto: { ...rto, data: { ...unknown, inputs: [] } },
        },
        now,
      ),
    ).toEqual({ missed: 1, unknown: 0 });
  });

  it('counts nothing of what is exempt', () => {
    expect(
      countDisruptions(
        {
          ...assessment,
          verdict: 'exempt',
          rpo: { ...assessment.rpo, zone: late },
        },
        now,
      ),
    ).toEqual({ missed: 0, unknown: 0 });
  });
});
