import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ruleDescriptions } from './ruleDescriptions';
import { builtInRules } from './rules';

const page = readFileSync(join(__dirname, '../../../../docs/rules.md'), 'utf8');

/** `| a/b | Title | Description |`, however the columns are padded. */
const rows = page
  .split('\n')
  .filter(line => line.startsWith('| `'))
  .map(line =>
    line
      .split('|')
      .slice(1, -1)
      .map(cell => cell.trim()),
  );

describe('docs/rules.md', () => {
  it('has a row for each rule, in the order of their ids, in its own words', () => {
    expect(rows).toEqual(
      ruleDescriptions(builtInRules).map(
        ({ id, title, description, waivable }) => [
          `\`${id}\``,
          title,
          waivable ? 'yes' : 'no',
          description,
        ],
      ),
    );
  });
});
