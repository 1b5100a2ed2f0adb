import { verdictLook } from './verdictLook';

describe('verdictLook', () => {
  it('is green for nothing but Protected and Proven', () => {
    const green = Object.entries(verdictLook)
      .filter(([, look]) => look.tone === 'positive')
      .map(([verdict]) => verdict);
    expect(green).toEqual(['protected', 'proven']);
  });

  it('has an icon of its own for every verdict', () => {
    const icons = Object.values(verdictLook).map(look => look.Icon);
    expect(new Set(icons).size).toBe(icons.length);
  });
});
