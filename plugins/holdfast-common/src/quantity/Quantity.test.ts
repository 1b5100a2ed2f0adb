import fc from 'fast-check';
import { parseBytes, Quantity } from './Quantity';

// The tables are those of k8s.io/apimachinery v0.34.1, pkg/api/resource/quantity_test.go: the named test functions, and the examples
// in the documentation of resource.Quantity.

describe('Quantity.parse', () => {
  // TestQuantityParse: input, value times 10^exponent, format.
  it.each<[string, bigint, number, string]>([
    ['0', 0n, 0, 'DecimalSI'],
    ['0n', 0n, 0, 'DecimalSI'],
    ['0Ki', 0n, 0, 'BinarySI'],
    ['0T', 0n, 0, 'DecimalSI'],
    ['1', 1n, 0, 'DecimalSI'],
    // Binary suffixes
    ['1Ki', 1024n, 0, 'BinarySI'],
    ['8Ki', 8n * 1024n, 0, 'BinarySI'],
    ['7Mi', 7n * 1024n ** 2n, 0, 'BinarySI'],
    ['6Gi', 6n * 1024n ** 3n, 0, 'BinarySI'],
    ['5Ti', 5n * 1024n ** 4n, 0, 'BinarySI'],
    ['4Pi', 4n * 1024n ** 5n, 0, 'BinarySI'],
    ['3Ei', 3n * 1024n ** 6n, 0, 'BinarySI'],
    ['100Ti', 100n * 1024n ** 4n, 0, 'BinarySI'],
    // Decimal suffixes
    ['5n', 5n, -9, 'DecimalSI'],
    ['4u', 4n, -6, 'DecimalSI'],
    ['3m', 3n, -3, 'DecimalSI'],
    ['8k', 8n, 3, 'DecimalSI'],
    ['7M', 7n, 6, 'DecimalSI'],
    ['6G', 6n, 9, 'DecimalSI'],
    ['300T', 3n, 14, 'DecimalSI'],
    ['2P', 2n, 15, 'DecimalSI'],
    ['1E', 1n, 18, 'DecimalSI'],
    // Decimal exponents
    ['1E-3', 1n, -3, 'DecimalExponent'],
    ['1e3', 1n, 3, 'DecimalExponent'],
    ['1E6', 1n, 6, 'DecimalExponent'],
    ['1e14', 1n, 14, 'DecimalExponent'],
    ['1E18', 1n, 18, 'DecimalExponent'],
    ['1.3E+6', 13n, 5, 'DecimalExponent'],
    ['1.7E18', 17n, 17, 'DecimalExponent'],
    ['0.5e-2', 5n, -3, 'DecimalExponent'],
    // Things that look like floating point
    ['100.035k', 100035n, 0, 'DecimalSI'],
    ['0.0005k', 5n, -1, 'DecimalSI'],
    ['0.05000', 5n, -2, 'DecimalSI'],
    ['10.035M', 10035n, 3, 'DecimalSI'],
    ['6.987654321G', 6987654321n, 0, 'DecimalSI'],
    ['1.01E', 101n, 16, 'DecimalSI'],
    // Things that saturate or round
    ['3.001n', 4n, -9, 'DecimalSI'],
    ['1.1E-9', 2n, -9, 'DecimalExponent'],
    ['0.0000000001', 1n, -9, 'DecimalSI'],
    ['0.9n', 1n, -9, 'DecimalSI'],
    ['0.00000012345', 124n, -9, 'DecimalSI'],
    ['0.00000012354', 124n, -9, 'DecimalSI'],
    ['9Ei', 2n ** 63n - 1n, 0, 'BinarySI'],
    ['9223372036854775807Ki', 2n ** 63n - 1n, 0, 'BinarySI'],
    ['12E', 12n, 18, 'DecimalSI'],
    // Fractional binary
    ['100.035Ki', 10243584n, -2, 'BinarySI'],
    ['0.5Mi', 524288n, 0, 'BinarySI'],
    ['0.05Gi', 536870912n, -1, 'BinarySI'],
    ['0.025Ti', 274877906944n, -1, 'BinarySI'],
    // "Things written by trolls"
    ['0.000000000001Ki', 2n, -9, 'DecimalSI'],
    ['.001', 1n, -3, 'DecimalSI'],
    ['.0001k', 100n, -3, 'DecimalSI'],
    ['1.', 1n, 0, 'DecimalSI'],
    ['1.G', 1n, 9, 'DecimalSI'],
  ])(
    'reads %s, and the same with either sign',
    (text, value, scale, format) => {
      const nanos = value * 10n ** BigInt(scale + 9);
      expect(Quantity.parse(text)).toMatchObject({ nanos, format });
      expect(Quantity.parse(`+${text}`)).toMatchObject({ nanos, format });
      expect(Quantity.parse(`-${text}`)).toMatchObject({
        nanos: -nanos,
        format,
      });
    },
  );

  // The invalid inputs of TestQuantityParse, and what has no digits, which the grammar in the documentation rules out.
  it.each([
    '',
    '1.1.M',
    '1+1.0M',
    '0.1mi',
    '0.1am',
    'aoeu',
    '.5i',
    '1i',
    '-3.01i',
    '-3.01e-',
    ' 1',
    '1 ',
    '.',
    'Gi',
    '-',
    '10 GB',
    '10GB',
  ])('refuses "%s"', text => {
    expect(() => Quantity.parse(text, { field: 'spec.storage.size' })).toThrow(
      expect.objectContaining({
        name: 'InputError',
        message: `spec.storage.size: "${text}" is not a Kubernetes quantity: write a number with a suffix or none, for example 10Gi, 500M, 100m or 1e9`,
      }),
    );
  });

  it('refuses an exponent that would only cost memory', () => {
    expect(() => Quantity.parse('1e999999999')).toThrow(/exponent beyond 1000/);
  });

  it('quotes only the beginning of a long text', () => {
    expect(() => Quantity.parse('x'.repeat(10_000))).toThrow(
      expect.objectContaining({
        message: expect.stringMatching(/^.{0,250}$/s),
      }),
    );
  });

  it('takes a number, which YAML makes of an unquoted one', () => {
    expect(Quantity.parse(1.5).toString()).toBe('1500m');
    expect(Quantity.parse(1e21).toString()).toBe('1e21');
  });
});

describe('Quantity.toString', () => {
  // TestQuantityString: canonical form, another way to write it. The first two are the examples of the documentation.
  it.each([
    ['1500m', '1.5'],
    ['1536Mi', '1.5Gi'],
    ['1Gi', '1024Mi'],
    ['300Mi', '307200Ki'],
    ['1001Gi', '1025024Mi'],
    ['1Ti', '1024Gi'],
    ['5', '5000m'],
    ['500m', '0.5'],
    ['1G', '1000M'],
    ['1G', '0.001T'],
    ['1m', '1000u'],
    ['1080m', '1.08'],
    ['1080m', '1080000000n'],
    ['1234567M', '1234567M'],
    ['1025', '1025'],
    ['0', '0Gi'],
    ['0', '00'],
    ['1e9', '.001e12'],
    ['1e-3', '0.001e0'],
    ['1e-9', '1000e-12'],
    ['80e-3', '80e-3'],
    ['300e6', '300e6'],
    ['1080n', '1080n'],
    ['-1', '-1'],
    ['-1Gi', '-1024Mi'],
  ])('writes %s for %s', (canonical, text) => {
    expect(Quantity.parse(text).toString()).toBe(canonical);
    expect(JSON.stringify({ size: Quantity.parse(text) })).toBe(
      `{"size":"${canonical}"}`,
    );
  });

  it('loses nothing: what is written is read as the same, and is canonical', () => {
    const suffix = fc.constantFrom(
      ...['', 'n', 'u', 'm', 'k', 'M', 'G', 'T', 'P', 'E'],
      ...['Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei', 'e3', 'E-3', 'e+18', 'e25'],
    );
    const number = fc.tuple(
      fc.constantFrom('', '-', '+'),
      fc.bigInt({ min: 0n, max: 10n ** 20n }),
      fc.constantFrom('', '.', '.5', '.000000000001', '.125'),
    );
    fc.assert(
      fc.property(number, suffix, ([sign, integer, fraction], unit) => {
        const first = Quantity.parse(`${sign}${integer}${fraction}${unit}`);
        const again = Quantity.parse(first.toString());
        expect(again.nanos).toBe(first.nanos);
        expect(again.toString()).toBe(first.toString());
      }),
    );
  });
});

describe('Quantity.compare', () => {
  // TestQuantityCmp
  it.each([
    ['0', '0', 0],
    ['100m', '50m', 1],
    ['50m', '100m', -1],
    ['10000T', '100Gi', 1],
    ['1Gi', '1024Mi', 0],
  ])('of %s and %s is %d', (a, b, expected) => {
    expect(Quantity.parse(a).compare(Quantity.parse(b))).toBe(expected);
  });
});

describe('parseBytes', () => {
  it.each([
    ['10Gi', 10 * 1024 ** 3],
    ['10G', 10e9],
    ['1.5Ki', 1536],
    // Value() "returns the unscaled value of q rounded up to the nearest integer away from 0"
    ['100m', 1],
    ['9.01', 10],
  ])('reads %s as %d', (text, bytes) => {
    expect(parseBytes(text)).toBe(bytes);
  });

  it('refuses a negative size', () => {
    expect(() => parseBytes('-1Gi', { field: 'spec.storage.size' })).toThrow(
      'spec.storage.size: "-1Gi" is negative: a size is zero or more, for example 10Gi',
    );
  });
});
