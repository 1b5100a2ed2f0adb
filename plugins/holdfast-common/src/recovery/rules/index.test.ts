import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { builtInRules } from '.';

const written = readdirSync(__dirname, { recursive: true, encoding: 'utf8' })
  .filter(path => path.includes('/') && !path.endsWith('.test.ts'))
  .map(path => path.slice(0, -'.ts'.length))
  .sort();

describe('builtInRules', () => {
  it('are all that are written, each named after its file', () => {
    expect(builtInRules.map(({ id }) => id)).toEqual(written);
  });

  it('are each tested', () => {
    const untested = written.filter(
      id => !existsSync(join(__dirname, `${id}.test.ts`)),
    );
    expect(untested).toEqual([]);
  });

  it('are each described in words', () => {
    for (const { title, description } of builtInRules) {
      expect(title).toMatch(/^[A-Z].*[^.]$/);
      expect(description).toMatch(/^[A-Z].*\.$/);
    }
  });
});
