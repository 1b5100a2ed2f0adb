import { expect, Locator, Page } from '@playwright/test';
import { spawnSync } from 'node:child_process';
import { recoveryCard, takePicture, test } from './portal';

// The catalog takes up to a minute for what was registered, and pictures take their time on a busy machine.
test.describe.configure({ mode: 'serial', timeout: 300_000 });

/** A name that no earlier run has taken. */
const name = `vouchers-${Date.now().toString(36)}`;

const next = (page: Page) =>
  page.getByRole('button', { name: /^(Next|Review)$/ });

/** A step of the form, once it has come up. */
async function step(page: Page, field: Locator): Promise<void> {
  await expect(field).toBeVisible({ timeout: 45_000 });
  await expect(next(page)).toBeEnabled();
}

async function openForm(page: Page): Promise<void> {
  await page.goto('/create');
  const template = page
    .getByRole('article')
    .or(page.locator('.MuiCard-root'))
    .filter({ hasText: 'PostgreSQL database' });
  // The catalog reads its templates when the portal has just started.
  await expect(template.first()).toBeVisible({ timeout: 75_000 });
  await page.goto('/create/templates/default/postgresql');
  await step(page, page.getByRole('textbox', { name: /^Name/ }));
}

async function answerAbout(page: Page): Promise<void> {
  await page.getByRole('textbox', { name: /^Name/ }).fill(name);
  await page.getByRole('combobox', { name: /^Owner/ }).click();
  await page.getByRole('option', { name: 'Checkout' }).click();
  await page.keyboard.press('Escape');
}

test('refuses bad input at the field, in words', async ({ page }) => {
  await openForm(page);
  const nameField = page.getByRole('textbox', { name: /^Name/ });
  await nameField.fill('a'.repeat(41));
  await expect(
    page.getByText('has 41 characters: write at most 40'),
  ).toBeVisible();
  await answerAbout(page);
  await next(page).click();

  const size = page.getByRole('textbox', { name: /^Data volume/ });
  await step(page, size);
  await size.fill('1.5GB');
  await expect(
    page.getByText(
      '"1.5GB" is not the size of a volume: write whole Gi or Ti, for example 2Gi',
    ),
  ).toBeVisible();
  await expect(size).toHaveAttribute('aria-invalid', 'true');
  await size.fill('2Ti');
  await expect(
    page.getByText('"2Ti" is above the quota: write at most 1Ti'),
  ).toBeVisible();
  await size.fill('30Gi');
  const prices = page.getByRole('table', {
    name: 'Monthly price of a volume of 30Gi on each cluster',
  });
  // 30 GiB of gp3 at the list price of us-east-1, 0.08 USD.
  await expect(prices.getByRole('row', { name: /prod-us-east/ })).toContainText(
    '2.40',
  );
  await next(page).click();

  const schedule = page.getByRole('textbox', { name: /^Base backups/ });
  await step(page, schedule);
  await schedule.fill('0 2 * *');
  await expect(page.getByText(/has 4 fields: write six/)).toBeVisible();
  await schedule.fill('0 2 * * *');
  await expect(
    page.getByText(/has five fields.*it would run every 1 h/),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Use 0 0 2 * * *' }).click();
  await expect(schedule).toHaveValue('0 0 2 * * *');
  await page.getByRole('textbox', { name: /^Retention/ }).fill('0d');
  await expect(page.getByText(/"0d" is not a time of days/)).toBeVisible();
});

test('creates a database that is backed up and judged', async ({ page }) => {
  await openForm(page);
  await answerAbout(page);
  await next(page).click();

  await step(page, page.getByRole('textbox', { name: /^Data volume/ }));
  await next(page).click();

  const tiers = page.getByRole('radiogroup', { name: /^Tier/ });
  await step(page, tiers);
  const silver = tiers.getByRole('radio', { name: 'silver' });
  await expect(silver).toBeChecked();
  await silver.focus();
  await page.keyboard.press('ArrowUp');
  await expect(tiers.getByRole('radio', { name: 'gold' })).toBeChecked();
  await page.keyboard.press('ArrowDown');
  await expect(silver).toBeChecked();
  await expect(tiers).toContainText('Lose at most 5 min');
  await expect(tiers).toContainText(/USD\s[\d.]+\s*a month/);
  await next(page).click();

  await step(page, page.getByText('Connection pooler'));
  await next(page).click();

  const cluster = page.getByRole('combobox', { name: /^Kubernetes cluster/ });
  await step(page, cluster);
  await expect(cluster).toHaveValue('prod-eu-west');
  const repository = page.getByRole('group', { name: 'Repository' });
  await expect(repository.getByRole('button')).toContainText('127.0.0.1');
  await expect(repository.getByRole('textbox').first()).toHaveValue('checkout');
  await expect(repository.getByRole('textbox').last()).toHaveValue(name);
  await next(page).click();

  await expect(
    page.getByRole('heading', { name: 'Predicted: Protected' }),
  ).toBeVisible({ timeout: 45_000 });
  const cost = page.getByRole('table', { name: 'Monthly cost' });
  await expect(cost.getByRole('row', { name: /^Data volumes/ })).toBeVisible();
  await expect(cost.getByRole('row', { name: /^Total/ })).toContainText('USD');
  await next(page).click();
  await page.getByRole('button', { name: 'Create' }).click();

  await expect(page).toHaveURL(/\/create\/tasks\//);
  const repositoryLink = page.getByRole('link', { name: 'Repository' });
  const databaseLink = page.getByRole('link', { name: 'Database' });
  await expect(databaseLink).toBeVisible({ timeout: 90_000 });
  const entityPath = await databaseLink.getAttribute('href');
  const repositoryUrl = await repositoryLink.getAttribute('href');

  await page.goto(entityPath ?? '');
  const card = recoveryCard(page);
  const verdict = card.getByRole('heading', { level: 4 }).first();
  await expect(verdict).toContainText('Unprotected', { timeout: 75_000 });
  await expect(card).toContainText('No base backup');
  // The first base backup takes half a minute. Meanwhile, what was published, as its host shows it.
  const host = await page.context().newPage();
  await host.goto(repositoryUrl ?? '');
  await expect(host.getByText('catalog-info.yaml')).toBeVisible();
  await host.close();
  await expect(verdict).toContainText('Protected', { timeout: 90_000 });
});

test('has the documentation of its repository as pages', async ({ page }) => {
  const { error } = spawnSync('mkdocs', ['--version']);
  if (error && process.env.HOLDFAST_REQUIRE_REAL) throw error;

  const path = `/docs/default/component/${name}-repository`;
  await page.goto(path);
  if (error) {
    await expect(
      page.getByText('Run "pip install mkdocs-techdocs-core"'),
    ).toBeVisible({ timeout: 60_000 });
    return;
  }
  // The first reader waits until the pages are made.
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible({
    timeout: 90_000,
  });
  await page.goto(`${path}/runbook`);
  await expect(
    page.getByRole('heading', { level: 1, name: 'Runbook' }),
  ).toBeVisible({ timeout: 45_000 });
  await expect(
    page.getByText(
      `Everything here is about the Cluster ${name} in namespace ${name}`,
    ),
  ).toBeVisible();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`can be read by everybody (${colorScheme})`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    // A link may bring answers with it.
    const answers = { name: `${name}-2`, owner: 'group:default/checkout' };
    await page.goto(
      `/create/templates/default/postgresql?${new URLSearchParams({
        formData: JSON.stringify(answers),
      })}`,
    );
    const nameField = page.getByRole('textbox', { name: /^Name/ });
    await step(page, nameField);
    await expect(nameField).toHaveValue(answers.name);
    await next(page).click();
    await step(page, page.getByRole('textbox', { name: /^Data volume/ }));
    await next(page).click();

    const tiers = page.getByRole('radiogroup', { name: /^Tier/ });
    await step(page, tiers);
    await expect(tiers).toContainText(/USD\s[\d.]+\s*a month/);
    await takePicture(page, {
      name: 'create-durability',
      colorScheme,
      parts: [tiers],
    });
    await next(page).click();
    await step(page, page.getByText('Connection pooler'));
    await next(page).click();
    await step(
      page,
      page.getByRole('combobox', { name: /^Kubernetes cluster/ }),
    );
    await next(page).click();

    const disruptions = page.getByRole('table', {
      name: 'Predicted RPO and RTO for each disruption',
    });
    await expect(disruptions).toBeVisible({ timeout: 45_000 });
    await takePicture(page, {
      name: 'create-preview',
      colorScheme,
      parts: [disruptions, page.getByRole('table', { name: 'Monthly cost' })],
    });
  });
}

test('refuses the same name a second time', async ({ page }) => {
  await openForm(page);
  await answerAbout(page);
  await next(page).click();
  await expect(
    page.getByText(new RegExp(`"${name}" is taken by .*: write another name`)),
  ).not.toHaveCount(0);
  await expect(page.getByRole('textbox', { name: /^Name/ })).toBeVisible();
});
