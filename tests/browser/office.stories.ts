import { expect, test } from 'vitest';
import { type Stories, TABLE_ONE_2023 } from './office.ts';
import { settled } from './office-page.ts';

/** The frame of the office, the tables and the homes. */
export const officeStories: Stories = ({ come }) => {
  test('from sign-in to the households of A Lưới, and why one of them is poor', async () => {
    const { page, context, complaints } = await come('so');
    await page.getByRole('link', { name: 'Biểu và báo cáo' }).click();
    await page.getByRole('link', { name: /^Biểu 1\b/ }).click();
    const row = page.getByRole('row', { name: /Huyện A Lưới/ });
    await row.waitFor();
    const total = page.getByRole('row', { name: /^Tỉnh Thừa Thiên Huế/ });
    expect(await total.textContent()).toMatch(/7\.540.*2,27/);
    expect(await row.textContent()).toMatch(/14\.283.*3\.485.*24,40/);

    await row.getByRole('link', { name: '3.485' }).click();
    const drawer = page.getByRole('complementary');
    await drawer.getByText(/^3\.485 hộ/).waitFor();
    expect(await drawer.getByRole('heading').textContent()).toBe('Huyện A Lưới › Số hộ, Hộ nghèo');
    const copied = page.url();

    const first = drawer.getByRole('listitem').first();
    const head = await first.getByRole('link').textContent();
    await first.getByRole('link').click();
    await page.getByRole('heading', { level: 1, name: head ?? '' }).waitFor();
    expect(page.url()).not.toContain(encodeURIComponent(head ?? ''));
    expect(await page.title()).not.toContain(head ?? '');
    await page.getByRole('button', { name: /^2023/ }).click();
    const why = page.getByRole('region', { name: 'Vì sao' });
    await why.getByText('Hộ nghèo').first().waitFor();
    await why.getByRole('listitem').first().waitFor();
    const resting = why.getByRole('button').first();
    await resting.click();
    expect(await resting.getAttribute('aria-pressed')).toBe('true');
    expect(await page.locator('dt button[aria-pressed="true"]').count()).toBeGreaterThan(0);

    await page.goto(copied);
    await page
      .getByRole('complementary')
      .getByText(/^3\.485 hộ/)
      .waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });

  test('the table is walked by keys alone: down to a unit, into it, and up again', async () => {
    const { page, context } = await come('so');
    await page.goto(TABLE_ONE_2023);
    await page.getByRole('row', { name: /Huyện A Lưới/ }).waitFor();
    await page.locator('[role="grid"] [tabindex="0"]').focus();
    await page.keyboard.press('ArrowRight');
    const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '');
    for (let step = 0; step < 12 && (await focused()) !== 'Huyện A Lưới'; step += 1) {
      await page.keyboard.press('ArrowDown');
    }
    expect(await focused()).toBe('Huyện A Lưới');
    await page.keyboard.press('Enter');
    await page.getByRole('rowheader', { name: 'Xã Hồng Thủy' }).waitFor();
    await page.locator('[role="grid"] [tabindex="0"]').focus();
    await page.keyboard.press('Alt+ArrowUp');
    await page.getByRole('rowheader', { name: 'Huyện A Lưới' }).waitFor();
    await context.close();
  });

  test('a drawer takes the focus, Escape closes it, and the focus goes back to its number', async () => {
    const { page, context } = await come('so');
    await page.goto(TABLE_ONE_2023);
    const number = page.getByRole('row', { name: /Huyện A Lưới/ }).getByRole('link', { name: '3.485' });
    await number.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('complementary').getByRole('listitem').first().waitFor();
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H2');
    await page.keyboard.press('Escape');
    await page.getByRole('complementary').waitFor({ state: 'detached' });
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('3.485');
    await context.close();
  });

  test('a commune’s officer finds other areas as missing, not as forbidden', async () => {
    const { page, context } = await come('lamdot');
    await page.goto(`${TABLE_ONE_2023}&don-vi=11474`);
    const alert = page.getByRole('alert');
    await alert.waitFor();
    expect(await page.getByRole('grid').count()).toBe(0);
    expect(await alert.textContent()).toMatch(/Không tìm thấy|không có|ngoài phạm vi/i);
    await context.close();
  });

  test('every task of the home page opens to as many households as it says', async () => {
    const { page, context } = await come('so');
    const tasks = page.getByRole('region', { name: 'Việc cần làm' }).getByRole('listitem');
    await tasks.first().waitFor();
    const texts = await tasks.allTextContents();
    expect(texts.length).toBeGreaterThan(0);
    for (const [at, text] of texts.entries()) {
      const figure = /([\d.]+) hộ/.exec(text)?.[1];
      if (figure === undefined) continue;
      await page.goto('/viec');
      await tasks.nth(at).getByRole('link').click();
      await page.getByText(`${figure} hộ ở tỉnh Thừa Thiên Huế`).waitFor();
    }
    await context.close();
  });

  test('without network the page stays readable and says since when; it finds the server again by itself', async () => {
    const { page, context } = await come('so');
    await page.goto(TABLE_ONE_2023);
    await page.getByRole('row', { name: /Huyện A Lưới/ }).waitFor();
    await context.setOffline(true);
    await page.getByText(/^Mất mạng từ \d\d:\d\d/).waitFor();
    expect(await page.getByRole('row', { name: /Huyện A Lưới/ }).count()).toBe(1);
    await context.setOffline(false);
    await page.getByText(/^Mất mạng từ/).waitFor({ state: 'detached' });
    await context.close();
  });

  test('without network a page never opened says so in the office’s frame, and opens by itself', async () => {
    const { page, context } = await come('so');
    await settled(page);
    await context.setOffline(true);
    await page.getByRole('link', { name: 'Hộ gia đình', exact: true }).click();
    await page.getByText(/^Mất mạng, trang này chưa mở lần nào/).waitFor();
    expect(await page.getByRole('navigation', { name: 'Danh mục' }).count()).toBe(1);
    await context.setOffline(false);
    await page.getByText(/hộ ở tỉnh Thừa Thiên Huế$/).waitFor();
    await context.close();
  });

  test('English is one press away and stays after the page is opened again', async () => {
    const { page, context } = await come('so');
    await page.getByLabel(/^Tài khoản của/).click();
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('link', { name: 'Tables and reports' }).waitFor();
    await page.reload();
    await page.getByRole('link', { name: 'Tables and reports' }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await context.close();
  });

  test('on paper: the whole table, the mark of demonstration, who and when, and no menu', async () => {
    const { page, context } = await come('so');
    await page.goto(TABLE_ONE_2023);
    await page.getByRole('row', { name: /Huyện A Lưới/ }).waitFor();
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByText('◈ DỮ LIỆU TRÌNH DIỄN').first().isVisible()).toBe(true);
    expect(await page.getByText(/^Người in: /).isVisible()).toBe(true);
    expect(await page.getByRole('navigation', { name: 'Danh mục' }).isVisible()).toBe(false);
    expect(await page.getByRole('button', { name: 'Sao chép', exact: true }).isVisible()).toBe(false);
    const pdf = await page.pdf({ preferCSSPageSize: true });
    expect(pdf.length).toBeGreaterThan(5_000);
    await context.close();
  });
};
