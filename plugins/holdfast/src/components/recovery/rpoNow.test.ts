import { rpoNow } from './rpoNow';

const latestRestorable = '2026-11-20T12:00:00Z';
const at = (time: string) => Date.parse(`2026-11-20T${time}Z`);

describe('rpoNow', () => {
  it('grows with the clock', () => {
    const rpo = { seconds: 60, latestRestorable, evidence: [] };
    expect(rpoNow(rpo, at('12:12:00'))).toBe(12 * 60);
  });

  it('stays below what bounds it', () => {
    const rpo = {
      seconds: 60,
      atMostSeconds: 300,
      latestRestorable,
      evidence: [],
    };
    expect(rpoNow(rpo, at('12:04:00'))).toBe(240);
    expect(rpoNow(rpo, at('12:12:00'))).toBe(300);
  });

  it('is never better than it was assessed, should the clock be behind', () => {
    const rpo = { seconds: 60, latestRestorable, evidence: [] };
    expect(rpoNow(rpo, at('11:59:00'))).toBe(60);
  });

  it('does not count what cannot be told, or is told without a moment', () => {
    expect(rpoNow({ evidence: [] }, at('12:12:00'))).toBeUndefined();
    expect(rpoNow({ seconds: 0, evidence: [] }, at('12:12:00'))).toBe(0);
  });
});
