import { parseLabelSelector } from './labelSelector';

// https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#label-selectors
describe('parseLabelSelector', () => {
  it.each([
    ['holdfast.io/report', { 'holdfast.io/report': 'true' }, true],
    ['holdfast.io/report', { 'holdfast.io/report': '' }, true],
    ['holdfast.io/report', { 'holdfast.io/reports': 'true' }, false],
    ['app=db', { app: 'db' }, true],
    ['app=db', { app: 'web' }, false],
    ['app=db,holdfast.io/report', { app: 'db' }, false],
    [
      'app=db, holdfast.io/report',
      { app: 'db', 'holdfast.io/report': 'x' },
      true,
    ],
    ['app', undefined, false],
    ['app', null, false],
    ['app', 'app', false],
    ['app', { app: 7 }, false],
    ['constructor', {}, false],
  ])('%s of %j is %s', (selector, labels, expected) => {
    expect(parseLabelSelector(selector)(labels)).toBe(expected);
  });

  it.each([[''], ['app!=db'], ['!app'], ['app in (a, b)'], ['-a']])(
    'refuses %p',
    selector => {
      expect(() => parseLabelSelector(selector)).toThrow(/label selector/);
    },
  );
});
