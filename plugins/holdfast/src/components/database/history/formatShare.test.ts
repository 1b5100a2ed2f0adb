import { formatShare } from './formatShare';

describe('formatShare', () => {
  it.each([
    [1, '100%'],
    [0.999_99, '99.99%'],
    [0.982_3, '98.23%'],
    [0.5, '50%'],
    [0, '0%'],
  ])('writes %p as %s', (share, text) => {
    expect(formatShare(share, 'en-GB')).toBe(text);
  });

  it('writes as the language does', () => {
    expect(formatShare(0.982_3, 'de-DE')).toBe('98,23\u00a0%');
  });
});
