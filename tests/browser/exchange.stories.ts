import { expect, test } from 'vitest';
import type { Stories } from './office.ts';
import { axeFinds, settled } from './office-page.ts';

const HEAD = 'Họ tên chủ hộ;Ngày sinh;Thôn;Dân tộc;Số nhân khẩu;Phân loại hộ;B1;B2';
const LIST = [
  HEAD,
  'Hồ Văn Nhập;30/02/1985;Thôn Mới;Tà Ôi;4;Hộ nghèo;110;30',
  'Hồ Thị Thử;1961;Thôn Mới;Tầy;3;Hộ cận nghèo;130;20',
].join('\n');

export const exchangeStories: Stories = (office) => {
  test('a bad file is put right on the screen, written, and taken back', async () => {
    const { page, context, complaints } = await office.come('lamdot', { at: '/nhap-excel' });
    await page.getByLabel(/năm rà soát/u).selectOption('2024');
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'hai-o-sai.csv', mimeType: 'text/csv', buffer: Buffer.from(LIST) });
    await page.getByText('còn 2 lỗi phải sửa').waitFor();
    await settled(page);
    expect(await axeFinds(page, false)).toEqual([]);
    // What was read is open for corrections only when its job is known to be over.
    await page.getByText(/^F8 lỗi tiếp theo/u).waitFor();
    await page.keyboard.press('F8');
    await page.locator('tr:focus').waitFor();
    await page.keyboard.press('Enter');
    await page.getByText('sửa thành “28/02/1985”').waitFor();
    await page.getByRole('button', { name: 'Tày', exact: true }).click();
    await page.getByRole('button', { name: 'Chạy thử lại với 2 chỗ đã sửa' }).click();
    const write = page.getByRole('button', { name: 'Ghi 2 hộ' }).and(page.locator(':enabled'));
    await write.click();
    await page.getByText(/^Đã ghi lúc/u).waitFor();
    await page.getByRole('button', { name: 'Hoàn tác lô này' }).click();
    await page.getByText(/hoàn tác lúc/u).waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });
};
