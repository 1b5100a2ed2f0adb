import { timelineLayout } from './timelineLayout';

const window = {
  from: '2026-11-01T00:00:00Z',
  to: '2026-11-11T00:00:00Z',
  continuous: true,
};

describe('timelineLayout', () => {
  it('draws a gap to scale', () => {
    const layout = timelineLayout({
      window,
      points: [],
      now: Date.parse('2026-11-16T00:00:00Z'),
    });
    expect(layout.gapSeconds).toBe(5 * 24 * 3600);
    expect(layout.gapShare).toBeCloseTo(1 / 3);
  });

  it('keeps a gap of minutes in days visible', () => {
    const layout = timelineLayout({
      window,
      points: [],
      now: Date.parse('2026-11-11T00:03:00Z'),
    });
    expect(layout.gapShare).toBeGreaterThan(0.1);
  });

  it('leaves room for the window beside a gap of years', () => {
    const layout = timelineLayout({
      window,
      points: [],
      now: Date.parse('2036-11-11T00:00:00Z'),
    });
    expect(layout.gapShare).toBeLessThan(0.7);
  });

  it('takes a latest moment ahead of the own clock for now', () => {
    const layout = timelineLayout({
      window,
      points: [],
      now: Date.parse('2026-11-10T23:59:59Z'),
    });
    expect(layout.gapSeconds).toBe(0);
  });

  it('places points between first and latest moment and leaves out the others', () => {
    const layout = timelineLayout({
      window,
      points: [
        { consistentAt: '2026-11-11T00:00:00Z', usable: true },
        { consistentAt: '2026-11-06T00:00:00Z', usable: true },
        { consistentAt: '2026-10-20T00:00:00Z', usable: false },
      ],
      now: Date.parse('2026-11-12T00:00:00Z'),
    });
    expect(layout.points.map(({ position }) => position)).toEqual([1, 0.5]);
  });

  it('puts a single point at the end of a window without length', () => {
    const layout = timelineLayout({
      window: { ...window, from: window.to },
      points: [{ consistentAt: window.to, usable: true }],
      now: Date.parse('2026-11-12T00:00:00Z'),
    });
    expect(layout.points[0].position).toBe(1);
  });
});
