import { ago, now } from '../../__testUtils__/aDatabase';
import { anObjective } from '../../__testUtils__/anObjective';
import { findingsOf } from '../../__testUtils__/findingsOf';
import { contactLost } from './contact-lost';

const lost = (since: string) =>
  ({ state: 'lost', since, reason: 'connection refused' } as const);

describe('facts/contact-lost', () => {
  it('has nothing to say of a cluster that answers', () => {
    expect(findingsOf(contactLost)).toEqual([]);
  });

  // DESIGN.md, section 4: stale until the facts are older than the larger of the RPO and 10 min, then Unknown.
  it.each([
    ['RPO 5 min, lost for 9 min', 300, 9, undefined],
    ['RPO 5 min, lost for 10 min', 300, 10, 'unknown'],
    ['RPO 1 h, lost for 59 min', 3600, 59, undefined],
    ['RPO 1 h, lost for 60 min', 3600, 60, 'unknown'],
  ])('%s', (_, rpo, minutes, ceiling) => {
    const [finding] = findingsOf(
      contactLost,
      {},
      { contact: lost(ago({ minutes })), objective: anObjective({ rpo }) },
    );
    expect(finding.ceiling).toBe(ceiling);
    expect(finding.message).toContain('production-eu');
    expect(finding.message).toContain('connection refused');
  });

  it('trusts nothing when the moment is not known', () => {
    const [finding] = findingsOf(
      contactLost,
      {},
      { contact: lost('yesterday'), now },
    );
    expect(finding.ceiling).toBe('unknown');
  });
});
