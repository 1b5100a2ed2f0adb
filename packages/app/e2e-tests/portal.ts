import { expect, Locator, Page, test as base } from '@playwright/test';

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

/** The Recovery card of an entity page. */
export function recoveryCard(page: Page): Locator {
  return page
    .getByRole('article')
    .filter({ has: page.getByRole('heading', { name: 'Recovery', level: 3 }) });
}

/** Pictures for whoever reads what CI left behind, in light and dark, with a look at each. */
export async function takePictures(
  page: Page,
  name: string,
  lookAt: () => Promise<void> = async () => {},
): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await expect(page.locator('body')).toHaveAttribute(
      'data-theme-mode',
      colorScheme,
    );
    await page.screenshot({
      path: `artifacts/screenshots/${name}-${colorScheme}.png`,
      fullPage: true,
      timeout: 60_000,
    });
    await lookAt();
  }
  await page.emulateMedia({ colorScheme: 'light' });
}
