import { formatNumber, formatTable } from './formatTable';

describe('formatTable', () => {
  it('aligns text left, numbers right, and shows a missing one as a dash', () => {
    const table = formatTable(
      [
        { heading: 'work', value: ({ name }: Row) => name },
        { heading: 'µs', value: ({ micros }: Row) => micros },
      ],
      [{ name: 'assess', micros: 1234.5 }, { name: 'nothing at all' }],
    );

    expect(table).toBe(
      [
        '| work           |    µs |',
        '| -------------- | ----: |',
        '| assess         | 1,235 |',
        '| nothing at all |     - |',
      ].join('\n'),
    );
  });
});

interface Row {
  name: string;
  micros?: number;
}

describe('formatNumber', () => {
  it.each([
    [0, '0'],
    [0.01234, '0.0123'],
    [0.5, '0.5'],
    [1.006, '1.01'],
    [12.34, '12.3'],
    [123.4, '123'],
    [1234567, '1,234,567'],
  ])('writes %d as %s', (value, text) => {
    expect(formatNumber(value)).toBe(text);
  });
});
