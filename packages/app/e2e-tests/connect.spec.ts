import { expect, Locator, Page } from '@playwright/test';
import { openDatabase, takePictures, test } from './portal';

const orders = { cluster: 'prod-eu-west', name: 'orders' };

test.describe.configure({ timeout: 180_000 });

function connectCard(page: Page): Locator {
  return page.getByRole('article').filter({
    has: page.getByRole('heading', { name: 'Connect', exact: true }),
  });
}

/** The entity that was discovered gives way to the one of a repository while the portal starts. */
async function openConnectCard(page: Page): Promise<Locator> {
  const card = connectCard(page);
  await expect(async () => {
    await openDatabase(page, orders);
    await expect(card).toBeVisible();
  }).toPass({ timeout: 100_000 });
  return card;
}

async function choose(card: Locator, field: string, option: string) {
  await card.getByRole('button', { name: field }).click();
  await card.page().getByRole('option', { name: option, exact: true }).click();
}

test('says how to connect, and copies it', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const card = await openConnectCard(page);
  const address = card.getByRole('region', { name: 'Address' });
  await expect(address).toContainText('orders-rw.shop.svc');
  await expect(address).toContainText('5432');
  const credentials = card.getByRole('region', { name: 'Credentials' });
  await expect(credentials).toContainText('orders-app');
  await takePictures(page, 'connect-card', [card], card);

  const copy = card.getByRole('button', {
    name: 'Copy Environment of a container',
  });
  await copy.focus();
  await page.keyboard.press('Enter');
  await expect(card.getByText('Copied')).toHaveCount(1);
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(
    'secretKeyRef:\n        name: orders-app\n        key: password',
  );

  await card.getByRole('tab', { name: 'From your machine' }).click();
  await expect(card).toContainText(
    'kubectl --context=prod-eu-west --namespace=shop port-forward service/orders-rw 15432:5432',
  );
  await takePictures(page, 'connect-card-local', [card]);
});

test('says whom a pool takes, and which certificate it shows', async ({
  page,
}) => {
  const card = await openConnectCard(page);
  await choose(card, 'Role', 'reporting');
  await expect(card).toContainText('orders-reporting-client-cert');
  await choose(card, 'Endpoint', 'orders-pooler-rw · pool');
  await expect(card).toContainText(
    'reporting has no password, and the pool asks for one.',
  );
  await card.getByRole('tab', { name: 'Certificate' }).click();
  await expect(card).toContainText('It does not cover orders-pooler-rw');
  await takePictures(page, 'connect-card-certificate', [card]);
});
