import { endOf, readWaivers } from './readWaivers';

const read = (waive: string) =>
  readWaivers({
    level: 'entity',
    reference: 'resource:default/orders',
    annotations: { waive },
  });

// The form is that of docs/waivers.md.
describe('readWaivers', () => {
  it('reads one a line, and those that semicolons part', () => {
    const { waivers, problems } = read(
      [
        'placement/single-instance until 2027-01-31: a test system: no shifts',
        '  objective/rpo-missed   until 2027-02-01T12:00:00Z :moving to new storage;restore/overdue until 2027-03-01: busy',
        '',
      ].join('\n'),
    );
    expect(problems).toEqual([]);
    expect(waivers).toEqual([
      {
        rule: 'placement/single-instance',
        reason: 'a test system: no shifts',
        // To the end of the day.
        until: '2027-02-01T00:00:00.000Z',
        origin: {
          level: 'entity',
          reference: 'resource:default/orders',
          field: 'holdfast.io/waive',
        },
      },
      expect.objectContaining({
        rule: 'objective/rpo-missed',
        until: '2027-02-01T12:00:00.000Z',
        reason: 'moving to new storage',
      }),
      expect.objectContaining({
        rule: 'restore/overdue',
        until: '2027-03-02T00:00:00.000Z',
      }),
    ]);
  });

  it.each([
    ['placement/single-instance'],
    ['placement/single-instance: no end'],
    ['placement/single-instance until 2027-01-31'],
    ['placement/single-instance until 2027-01-31:'],
    ['placement/single-instance until then: x'],
    ['single-instance until 2027-01-31: no area'],
    ['placement/single-instance untl 2027-01-31: a slip'],
  ])('hears of %s, and reads its neighbours', entry => {
    const { waivers, problems } = read(
      `${entry}\nrestore/overdue until 2027-03-01: busy`,
    );
    expect(problems).toEqual([
      expect.objectContaining({
        value: entry,
        message: expect.stringContaining(
          '"placement/single-instance until 2027-01-31: a test system"',
        ),
      }),
    ]);
    expect(waivers).toHaveLength(1);
  });

  it('does not make 3 March of 31 February', () => {
    const { waivers, problems } = read('a/b until 2027-02-31: x');
    expect(waivers).toEqual([]);
    expect(problems[0].message).toContain('"2027-02-31" is no day');
  });

  it('is content without an annotation', () => {
    expect(
      readWaivers({ level: 'object', reference: 'x', annotations: {} }),
    ).toEqual({ waivers: [], problems: [] });
  });
});

describe('endOf', () => {
  it.each([
    ['2027-12-31', '2028-01-01T00:00:00.000Z'],
    ['2028-02-29', '2028-03-01T00:00:00.000Z'],
    ['2027-12-31T23:59:59Z', '2027-12-31T23:59:59.000Z'],
  ])('of %s is %s', (until, end) => {
    expect(new Date(endOf(until) ?? NaN).toISOString()).toBe(end);
  });

  it.each(['2027-13-01', '2027-02-29', '2027-01-01T25:00:00Z', 'soon'])(
    'of %s is none',
    until => {
      expect(endOf(until)).toBeUndefined();
    },
  );
});
