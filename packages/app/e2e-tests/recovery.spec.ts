import { expect, Locator } from '@playwright/test';
import { switchCluster, switchStore } from './demo';
import {
  openDatabase,
  recoveryCard,
  showInFleet,
  takePictures,
  test,
} from './portal';

const orders = { cluster: 'prod-eu-west', name: 'orders' };

const mostStops = 80;

/** The simulated operator notices a store that is gone after one to three seconds. */
const noticedWithinMs = 3_000;

/** From there on it is up to Holdfast. */
const turnedWithinMs = 5_000;

/** Presses Tab until the focus is where it should be. */
async function tabTo(target: Locator): Promise<void> {
  for (let stop = 0; stop < mostStops; stop++) {
    await target.page().keyboard.press('Tab');
    if (await target.evaluate(element => element === document.activeElement)) {
      return;
    }
  }
  throw new Error(`${mostStops} stops of the Tab key do not reach ${target}`);
}

// Clusters are given up and found again in their own time, and pictures take theirs on a busy machine.
test.describe.configure({ timeout: 240_000 });

test.afterEach(async () => {
  await switchStore('s3-eu-west', 'on');
  await switchCluster('prod-us-east', 'on');
});

test('shows the fleet, worst first', async ({ page }) => {
  await expect(page).toHaveURL(/\/holdfast\/databases/);
  const verdicts = page.getByRole('grid').getByRole('row');
  // The clusters are still being read when the portal has just started.
  await expect(verdicts.nth(1)).toContainText('Unprotected', {
    timeout: 60_000,
  });

  for (const verdict of [
    'Unprotected',
    'Unknown',
    'At risk',
    'Protected',
    'Proven',
    'Exempt',
  ]) {
    await expect(
      page.getByRole('button', {
        name: new RegExp(`^[1-9]\\d*\\s*${verdict}$`),
      }),
    ).toBeVisible();
  }
  await takePictures(page, 'recovery-page', [
    page.getByRole('group', { name: 'Filter by verdict' }),
    page.getByRole('list', { name: 'Freshness of the clusters' }),
    page.getByRole('search'),
    page.getByRole('grid'),
  ]);
});

test('can be walked by keyboard alone', async ({ page }) => {
  await showInFleet(page, orders);

  const tile = page.getByRole('button', { name: /Proven$/ });
  await tabTo(tile);
  await page.keyboard.press('Enter');
  await expect(tile).toHaveAttribute('aria-pressed', 'true');
  await expect(page).toHaveURL(/verdict=proven/);

  const row = page.getByRole('grid').getByRole('row').nth(1);
  await tabTo(row);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/catalog\/default\/resource\//);

  const disclosure = recoveryCard(page).getByRole('button').first();
  await tabTo(disclosure);
  await page.keyboard.press('Enter');
  await expect(disclosure).toHaveAttribute('aria-expanded', 'true');
});

test('turns with the store, and says which, since when and why', async ({
  page,
}) => {
  await openDatabase(page, orders);
  const card = recoveryCard(page);
  const verdict = card.getByRole('heading', { level: 4 }).first();
  await expect(verdict).toContainText('Proven');
  await expect(card.getByRole('figure')).toContainText('can be restored');
  await takePictures(page, 'recovery-card-proven', [card]);

  const switchedAt = Date.now();
  await switchStore('s3-eu-west', 'off');
  await expect(verdict).toContainText('At risk');
  const finding = card.getByRole('button', { name: /WAL cannot be archived/ });
  await expect(finding).toContainText('s3://backups-eu-west/shop/orders');
  await expect(finding).toContainText(
    /since \d{4}-\d{2}-\d{2} \d{2}:\d{2} UTC/,
  );
  await expect(finding).toContainText('barman-cloud-wal-archive');

  const turnedAt = await verdict.locator('time').getAttribute('datetime');
  expect(Date.parse(turnedAt ?? '') - switchedAt).toBeLessThanOrEqual(
    noticedWithinMs + turnedWithinMs,
  );
  await finding.click();
  await takePictures(page, 'recovery-card', [card]);

  await switchStore('s3-eu-west', 'on');
  await expect(verdict).toContainText('Proven');
});

test('has one notice for a cluster that is away, and marks its databases', async ({
  page,
}) => {
  await switchCluster('prod-us-east', 'off');
  await page.goto('/holdfast/databases?cluster=prod-us-east');
  const notice = page.getByText('Cluster prod-us-east does not answer');
  await expect(notice).toHaveCount(1, { timeout: 45_000 });
  const databases = page.getByRole('grid').getByRole('rowheader');
  await expect(databases.first()).toBeVisible();
  await expect(page.getByText('stale', { exact: true })).toHaveCount(
    await databases.count(),
  );
  await takePictures(page, 'cluster-away', [page.getByRole('grid')]);

  await openDatabase(page, { cluster: 'prod-us-east', name: 'warehouse' });
  await expect(recoveryCard(page)).toContainText(
    /It has not answered since .* This is how the database stood then\./,
  );

  await switchCluster('prod-us-east', 'on');
  await page.goto('/holdfast/databases?cluster=prod-us-east');
  await expect(notice).toHaveCount(0, { timeout: 45_000 });
  await expect(page.getByText('stale', { exact: true })).toHaveCount(0);
});
