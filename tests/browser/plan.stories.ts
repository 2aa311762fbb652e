import { stat } from 'node:fs/promises';
import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { Stories } from './office.ts';
import { axeFinds, settled, sidewaysScroll, type Visit } from './office-page.ts';

/** Opens a part of the plan and adds a row to it; the first field of the row has the focus. */
async function addRow(page: Page, part: string): Promise<Locator> {
  const parts = page.getByRole('navigation', { name: 'Các phần của kế hoạch' });
  await parts.getByRole('button', { name: new RegExp(`^${part} \\d`, 'u') }).press('Enter');
  await page.getByRole('button', { name: 'Thêm dòng' }).press('Enter');
  await page.locator('li[data-row] :is(input, textarea, select):focus').waitFor();
  return page.locator('li[data-row]').last();
}

export const planStories: Stories = (office) => {
  describe('a plan from nothing to its issued document', () => {
    let address = '';

    test('is typed by keys, left in the middle, found again and laid before the head', async () => {
      const { page, context, complaints } = await office.come('hongha', { at: '/ke-hoach?nam=2025' });
      await page.getByRole('button', { name: 'Soạn kế hoạch năm 2025' }).click();
      await page.getByRole('button', { name: 'Tạo kế hoạch' }).click();
      await page.waitForURL(/\/ke-hoach\/[0-9a-f-]{36}/u);
      address = new URL(page.url()).pathname;
      const node = await addRow(page, 'Nội dung thực hiện');
      await node.getByLabel('Trong chương trình').selectOption('DA2');
      await node.getByLabel('Cơ quan chủ trì').fill('Công chức Văn hóa - Xã hội');
      await node.getByLabel('Thời gian').fill('Trong năm 2025');
      const money = await addRow(page, 'Kinh phí');
      await money.getByLabel('Cho nội dung').selectOption({ index: 1 });
      await money.getByLabel('Số tiền').fill('236 triêu');
      await money.getByText('không phải số tiền').waitFor();
      await money.getByLabel('Số tiền').fill('236 triệu đồng');
      await money.locator('summary', { hasText: '236.000.000 đồng' }).waitFor();
      await addRow(page, 'Phân công nhiệm vụ');
      await page.keyboard.insertText('Công chức Văn hóa - Xã hội');
      const task = 'Chủ trì thực hiện Dự án 2';
      await page.getByRole('textbox', { name: 'Nhiệm vụ', exact: true }).fill(task);
      // gone before the second is over that it waits with sending
      await page.getByRole('link', { name: 'Về danh sách kế hoạch' }).click();
      await page.getByRole('table').waitFor();
      await page.goBack();
      await page.locator('summary', { hasText: task }).waitFor();
      expect(new URL(page.url()).search).toBe('?phan=nhiem-vu');
      await settled(page);
      expect(await axeFinds(page)).toEqual([]);
      const submit = page.getByRole('button', { name: 'Trình kế hoạch' });
      await submit.press('Enter');
      await page.getByText('Đã trình', { exact: true }).waitFor();
      expect(complaints).toEqual([]);
      await context.close();
    });

    test('comes back with its reason, two people mend it at once, and neither is written over', async () => {
      const head = await office.come('hongha.chutich', { at: address });
      await head.page.getByRole('button', { name: 'Trả lại' }).click();
      await head.page.getByLabel('Lý do').fill('Thiếu căn cứ');
      await head.page.getByLabel('Lý do').press('Enter');
      await head.page.getByText(/trả lại lúc .*: Thiếu căn cứ/u).waitFor();
      await head.context.close();
      const one = await office.come('hongha', { at: address });
      const other = await office.come('hongha', { at: address });
      const texts = ['Căn cứ Luật thứ nhất', 'Căn cứ Luật thứ hai'] as const;
      const write = async ({ page }: Visit, text: string) => {
        await page.getByText(/trả lại lúc .*: Thiếu căn cứ/u).waitFor();
        await addRow(page, 'Căn cứ');
        await page.keyboard.insertText(text);
      };
      // the second one's line is down while the first one's row is saved
      await other.page.getByText(/trả lại lúc/u).waitFor();
      await settled(other.page);
      await other.context.setOffline(true);
      await write(other, texts[1]);
      await write(one, texts[0]);
      await one.page.keyboard.press('Control+s');
      await one.page.getByText(/^Đã lưu/u).waitFor();
      await other.page.getByText('Chưa lưu được', { exact: false }).waitFor();
      await other.context.setOffline(false);
      await other.page.keyboard.press('Control+s');
      await other.page.getByText('Phần của hai người đã được ghép lại', { exact: false }).waitFor();
      const article = other.page.getByRole('article', { name: 'Văn bản' });
      for (const text of texts) await article.getByText(text, { exact: false }).waitFor();
      await one.context.close();
      await other.page.getByRole('button', { name: 'Trình kế hoạch' }).click();
      await other.page.getByText('Đã trình', { exact: true }).waitFor();
      await other.context.close();
    });

    test('is approved and issued, and its Word and PDF are there', async () => {
      const { page, context, complaints } = await office.come('hongha.chutich', { at: address });
      await page.getByRole('button', { name: 'Duyệt kế hoạch' }).click();
      await page.getByRole('button', { name: 'Ban hành kế hoạch' }).click();
      await page.getByLabel('Người ký').fill('Hồ Văn Trình Diễn');
      await page.getByRole('checkbox').uncheck();
      await page.getByLabel('Người ký').press('Enter');
      await page.getByText('Đã ban hành', { exact: true }).waitFor();
      await page.setViewportSize({ width: 390, height: 844 });
      expect(await sidewaysScroll(page)).toBe(0);
      await page.getByRole('button', { name: 'Phiên bản và lịch sử' }).click();
      await page.getByRole('link', { name: 'Mở văn bản' }).click();
      for (const [name, ending] of [
        ['Tải Word', '.docx'],
        ['Tải PDF', '.pdf'],
      ] as const) {
        const [file] = await Promise.all([
          page.waitForEvent('download'),
          page.getByRole('button', { name }).click(),
        ]);
        expect(file.suggestedFilename()).toMatch(new RegExp(`${ending}$`, 'u'));
        expect((await stat(await file.path())).size, name).toBeGreaterThan(5_000);
      }
      expect(complaints).toEqual([]);
      await context.close();
    });
  });
};
