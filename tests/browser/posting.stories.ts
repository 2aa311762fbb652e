import { describe, expect, test } from 'vitest';
import type { Stories } from './office.ts';
import { axeFinds, settled, sidewaysScroll, visit } from './office-page.ts';

/** The list the demonstration hangs out. */
const POSTED = '/t/K7Q2-9M4X';
const SAID = 'Nhà tôi có 5 người, năm nay mất mùa.';

export const postingStories: Stories = (office) => {
  describe('a posted list', () => {
    test('a citizen on a telephone without JavaScript finds a name, complains and follows it; the officer answers', async () => {
      const context = await office.browser.newContext({
        baseURL: office.url,
        viewport: { width: 390, height: 844 },
        locale: 'vi-VN',
        javaScriptEnabled: false,
      });
      const page = await context.newPage();
      page.setDefaultTimeout(20_000);
      await page.goto('/cong-khai');
      await page.getByRole('link', { name: 'Xem danh sách niêm yết' }).click();
      await page.getByLabel('Mã niêm yết').fill('k7q29m4x');
      await page.getByRole('button', { name: 'Xem danh sách' }).click();
      await page.getByRole('table').waitFor();
      const head = (await page.locator('tbody tr').nth(1).locator('td').nth(1).textContent())?.trim() ?? '';
      const plain = head
        .normalize('NFD')
        .replace(/\p{M}/gu, '')
        .replace(/đ/gu, 'd')
        .replace(/Đ/gu, 'D')
        .toLowerCase();
      await page.getByLabel('Tìm chủ hộ').fill(plain);
      await page.getByRole('button', { name: 'Tìm' }).click();
      await page.getByText(head, { exact: false }).first().waitFor();
      expect(page.url()).not.toContain(encodeURIComponent(plain));
      await page.getByRole('link', { name: 'Phản ánh về hộ này' }).first().click();
      await page.getByRole('button', { name: 'Gửi' }).click();
      // Nothing was written yet: said beside the field, and the chosen household stays.
      await page.getByText('Chưa ghi nội dung.').first().waitFor();
      expect(await page.getByLabel('Hộ nào trong danh sách').inputValue()).not.toBe('');
      await page.getByLabel('Nội dung').fill(SAID);
      await page.getByRole('button', { name: 'Gửi' }).click();
      await page.getByText('Đã nhận phản ánh của ông/bà.').waitFor();
      const number = /PA-2024-\d{3}/u.exec((await page.locator('h1').textContent()) ?? '')?.[0] ?? '';
      expect(number).not.toBe('');
      const receipt = page.url();

      const desk = await office.come('hongha');
      await desk.page.goto('/niem-yet?muc=phan-anh');
      await desk.page.getByRole('button', { name: number }).click();
      await desk.page.getByText(SAID).waitFor();
      await desk.page.getByLabel('Người khác, ghi tên').fill('Vi Văn Thành');
      await desk.page.getByRole('button', { name: 'Giao phúc tra' }).click();
      await desk.page.getByLabel('Đã xem thấy gì').fill('Nhà đúng 5 người.');
      await desk.page.getByLabel('Kết luận').selectOption('partly');
      await desk.page.getByRole('button', { name: 'Ghi kết quả phúc tra' }).click();
      await desk.page.getByLabel('Nội dung trả lời').fill('Giữ kết quả, ghi bổ sung nhân khẩu.');
      await desk.page.getByRole('button', { name: 'Trả lời', exact: true }).click();
      await desk.page.getByRole('button', { name: 'Kết thúc phản ánh' }).waitFor();
      expect(await axeFinds(desk.page)).toEqual([]);
      expect(desk.complaints).toEqual([]);
      await desk.context.close();

      await page.goto(receipt);
      await page.getByText('✓ Đã trả lời').waitFor();
      await context.close();
    });

    test.each(['/cong-khai', '/t', POSTED, '/pa?t=K7Q2-9M4X', '/pa/tra-cuu', '/x', `${POSTED}?lang=en`])(
      '%s: no breach of accessibility, nothing scrolls sideways, under 50 kB',
      async (path) => {
        const { page, context, complaints } = await visit(office.browser, {
          url: office.url,
          width: 360,
          height: 640,
        });
        const answer = await page.goto(path);
        expect((await answer?.body())?.length).toBeLessThan(50_000);
        await settled(page);
        expect(await axeFinds(page)).toEqual([]);
        expect(await page.locator('h1').count()).toBe(1);
        expect(await sidewaysScroll(page)).toBe(0);
        expect(complaints).toEqual([]);
        await context.close();
      },
    );
  });
};
