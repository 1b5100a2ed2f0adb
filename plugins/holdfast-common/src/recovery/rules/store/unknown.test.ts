import { aDatabase, aStore, observed } from '../../__testUtils__/aDatabase';
import { findingsOf } from '../../__testUtils__/findingsOf';
import { storeUnknown } from './unknown';

const { archiving } = aDatabase();

describe('store/unknown', () => {
  it.each([
    ['no store is named', { archiving: { ...archiving, storeId: undefined } }],
    ['the one named is not there', { stores: [aStore({ id: 'another' })] }],
  ])('is Unknown where %s', (_, overrides) => {
    expect(findingsOf(storeUnknown, overrides)).toMatchObject([
      { ceiling: 'unknown' },
    ]);
  });

  it('does not look for one without an archiver', () => {
    expect(
      findingsOf(storeUnknown, {
        archiving: { ...archiving, configured: observed(false) },
        stores: [],
      }),
    ).toEqual([]);
  });

  it('is content with the one in use', () => {
    expect(findingsOf(storeUnknown)).toEqual([]);
  });
});
