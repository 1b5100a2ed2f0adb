import { expect, Page } from '@playwright/test';
import { recoveryCard, takePicture, test } from './portal';

// A database comes up, is backed up, put to sleep, and the catalog takes minutes for what its repository says.
test.describe.configure({ mode: 'serial', timeout: 420_000 });

/** A name that no earlier run has taken. */
const name = `coupons-${Date.now().toString(36)}`;
const entityPath = `/catalog/default/resource/${name}`;
const gitPort = process.env.HOLDFAST_DEMO_PORT_GIT ?? '18445';

/** A form with its answers in the link, from its first page to the run of the template. */
async function fillIn(
  page: Page,
  template: string,
  answers: Record<string, string>,
): Promise<void> {
  const forward = page.getByRole('button', { name: /^(Next|Review)$/ });
  const create = page.getByRole('button', { name: 'Create' });
  await page.goto(
    `/create/templates/default/${template}?${new URLSearchParams({
      formData: JSON.stringify(answers),
    })}`,
  );
  await expect(forward).toBeVisible({ timeout: 75_000 });
  for (let step = 0; step < 10 && !(await create.isVisible()); step += 1) {
    await expect(forward).toBeEnabled();
    const heading = page
      .locator('.Mui-disabled, [aria-current="step"]')
      .first();
    await heading.waitFor({ state: 'attached' });
    await forward.click();
    await expect(create.or(forward)).toBeEnabled({ timeout: 45_000 });
    // The next page takes the place of this one, with a button of the same name.
    await page.waitForTimeout(500);
  }
  await create.click();
  await expect(page).toHaveURL(/\/create\/tasks\//);
}

/** Runs the template for the next step, and returns where its pull request is. */
async function ask(page: Page): Promise<string> {
  await fillIn(page, 'decommission-database', {
    entityRef: `resource:default/${name}`,
    reason: 'The shop gives no coupons any more',
    confirm: name,
  });
  const link = page.getByRole('link', { name: 'Pull request' });
  await expect(link).toBeVisible({ timeout: 30_000 });
  return (await link.getAttribute('href')) ?? '';
}

/** Reads the pull request as its reviewer does, and merges it by a click. */
async function merge(page: Page, url: string, words: RegExp[]): Promise<void> {
  const host = await page.context().newPage();
  await host.goto(url);
  for (const text of words)
    await expect(host.locator('body')).toContainText(text);
  await host.getByRole('button', { name: 'Merge' }).click();
  await expect(
    host.getByRole('paragraph').filter({ hasText: /Merged .* as/ }),
  ).toBeVisible();
  await host.close();
}

test('makes a database to take out of service', async ({ page }) => {
  await fillIn(page, 'postgresql', {
    name,
    owner: 'group:default/checkout',
    tier: 'bronze',
    cluster: 'prod-eu-west',
    repoUrl: `127.0.0.1:${gitPort}?owner=checkout&repo=${name}`,
  });
  await expect(page.getByRole('link', { name: 'Database' })).toBeVisible({
    timeout: 150_000,
  });
  await page.goto(entityPath);
  const verdict = recoveryCard(page).getByRole('heading', { level: 4 }).first();
  await expect(verdict).toContainText('Protected', { timeout: 150_000 });
});

test('refuses what nobody confirms', async ({ page }) => {
  await fillIn(page, 'decommission-database', {
    entityRef: `resource:default/${name}`,
    reason: 'A slip of the hand',
    confirm: 'another-database',
  });
  await expect(
    page
      .getByText(`is not the name of the database: write ${name} to confirm`)
      .first(),
  ).toBeVisible({ timeout: 30_000 });
});

test('asks for a last backup, by a pull request', async ({ page }) => {
  const url = await ask(page);
  await merge(page, url, [
    /Take a last backup/,
    /goes on running, taking writes and being backed up/,
    /This merge deletes nothing/,
    /USD/,
  ]);
});

test('puts it to sleep once that backup is seen, and says so', async ({
  page,
}) => {
  let url = '';
  // Refused until Holdfast has seen the backup as complete.
  await expect(async () => {
    url = await ask(page);
  }).toPass({ timeout: 180_000, intervals: [5_000] });
  await merge(page, url, [
    /Put .* to sleep until \d{4}-\d{2}-\d{2}/,
    /The database stops/,
    /Revert the merge/,
    /Unpriced|USD/,
  ]);

  await page.goto(entityPath);
  const card = recoveryCard(page);
  await expect(card).toContainText(
    /out of service and held until \d{4}-\d{2}-\d{2}/,
    { timeout: 90_000 },
  );
  await expect(card.getByRole('heading', { level: 4 }).first()).toContainText(
    'Protected',
  );
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await takePicture(page, {
      name: 'decommission-held',
      colorScheme,
      parts: [card],
    });
  }
});

test('is not deleted before its time', async ({ page }) => {
  await fillIn(page, 'decommission-database', {
    entityRef: `resource:default/${name}`,
    reason: 'In a hurry',
    confirm: name,
  });
  await expect(
    page.getByText(/is held until \d{4}-\d{2}-\d{2}: its deletion/).first(),
  ).toBeVisible({ timeout: 30_000 });
});
