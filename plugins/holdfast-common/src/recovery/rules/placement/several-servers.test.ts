import { observed } from '../../__testUtils__/aDatabase';
import { findingsOf } from '../../__testUtils__/findingsOf';
import { severalServers } from './several-servers';

describe('placement/several-servers', () => {
  it('names those of which nothing is told', () => {
    const otherServers = observed('mysql, redis', '.spec.template');
    expect(findingsOf(severalServers, { otherServers })).toMatchObject([
      {
        severity: 'warning',
        message: expect.stringContaining('mysql, redis'),
        evidence: [otherServers.evidence],
      },
    ]);
  });

  it('has nothing to say of one alone', () => {
    expect(findingsOf(severalServers)).toEqual([]);
  });
});
