import { describe, expect, test } from 'vitest';
import { type Stories, TABLE_ONE_2023 } from './office.ts';
import { axeFinds, settled, sidewaysScroll, signInAs, visit } from './office-page.ts';

/** What is looked at, the demonstration account that looks, and the address. Every screen has a line here. */
type Screen = readonly [name: string, username: string, path: string];

export const screenStories: Stories = (office) => {
  describe('every screen', () => {
    const screens: readonly Screen[] = [
      ['home of the province', 'so', '/viec'],
      ['home of a commune', 'lamdot', '/viec'],
      ['overview of the province', 'so', '/toan-canh?nam=2023'],
      ['list of tables', 'so', '/bieu'],
      ['document check', 'so', '/kiem-tra-van-ban'],
      ['plans of the province', 'so', '/ke-hoach'],
      ['a plan that nobody knows', 'so', '/ke-hoach/00000000-0000-7000-8000-000000000000'],
      ['programmes', 'so', '/chuong-trinh'],
      ['targets of the province', 'so', '/chi-tieu'],
      ['table 1 with an open number', 'so', `${TABLE_ONE_2023}&o=11481.c3`],
      ['table 2 on another day’s map', 'so', '/bieu/2?nam=2023&ban-do=2025-07-01'],
      ['table 15 of a commune', 'lamdot', '/bieu/15?nam=2023'],
      ['list of households', 'so', '/ho?nam=2023'],
      ['low-income workers', 'lamdot', '/ho/lao-dong-thu-nhap-thap'],
      ['poverty standards', 'so', '/quan-tri/chuan-ngheo'],
      ['one standard with its grounds', 'so', '/quan-tri/chuan-ngheo/VN-2022'],
      ['another standard tried on a commune', 'lamdot', '/quan-tri/thu-chuan?nam=2023&chuan=VN-2027'],
      ['the tree of units and a province', 'so', '/dia-ban'],
      ['the nation on another day’s map', 'lamdot', '/dia-ban/1?ngay=2025-07-01'],
      ['loading lists of the territory', 'quantri', '/dia-ban/nap'],
      ['a page that is not there', 'so', '/khong-co-trang-nay'],
      ['a household of a malformed id', 'so', '/ho/abc'],
      ['a household that nobody knows', 'so', '/ho/00000000-0000-7000-8000-000000000000'],
      ['a table that is not there', 'so', '/bieu/99'],
      ['my account', 'so', '/toi'],
      ['accounts', 'quantri', '/quan-tri/nguoi-dung'],
      ['a new account', 'quantri', '/quan-tri/nguoi-dung?tai-khoan=moi'],
      ['postings and grievances', 'hongha', '/niem-yet'],
      ['requests sent online', 'hongha', '/ra-soat/de-nghi-truc-tuyen'],
      ['enumerators of a round', 'hongha', '/ra-soat/2024/120050/phan-cong'],
      ['signs of quality with their names', 'thanhtra', '/ra-soat/2024/120050/chat-luong'],
      ['my work', 'hongha', '/ra-soat/viec-cua-toi'],
      ['the board of a commune', 'hongha', '/ra-soat/2024/120050/trinh-tu'],
      ['meetings', 'hongha', '/ra-soat/2024/120050/hop-thon'],
      ['submission and recognition', 'hongha.chutich', '/ra-soat/2024/120050/cong-nhan'],
      ['the superior’s desk', 'aluoi', '/ra-soat/2024/11481/cong-nhan'],
      ['duties', 'soyte', '/viec-giao'],
      ['duties as a board', 'so', '/viec-giao?xem=bang&ai=ca-dia-ban'],
      ['reports of an agency', 'soyte', '/viec-giao/bao-cao'],
      ['agencies and reports', 'so', '/viec-giao?xem=co-quan'],
      ['deadlines', 'hongha', '/ra-soat/thoi-han'],
      ['a month of deadlines', 'hongha', '/ra-soat/thoi-han?xem=lich'],
      ['the register of documents', 'lamdot', '/van-ban'],
      ['a document that nobody knows', 'lamdot', '/van-ban/00000000-0000-7000-8000-000000000000'],
      ['days off and deadlines', 'quantri', '/quan-tri/ngay-nghi'],
      ['templates of documents', 'quantri', '/quan-tri/mau-van-ban'],
      ['the log', 'thanhtra', '/quan-tri/nhat-ky'],
    ];

    test.each(screens)(
      '%s: no breach of accessibility, one h1, nothing scrolls but tables',
      async (...screen) => {
        const [, username, path] = screen;
        const { page, complaints } = await office.look(username);
        const before = complaints.length;
        await page.setViewportSize({ width: 1366, height: 768 });
        await page.goto(path);
        await settled(page);
        expect(await axeFinds(page)).toEqual([]);
        expect(await page.locator('h1').count()).toBe(1);
        const sizes = [
          [1366, 768],
          [683, 384],
          [390, 844],
          [360, 640],
        ] as const;
        for (const [width, height] of sizes) {
          await page.setViewportSize({ width, height });
          expect(await sidewaysScroll(page), `${width} px`).toBe(0);
        }
        expect(await axeFinds(page, false)).toEqual([]);
        expect(complaints.slice(before)).toEqual([]);
      },
    );

    test.each([
      ['aluoi', 'a[href*="/cong-nhan/trinh/"]'],
      ['hongha.chutich', 'a[href*="/cong-nhan/quyet-dinh/"]'],
      ['hongha', 'a[href*="/hop/"]'],
    ])(
      '%s opens the first %s: no breach of accessibility, nothing scrolls but tables',
      async (account, link) => {
        const { page, complaints } = await office.look(account);
        const before = complaints.length;
        await page.setViewportSize({ width: 1366, height: 768 });
        const at = account === 'aluoi' ? '/ra-soat/2024/11481' : '/ra-soat/2024/120050';
        await page.goto(`${at}/${link.includes('hop') ? 'hop-thon' : 'cong-nhan'}`);
        await settled(page);
        const list = await page.locator('h1').innerText();
        await page.locator(link).first().click();
        await page.locator('h1').filter({ hasNotText: list }).waitFor();
        await settled(page);
        expect(await axeFinds(page)).toEqual([]);
        for (const width of [390, 360]) {
          await page.setViewportSize({ width, height: 640 });
          expect(await sidewaysScroll(page), `${width} px`).toBe(0);
        }
        expect(complaints.slice(before)).toEqual([]);
      },
    );

    test('sign-in and a household', async () => {
      const { page, context } = await visit(office.browser, { url: office.url });
      await page.goto('/');
      await page.getByText('Tài khoản trình diễn').waitFor();
      expect(await axeFinds(page)).toEqual([]);
      await signInAs(page, 'so');
      await page.goto(`${TABLE_ONE_2023}&o=11481.c3`);
      await page.getByRole('complementary').getByRole('listitem').first().getByRole('link').click();
      await page.getByRole('region', { name: 'Vì sao' }).waitFor();
      await settled(page);
      expect(await axeFinds(page)).toEqual([]);
      await page.setViewportSize({ width: 390, height: 844 });
      expect(await sidewaysScroll(page)).toBe(0);
      await context.close();
    });
  });
};
