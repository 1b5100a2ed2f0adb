import { walPositionAt } from './walPosition';

const at = (text: string, timeline = 1) =>
  walPositionAt(new Date(text), { timeline, offset: '000028' });

describe('walPositionAt', () => {
  it('has the forms of PostgreSQL', () => {
    const { file, lsn } = at('2026-11-20T12:00:00Z', 3);

    // PostgreSQL, "WAL Internals": 24 hexadecimal digits for timeline, log and segment of 16 MiB.
    expect(file).toMatch(/^00000003[0-9A-F]{8}000000[0-9A-F]{2}$/);
    expect(lsn).toMatch(/^[0-9A-F]+\/[0-9A-F]{1,2}000028$/);
  });

  it('grows with time', () => {
    const moments = [
      '2026-11-20T12:00:00Z',
      '2026-11-20T12:05:00Z',
      '2026-11-21T12:00:00Z',
      '2027-01-01T00:00:00Z',
    ];
    const files = moments.map(moment => at(moment).file);

    expect([...files].sort()).toEqual(files);
    expect(new Set(files).size).toBe(files.length);
  });
});
