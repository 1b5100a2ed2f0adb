import { expect, Locator, Page, test as base } from '@playwright/test';
import { expectAccessible } from './accessibility';

/** A test in the portal, signed in as a guest. An error that nothing in the page catches fails it. */
export const test = base.extend({
  page: async ({ page }, runTest) => {
    const errors: Error[] = [];
    page.on('pageerror', error => errors.push(error));
    await page.goto('/');
    await page.getByRole('button', { name: 'Enter' }).click();
    await expect(page).toHaveURL(/\/holdfast/);
    await expect(page.getByRole('tab', { name: 'Databases' })).toBeVisible();
    await runTest(page);
    expect(errors).toEqual([]);
  },
});

interface DatabaseName {
  cluster: string;
  name: string;
}

/** Shows one database in the fleet, once it leads to the page of its entity: the catalog takes a minute to learn of a new one. */
export async function showInFleet(
  page: Page,
  database: DatabaseName,
): Promise<Locator> {
  const { cluster, name } = database;
  await page.goto(
    `/holdfast/databases?${new URLSearchParams({ cluster, text: name })}`,
  );
  const row = page.getByRole('grid').getByRole('row').nth(1);
  await expect(row).toContainText(name);
  await expect(row).toHaveAttribute('data-href', /^\/catalog\//, {
    timeout: 75_000,
  });
  return row;
}

/** Opens the page of one database by way of the fleet, as a user would. */
export async function openDatabase(
  page: Page,
  database: DatabaseName,
): Promise<void> {
  const row = await showInFleet(page, database);
  await row.getByRole('rowheader').click();
  await expect(page).toHaveURL(/\/catalog\/default\/resource\//);
}

/** The Recovery card of an entity page, once it has its database. */
export function recoveryCard(page: Page): Locator {
  return page
    .getByRole('article')
    .filter({ has: page.getByRole('heading', { name: 'Attained RPO' }) });
}

// `HOLDFAST_PICTURES=docs/images` makes those of the documentation anew, as high as a screen.
const documentation = process.env.HOLDFAST_PICTURES;

/** Takes pictures in light and dark for whoever reads what CI left behind, and holds some parts of the page to be accessible in both. */
export async function takePictures(
  page: Page,
  name: string,
  parts: Locator[],
  subject?: Locator,
): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await takePicture(page, { name, colorScheme, parts, subject });
  }
  await page.emulateMedia({ colorScheme: 'light' });
}

/** The same in the one that the page is in: what a form holds does not outlive a change. */
export async function takePicture(
  page: Page,
  options: {
    name: string;
    colorScheme: 'light' | 'dark';
    parts: Locator[];
    /** What alone is in the picture for the documentation, where that is not the first screen of the page. */
    subject?: Locator;
  },
): Promise<void> {
  const { name, colorScheme, parts, subject } = options;
  if (documentation) {
    await page.setViewportSize({ width: 1280, height: 1000 });
  }
  await expect(page.locator('body')).toHaveAttribute(
    'data-theme-mode',
    colorScheme,
  );
  // Another theme draws the whole page anew.
  for (const part of parts) await expect(part).toBeVisible();
  await untilStill(page);
  const path = `${
    documentation ?? 'artifacts/screenshots'
  }/${name}-${colorScheme}.png`;
  if (documentation && subject) {
    await subject.screenshot({ path, timeout: 60_000 });
  } else {
    await page.screenshot({
      path,
      fullPage: !documentation,
      timeout: 60_000,
    });
  }
  for (const part of parts) await expectAccessible(part);
}

/**
 * Waits for what fades or slides: halfway, colours are not those that a reader sees. What turns for ever, or with the scroll bar as the shades of
 * cards do, is not waited for.
 */
async function untilStill(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const passing = document
      .getAnimations()
      .filter(
        ({ effect, timeline }) =>
          timeline === document.timeline &&
          effect?.getTiming().iterations !== Infinity,
      );
    await Promise.allSettled(passing.map(({ finished }) => finished));
  });
}
