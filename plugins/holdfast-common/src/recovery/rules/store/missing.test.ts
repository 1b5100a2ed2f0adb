import { aStore } from '../../__testUtils__/aDatabase';
import { findingsOf } from '../../__testUtils__/findingsOf';
import { storeMissing } from './missing';

describe('store/missing', () => {
  it('names what is to be created where', () => {
    expect(
      findingsOf(storeMissing, { stores: [aStore({ exists: false })] }),
    ).toMatchObject([
      {
        ceiling: 'at-risk',
        message:
          'ObjectStore backups does not exist in namespace shop. No WAL can be archived and no backup taken without it.',
      },
    ]);
  });

  it('does not miss a former one', () => {
    expect(
      findingsOf(storeMissing, {
        stores: [aStore(), aStore({ exists: false, inUse: false })],
      }),
    ).toEqual([]);
  });
});
