import { MissingFacts } from '../../../model';
import { aDatabase, aStore, observed } from '../../__testUtils__/aDatabase';
import { findingsOf } from '../../__testUtils__/findingsOf';
import { factsMissing } from './missing';

function missing(area: MissingFacts['area']): MissingFacts {
  return {
    area,
    kind: 'Example.example.com',
    reason: 'forbidden',
    message: 'examples is forbidden',
  };
}

describe('facts/missing', () => {
  it.each([
    ['database', 'unknown'],
    ['arrangement', 'unknown'],
    ['protection', undefined],
    ['backups', 'unknown'],
    ['schedules', 'unknown'],
    ['stores', 'unknown'],
    ['snapshots', undefined],
    ['volumes', undefined],
    ['instances', undefined],
  ] as const)('of %s leaves %s', (area, ceiling) => {
    const [finding] = findingsOf(factsMissing, { missing: [missing(area)] });
    expect(finding.ceiling).toBe(ceiling);
    expect(finding.message).toContain('examples is forbidden');
    expect(finding.remedy).toContain('get, list and watch');
  });

  it('says of a kind that is not in the input how to get on', () => {
    const [finding] = findingsOf(factsMissing, {
      missing: [{ ...missing('backups'), reason: 'not-in-input' }],
    });
    expect(finding.message).toContain('does not occur in the input');
    expect(finding.remedy).toBe(
      'Add what there is of Example.example.com to the input, or say that the input is complete.',
    );
  });

  it('of tools beside it decides where nothing else brings it back', () => {
    const [finding] = findingsOf(factsMissing, {
      missing: [missing('protection')],
      recoveryPoints: [],
    });
    expect(finding.ceiling).toBe('unknown');
    expect(finding.message).toContain('whether it is backed up that way');
  });

  it('of snapshots decides where snapshots are taken', () => {
    const [finding] = findingsOf(factsMissing, {
      missing: [missing('snapshots')],
      stores: [aStore({ method: 'volume-snapshot' })],
    });
    expect(finding.ceiling).toBe('unknown');
  });

  it('of the database itself decides, whatever its spec was', () => {
    const [finding] = findingsOf(factsMissing, {
      missing: [missing('database')],
      archiving: { ...aDatabase().archiving, configured: observed(false) },
      stores: [],
    });
    expect(finding.ceiling).toBe('unknown');
    expect(finding.message).toContain('known only as it was before');
  });

  it('does not decide where the spec itself rules backups out', () => {
    const [finding] = findingsOf(factsMissing, {
      missing: [missing('backups')],
      archiving: { ...aDatabase().archiving, configured: observed(false) },
      stores: [],
    });
    expect(finding.ceiling).toBeUndefined();
  });
});
