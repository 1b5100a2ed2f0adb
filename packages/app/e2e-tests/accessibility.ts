import { readFileSync } from 'node:fs';
import { expect, Locator } from '@playwright/test';
import type { Checker } from 'accessibility-checker-engine';

// What the engine's script puts into the page.
declare const ace: { Checker: new () => Checker };

const engine = readFileSync(
  require.resolve('accessibility-checker-engine/ace.js'),
  'utf8',
);

/** What the kit does inside its own components, and a plugin cannot change. */
const rulesOfTheKit = [
  // React Aria makes the cell that names a row a `rowheader`, on a `td`.
  'table_aria_descendants',
  // BUI does not hide its icons in buttons that have a name.
  'svg_graphics_labelled',
];

/** Holds a part of the page to WCAG 2.1 level A and AA, as far as a machine can tell. */
export async function expectAccessible(part: Locator): Promise<void> {
  await part.page().evaluate(engine);
  const violations = await part.evaluate(async element => {
    // React Aria keeps collections in `template` elements with a tree of their own, over which the engine stumbles.
    const restores = [...document.querySelectorAll('template')].map(
      template => {
        const place = document.createComment('');
        template.replaceWith(place);
        return () => place.replaceWith(template);
      },
    );
    try {
      const { results } = await new ace.Checker().check(element, ['WCAG_2_1']);
      return results
        .filter(
          ({ value: [kind, outcome] }) =>
            kind === 'VIOLATION' && outcome === 'FAIL',
        )
        .map(({ ruleId, message, snippet }) => ({ ruleId, message, snippet }));
    } finally {
      for (const restore of restores) restore();
    }
  });
  expect(
    violations.filter(({ ruleId }) => !rulesOfTheKit.includes(ruleId)),
  ).toEqual([]);
}
