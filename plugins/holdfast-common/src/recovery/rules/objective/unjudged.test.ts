import { aDatabase, aStore, observed } from '../../__testUtils__/aDatabase';
import { anObjective } from '../../__testUtils__/anObjective';
import { findingsOf } from '../../__testUtils__/findingsOf';
import { objectiveUnjudged } from './unjudged';

describe('objective/unjudged', () => {
  it('tells who asks for a region that it cannot be told', () => {
    const objective = anObjective({ rpoOf: { region: 60 } });
    expect(findingsOf(objectiveUnjudged, {}, { objective })).toMatchObject([
      {
        ceiling: 'unknown',
        message: expect.stringContaining('holdfast.io/rpo.region'),
      },
    ]);
  });

  it('asks for zones only where they are not known', () => {
    const objective = anObjective({ rtoOf: { zone: 60 } });
    const instances = aDatabase().instances.map(
      ({ zone: _, ...instance }) => instance,
    );
    expect(
      findingsOf(objectiveUnjudged, { instances }, { objective }),
    ).toHaveLength(1);
    expect(findingsOf(objectiveUnjudged, {}, { objective })).toEqual([]);
  });

  it('is no matter of facts where nothing would be left', () => {
    const objective = anObjective({ rpoOf: { region: 60 } });
    const region = observed('eu-west-1');
    const stores = [aStore({ region })];
    expect(
      findingsOf(objectiveUnjudged, { region, stores }, { objective }),
    ).toEqual([]);
  });

  it('leaves a plain objective alone', () => {
    expect(findingsOf(objectiveUnjudged)).toEqual([]);
  });
});
