import { soundInputs } from './soundInputs';

describe('soundInputs', () => {
  it('stands in for what is not answered yet', () => {
    expect(soundInputs({}, {})).toEqual({
      inputs: { name: 'preview', tier: 'silver' },
      leftOut: [],
    });
  });

  it('leaves out what is refused, and says what that was', () => {
    const { inputs, leftOut } = soundInputs(
      { name: 'orders', tier: 'gold', dataSize: '1.5GB', walSize: '10Gi' },
      {},
    );
    expect(inputs).toEqual({ name: 'orders', tier: 'gold', walSize: '10Gi' });
    expect(leftOut.map(({ field }) => field)).toEqual(['dataSize']);
  });

  it('takes a second region as a whole, and another store for one without an address', () => {
    const { inputs } = soundInputs(
      {
        name: 'orders',
        tier: 'gold',
        secondRegion: 'eu-central-1',
        store: 's3-compatible',
      },
      {},
    );
    expect(inputs).toEqual({ name: 'orders', tier: 'gold' });
  });
});
