import { repositoryProblem } from './repositoryProblem';
import { formatRepositoryUrl, parseRepositoryUrl } from './repositoryUrl';

describe('parseRepositoryUrl', () => {
  // The form that parseRepoUrl of @backstage/plugin-scaffolder-node reads.
  it.each([
    {
      text: 'github.com?owner=shop&repo=orders',
      place: { host: 'github.com', owner: 'shop', repo: 'orders' },
    },
    {
      text: '127.0.0.1:3000?owner=shop%2Fbackend&repo=orders',
      place: { host: '127.0.0.1:3000', owner: 'shop/backend', repo: 'orders' },
    },
  ])('reads and writes $text', ({ text, place }) => {
    expect(parseRepositoryUrl(text)).toEqual(place);
    expect(formatRepositoryUrl(place)).toBe(text);
  });

  it.each([undefined, '', '?owner=shop', 'a b'])('makes do with %j', text => {
    expect(parseRepositoryUrl(text).host).toBe('');
  });
});

describe('repositoryProblem', () => {
  it.each([
    ['github.com?owner=shop&repo=orders', undefined],
    ['gitlab.com?owner=shop%2Fbackend&repo=orders', undefined],
    [undefined, { part: 'host', message: 'choose a host' }],
    [
      'github.com?owner=&repo=orders',
      { part: 'owner', message: expect.stringMatching(/^write the org/) },
    ],
    [
      'github.com?owner=shop&repo=my+orders',
      {
        part: 'repo',
        message: expect.stringMatching(/^"my orders" does not do: write the/),
      },
    ],
  ])('of %j is %j', (text, expected) => {
    expect(repositoryProblem(text)).toEqual(expected);
  });
});
