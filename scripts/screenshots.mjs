// Takes pictures of every screen at the office's and the telephone's size from a running demonstration:
//   node scripts/screenshots.mjs http://127.0.0.1:8080                renews the pictures that the guide and README show
//   node scripts/screenshots.mjs http://127.0.0.1:8080 folder [name …]  all of them, or those named, to be looked at
// It brings files and opens forms, which a demonstration may keep: use one with a data folder of its own.
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { picturesNamed } from './guide-pictures.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [address = 'http://127.0.0.1:8080', folder, ...wanted] = process.argv.slice(2);
const shown = folder === undefined ? picturesNamed(root) : null;
const target = folder ?? join(root, 'docs/guide/images');

const SIZES = [
  ['', { width: 1366, height: 768 }],
  ['-390', { width: 390, height: 844 }],
];

const go = (path) => (page) => page.goto(path);

/** A household of A Lưới that was poor in 2023, opened as a reader would: by the number. */
async function openHousehold(page) {
  await page.goto('/bieu/1?nam=2023&o=11481.c3');
  await page.getByRole('complementary').getByRole('listitem').first().getByRole('link').click();
  await page.getByRole('button', { name: /^2023/ }).click();
  const why = page.getByRole('region', { name: 'Vì sao' });
  await why.getByRole('listitem').first().waitFor();
  await why.getByRole('button').first().click();
}

/** The officer's own plan, which is still being drawn up. */
async function openPlan(page) {
  await page.goto('/ke-hoach');
  await settle(page);
  await page.locator('main tbody a').first().click();
  await settle(page);
  await page.getByRole('button', { name: /^Nội dung thực hiện/ }).click();
}

/** The keys of the list of households. */
async function openKeys(page) {
  await page.goto('/ho?nam=2023&don-vi=11481');
  await page.locator('main tbody a').first().waitFor();
  await page.keyboard.press('F1');
}

/** The first household of the officer's own list. */
async function openOwnHousehold(page) {
  await page.goto('/ho?nam=2024');
  await page.locator('main tbody a').first().click();
  await page.waitForURL(/\/ho\/[0-9a-f-]{36}/);
}

const openAct = (act) => async (page) => {
  await openOwnHousehold(page);
  const url = new URL(page.url());
  url.searchParams.set('viec', act);
  await page.goto(url.href);
};

/** A household's form as someone begins to type it. */
async function openForm(page) {
  await page.goto('/nhap-phieu');
  await page.getByRole('link', { name: 'Thôn 3', exact: true }).click();
  await page.getByRole('link', { name: 'Nhập hộ tiếp theo' }).click();
  await page.locator('[data-key^="m:"]').first().waitFor();
}

const openEntry =
  (more = '') =>
  async (page) => {
    await page.goto('/nhap-phieu');
    await page.getByRole('link', { name: 'Thôn 3', exact: true }).click();
    await page.waitForURL(/thon=/);
    if (more !== '') await page.goto(`${page.url()}${more}`);
  };

/** Lâm Đớt's round of 2024, or a part of its desk. */
const openDesk =
  (part = '') =>
  async (page) => {
    await page.goto('/ra-soat');
    await page.waitForURL(/\/ra-soat\/\d+\/\d+/);
    if (part !== '') await page.goto(`${new URL(page.url()).pathname}/${part}`);
  };

/** The first thing of a part of the desk that an address leads to. */
const openFirst = (part, address) => async (page) => {
  await openDesk(part)(page);
  await page.locator(`main a[href*="${address}"]`).first().click();
  await page.waitForURL((url) => url.pathname.startsWith(address));
};

/** A list with the faults that files of communes have. */
const LIST = [
  'Họ và tên chủ hộ,Ngày sinh,Giới tính,Thôn,Phân loại hộ,Điểm A,Điểm B',
  'Hồ Văn Tâm,12/03/1987,Nam,Thôn 3,Hộ nghèo,130,40',
  'Lê Thị Hạnh,30/02/1985,Nữ,Thôn 3,Hộ cận nghèo,135,20',
  'Trần Văn Lộc,1979,Nam,Thôn 5,Hộ ngheo,120,30',
  'Nguyễn Thị Mơ,05/11/1990,Nữ,Thôn 5,,150,10',
].join('\n');

const csv = (name, text) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });

async function bringList(page) {
  await page.goto('/nhap-excel');
  await page.locator('input[type=file]').setInputFiles(csv('ho-thon-3-va-5.csv', LIST));
  await page.waitForURL(/\/nhap-excel\/[0-9a-f-]{36}/);
  await page.getByRole('region', { name: 'Lỗi và lưu ý' }).waitFor();
}

/** Three people of the demonstration as the population database might have them, and one it alone has. */
const EXTRACT = [
  'Số định danh cá nhân,Họ và tên,Ngày sinh,Giới tính',
  '046086965896,Hồ Văn Cúc,14/07/1986,Nam',
  '046187965897,Hồ Thị Vân,27/07/1988,Nữ',
  '046308965898,Hồ Thị Thảo Nguyên,14/02/2008,Nữ',
  '046211000001,Hồ Văn Nam,05/08/2011,Nam',
].join('\n');

/** A notice of the commune, drafted when there is none yet, numbered. */
async function draftNotice(page) {
  await page.goto('/van-ban');
  await settle(page);
  const known = page.getByRole('link', { name: 'Lịch họp thôn năm 2024' });
  if ((await known.count()) > 0) {
    await known.first().click();
  } else {
    await page.getByRole('button', { name: 'Soạn thông báo' }).click();
    await page.getByLabel('Trích yếu').fill('Lịch họp thôn năm 2024');
    await page
      .getByLabel('Nội dung (mỗi đoạn một dòng)')
      .fill('Các thôn họp từ ngày 28 tháng 10 năm 2024 tại nhà văn hóa thôn.');
    await page.getByRole('button', { name: 'Lưu bản nháp' }).click();
  }
  await page.waitForURL(/van-ban\/[0-9a-f-]{36}/);
  await settle(page);
  const number = page.getByRole('button', { name: 'Cấp số' });
  if ((await number.count()) > 0) await number.click();
  await settle(page);
}

async function compareExtract(page) {
  await page.goto('/nhap-excel/doi-chieu');
  await page.locator('input[type=file]').setInputFiles(csv('trich-dan-cu-thon-3.csv', EXTRACT));
  await page.waitForURL(/doi-chieu\/[0-9a-f-]{36}/);
  await page.getByRole('navigation', { name: 'Loại kết quả' }).waitFor();
}

/** A household written down twice, side by side; the second is written when there is no such pair yet. */
async function openDuplicate(page) {
  await page.goto('/ho/nghi-trung');
  await settle(page);
  const compare = page.locator('main tbody').getByText('So sánh', { exact: true }).first();
  if (!(await compare.isVisible())) {
    await page.goto('/ho/moi');
    await page.getByRole('combobox', { name: 'Thôn' }).fill('Thôn 3');
    await page
      .getByRole('option', { name: /Thôn 3/ })
      .first()
      .click();
    await page.getByRole('textbox', { name: 'Họ và tên' }).fill('Hồ Văn Cúc');
    await page.getByRole('textbox', { name: 'Ngày sinh, hoặc năm sinh' }).fill('14/07/1986');
    await page.getByRole('button', { name: 'Ghi hộ này' }).click();
    await page.waitForURL(/\/ho\/[0-9a-f-]{36}/);
    await page.goto('/ho/nghi-trung');
  }
  await compare.click();
  await page.getByText('Giữ hộ nào').waitFor();
}

/** The menu; on a telephone it is opened first. */
const openMenu = async (page) => {
  await page.goto('/viec');
  await settle(page);
  const button = page.getByRole('button', { name: 'Mở danh mục' });
  if (await button.isVisible()) await button.click();
};

/** Every screen of the office: its picture's name, the account that looks, and how it is opened. */
/** The targets of the reader's own place in the running year, a part of them. */
const openTargets =
  (part = '', search = '') =>
  async (page) => {
    await page.goto('/chi-tieu');
    await page.waitForURL(/\/chi-tieu\/\d+\/\d+/u);
    await page.goto(`${page.url()}${part === '' ? '' : `/${part}`}${search}`);
    await page.locator('main h1').waitFor();
  };

const SCREENS = [
  { name: 'lao-dong-thu-nhap-thap', account: 'lamdot', open: go('/ho/lao-dong-thu-nhap-thap') },
  { name: 'viec-xa', account: 'lamdot', open: go('/viec') },
  { name: 'danh-muc', account: 'lamdot', open: openMenu },
  { name: 'niem-yet', account: 'hongha', open: go('/niem-yet') },
  { name: 'niem-yet-cong-khai', account: 'hongha', open: go('/t/K7Q2-9M4X') },
  { name: 'de-nghi-truc-tuyen', account: 'hongha', open: go('/ra-soat/de-nghi-truc-tuyen') },
  { name: 'de-nghi-cong-khai', account: 'hongha', open: go('/de-nghi/20050') },
  { name: 'viec-giao', account: 'soyte', open: go('/viec-giao') },
  { name: 'viec-giao-bao-cao', account: 'soyte', open: go('/viec-giao/bao-cao') },
  { name: 'viec-giao-bang', account: 'so', open: go('/viec-giao?xem=bang&ai=ca-dia-ban') },
  { name: 'viec-giao-lich', account: 'so', open: go('/viec-giao?xem=lich&ai=ca-dia-ban') },
  { name: 'viec-giao-co-quan', account: 'so', open: go('/viec-giao?xem=co-quan') },
  { name: 'thoi-han', account: 'hongha', open: go('/ra-soat/thoi-han') },
  { name: 'thoi-han-lich', account: 'hongha', open: go('/ra-soat/thoi-han?xem=lich') },
  { name: 'toan-canh-xa', account: 'lamdot', open: go('/toan-canh?nam=2023') },
  { name: 'ra-soat', account: 'lamdot', open: openDesk() },
  { name: 'ra-soat-trinh-tu', account: 'hongha', open: openDesk('trinh-tu') },
  { name: 'phan-cong', account: 'hongha', open: openDesk('phan-cong') },
  { name: 'chat-luong', account: 'hongha', open: openDesk('chat-luong') },
  { name: 'chat-luong-thanh-tra', account: 'thanhtra', open: go('/ra-soat/2024/120050/chat-luong') },
  { name: 'viec-cua-toi', account: 'hongha', open: go('/ra-soat/viec-cua-toi') },
  { name: 'ra-soat-de-nghi', account: 'lamdot', open: openDesk('de-nghi') },
  { name: 'hop-thon', account: 'hongha', open: openDesk('hop-thon') },
  { name: 'cong-nhan', account: 'hongha.chutich', open: openDesk('cong-nhan') },
  { name: 'cong-nhan-cap-tren', account: 'aluoi', open: openDesk('cong-nhan') },
  { name: 'ho-so-trinh', account: 'aluoi', open: openFirst('cong-nhan', '/cong-nhan/trinh/') },
  { name: 'quyet-dinh', account: 'hongha.chutich', open: openFirst('cong-nhan', '/cong-nhan/quyet-dinh/') },
  {
    name: 'giay-chung-nhan',
    account: 'hongha.chutich',
    open: async (page) => {
      await openFirst('cong-nhan', '/cong-nhan/quyet-dinh/')(page);
      await page.locator('main a[href*="/cong-nhan/giay/"]').first().click();
    },
  },
  { name: 'cuoc-hop', account: 'hongha', open: openFirst('hop-thon', '/hop/') },
  { name: 'ra-soat-dan-so', account: 'lamdot', open: openDesk('dan-so') },
  { name: 'ra-soat-ghep', account: 'lamdot', open: openDesk('ghep-ho') },
  { name: 'ra-soat-khong-con', account: 'lamdot', open: openDesk('khong-con') },
  { name: 'ra-soat-so-bien-dong', account: 'lamdot', open: openDesk('so-bien-dong') },
  { name: 'ra-soat-dinh-chinh', account: 'lamdot', open: openDesk('dinh-chinh') },
  { name: 'ra-soat-ket-thuc', account: 'lamdot', open: openDesk('ket-thuc') },
  { name: 'chi-tieu', account: 'so', open: openTargets() },
  { name: 'chi-tieu-nhieu', account: 'so', open: openTargets('', '?chi-tieu=poor,houses,clean-water') },
  { name: 'chi-tieu-thuong-luong', account: 'aluoi', open: openTargets('thuong-luong') },
  { name: 'chi-tieu-thuc-hien', account: 'so', open: openTargets('thuc-hien', '?chi-tieu=poor,houses') },
  { name: 'chi-tieu-phu-luc', account: 'so', open: openTargets('nhap-phu-luc') },
  { name: 'chi-tieu-xa', account: 'lamdot', open: openTargets('thuong-luong') },
  { name: 'nhap-phieu-chon', account: 'lamdot', open: go('/nhap-phieu') },
  { name: 'nhap-phieu-thon', account: 'lamdot', open: openEntry() },
  { name: 'nhap-phieu', account: 'lamdot', open: openForm },
  { name: 'nhap-diem', account: 'lamdot', open: openEntry('&cach=diem') },
  { name: 'danh-sach-ho-xa', account: 'lamdot', open: go('/ho?nam=2024') },
  { name: 'ho-xa', account: 'lamdot', open: openOwnHousehold },
  { name: 'ho-them-nguoi', account: 'lamdot', open: openAct('them-nguoi') },
  { name: 'ho-tach', account: 'lamdot', open: openAct('tach') },
  { name: 'ho-moi', account: 'lamdot', open: go('/ho/moi') },
  { name: 'van-ban', account: 'lamdot', open: go('/van-ban') },
  { name: 'van-ban-mot', account: 'lamdot', open: draftNotice },
  { name: 'ngay-nghi', account: 'quantri', open: go('/quan-tri/ngay-nghi') },
  { name: 'mau-van-ban', account: 'quantri', open: go('/quan-tri/mau-van-ban') },
  { name: 'nhap-excel', account: 'lamdot', open: go('/nhap-excel') },
  { name: 'nhap-excel-lo', account: 'lamdot', open: bringList },
  { name: 'doi-chieu', account: 'lamdot', open: compareExtract },
  { name: 'nghi-trung', account: 'lamdot', open: openDuplicate },
  { name: 'bieu-15', account: 'lamdot', open: go('/bieu/15?nam=2023') },
  { name: 'dia-ban-xa', account: 'lamdot', open: go('/dia-ban') },
  { name: 'thu-chuan', account: 'lamdot', open: go('/quan-tri/thu-chuan?nam=2023&chuan=VN-2027') },
  { name: 'viec-tinh', account: 'so', open: go('/viec') },
  { name: 'toan-canh', account: 'so', open: go('/toan-canh?nam=2023') },
  { name: 'ra-soat-tinh', account: 'so', open: openDesk() },
  { name: 'phim-tat', account: 'so', open: openKeys },
  { name: 'danh-sach-bieu', account: 'so', open: go('/bieu') },
  { name: 'chuong-trinh', account: 'so', open: go('/chuong-trinh') },
  { name: 'ke-hoach', account: 'so', open: go('/ke-hoach') },
  { name: 'ke-hoach-xa', account: 'lamdot', open: openPlan },
  { name: 'kiem-tra-van-ban', account: 'so', open: go('/kiem-tra-van-ban') },
  { name: 'bieu-1-toan-tinh', account: 'so', open: go('/bieu/1?nam=2023') },
  { name: 'bieu-1', account: 'so', open: go('/bieu/1?nam=2023&o=11481.c3') },
  { name: 'bieu-2-ban-do-khac', account: 'so', open: go('/bieu/2?nam=2023&ban-do=2025-07-01') },
  { name: 'danh-sach-ho', account: 'so', open: go('/ho?nam=2023&don-vi=11481') },
  { name: 'ho', account: 'so', open: openHousehold },
  { name: 'dia-ban', account: 'so', open: go('/dia-ban') },
  { name: 'chuan-ngheo', account: 'so', open: go('/quan-tri/chuan-ngheo') },
  { name: 'chuan-ngheo-2022', account: 'so', open: go('/quan-tri/chuan-ngheo/VN-2022') },
  { name: 'tai-khoan-cua-toi', account: 'so', open: go('/toi') },
  { name: 'nhat-ky', account: 'thanhtra', open: go('/quan-tri/nhat-ky') },
  { name: 'quan-tri', account: 'quantri', open: go('/quan-tri') },
  { name: 'nguoi-dung', account: 'quantri', open: go('/quan-tri/nguoi-dung') },
  { name: 'nguoi-dung-moi', account: 'quantri', open: go('/quan-tri/nguoi-dung?tai-khoan=moi') },
  { name: 'nap-danh-muc', account: 'quantri', open: go('/dia-ban/nap') },
];

async function settle(page) {
  await page.waitForLoadState('networkidle');
  await page.locator('h1').waitFor();
  await page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null);
  await page.evaluate(() => document.fonts.ready);
}

async function signIn(page, account) {
  await page.context().clearCookies();
  await page.goto('/');
  await page.locator('li button', { has: page.getByText(account, { exact: true }) }).click();
  await page.locator('nav#menu').waitFor({ state: 'attached' });
}

/** How far the page, not a table's own box, can be pushed sideways. */
const sideways = (page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

async function takeAll(browser, [suffix, viewport]) {
  const isWanted = (name) =>
    (wanted.length === 0 || wanted.includes(name)) && (shown === null || shown.has(`${name}${suffix}.png`));
  const context = await browser.newContext({
    baseURL: address,
    viewport,
    deviceScaleFactor: 1,
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
  });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  const take = (name) => page.screenshot({ path: join(target, `${name}${suffix}.png`) });
  if (isWanted('dang-nhap')) {
    await page.goto('/');
    await page.getByText('Tài khoản trình diễn').waitFor();
    await settle(page);
    await take('dang-nhap');
  }
  let signedInAs = '';
  const failed = [];
  for (const { name, account, open } of SCREENS.filter((screen) => isWanted(screen.name))) {
    try {
      if (signedInAs !== account) await signIn(page, account);
      signedInAs = account;
      await open(page);
      await settle(page);
      await take(name);
      const over = await sideways(page);
      if (over > 0) failed.push(`${name}${suffix}: ${over} px too wide`);
    } catch (fault) {
      await take(name).catch(() => undefined);
      failed.push(`${name}${suffix}: ${fault}`);
    }
  }
  await context.close();
  return failed;
}

mkdirSync(target, { recursive: true });
const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
const browser = await chromium.launch({
  executablePath,
  args: ['--no-sandbox', '--headless', '--disable-gpu', '--lang=vi'],
});
const failed = [];
for (const size of SIZES) failed.push(...(await takeAll(browser, size)));
await browser.close();
for (const line of failed) console.error(line);
process.exitCode = failed.length > 0 ? 1 : 0;
