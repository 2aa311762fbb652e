// Takes pictures of every screen at the office's and the telephone's size from a running demonstration:
//   node scripts/screenshots.mjs http://127.0.0.1:8080 [folder] [name …]
// Without names, all of them. The best are kept in docs/guide/images.
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [address = 'http://127.0.0.1:8080', folder = join(root, 'docs/guide/images'), ...wanted] =
  process.argv.slice(2);

const SIZES = [
  ['', { width: 1366, height: 768 }],
  ['-390', { width: 390, height: 844 }],
];

/** A household of A Lưới that was poor in 2023, opened as a reader would: by the number. */
async function openHousehold(page) {
  await page.goto('/bieu/1?nam=2023&o=11481.c3');
  await page.getByRole('complementary').getByRole('listitem').first().getByRole('link').click();
  await page.getByRole('button', { name: /^2023/ }).click();
  const why = page.getByRole('region', { name: 'Vì sao' });
  await why.getByRole('listitem').first().waitFor();
  await why.getByRole('button').first().click();
}

/** A household's form as someone begins to type it. */
async function openForm(page) {
  await page.goto('/nhap-phieu');
  await page.getByRole('link', { name: 'Thôn 3', exact: true }).click();
  await page.getByRole('link', { name: 'Nhập hộ tiếp theo' }).click();
  await page.locator('[data-key^="m:"]').first().waitFor();
}

const SCREENS = [
  { name: 'viec-tinh', account: 'so', open: (page) => page.goto('/viec') },
  { name: 'viec-xa', account: 'lamdot', open: (page) => page.goto('/viec') },
  { name: 'danh-sach-bieu', account: 'so', open: (page) => page.goto('/bieu') },
  { name: 'bieu-1-toan-tinh', account: 'so', open: (page) => page.goto('/bieu/1?nam=2023') },
  { name: 'bieu-1', account: 'so', open: (page) => page.goto('/bieu/1?nam=2023&o=11481.c3') },
  {
    name: 'bieu-2-ban-do-khac',
    account: 'so',
    open: (page) => page.goto('/bieu/2?nam=2023&ban-do=2025-07-01'),
  },
  { name: 'bieu-15', account: 'lamdot', open: (page) => page.goto('/bieu/15?nam=2023') },
  { name: 'danh-sach-ho', account: 'so', open: (page) => page.goto('/ho?nam=2023&don-vi=11481') },
  { name: 'ho', account: 'so', open: openHousehold },
  { name: 'nhap-phieu', account: 'lamdot', open: openForm },
];

async function settle(page) {
  await page.locator('h1').waitFor();
  await page.waitForLoadState('networkidle');
  await page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null);
  await page.evaluate(() => document.fonts.ready);
}

async function takeAll(browser, [suffix, viewport]) {
  const context = await browser.newContext({ baseURL: address, viewport, locale: 'vi-VN' });
  const page = await context.newPage();
  const take = (name) => page.screenshot({ path: join(folder, `${name}${suffix}.png`) });
  await page.goto('/');
  await page.getByText('Tài khoản trình diễn').waitFor();
  if (wanted.length === 0 || wanted.includes('dang-nhap')) await take('dang-nhap');
  let signedInAs = '';
  for (const { name, account, open } of SCREENS) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    if (signedInAs !== account) {
      await context.clearCookies();
      await page.goto('/');
      await page.locator('li button', { has: page.getByText(account, { exact: true }) }).click();
      await page.locator('nav#menu').waitFor({ state: 'attached' });
      signedInAs = account;
    }
    await open(page);
    await settle(page);
    await take(name);
  }
  await context.close();
}

mkdirSync(folder, { recursive: true });
const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
const browser = await chromium.launch({
  executablePath,
  args: ['--no-sandbox', '--headless', '--disable-gpu'],
});
for (const size of SIZES) await takeAll(browser, size);
await browser.close();
