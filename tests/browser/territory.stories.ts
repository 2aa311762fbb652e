import { expect, test } from 'vitest';
import type { Stories } from './office.ts';
import { settled } from './office-page.ts';

export const territoryStories: Stories = (office) => {
  test('a unit is reached by keyboard through the tree and by its name, on the map of a day', async () => {
    const { page, context, complaints } = await office.come('so', { at: '/dia-ban' });
    await page.getByRole('treeitem', { selected: true }).focus();
    await page.keyboard.press('ArrowRight');
    await page.getByRole('treeitem', { name: 'Huyện A Lưới' }).waitFor();
    await page.keyboard.type('phu l');
    await page.keyboard.press('ArrowRight');
    await page.getByRole('treeitem', { name: 'Thị trấn Lăng Cô' }).waitFor();
    await page.keyboard.type('lang co');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Thị trấn Lăng Cô' }).waitFor();
    await page.getByLabel('Bản đồ ngày').selectOption('2025-07-01');
    await page.getByText('Thị trấn Lăng Cô không có trên bản đồ ngày 01/07/2025').waitFor();
    await page.getByRole('combobox', { name: 'Tìm đơn vị' }).fill('chan may');
    await page.getByRole('option', { name: /Chân Mây/u }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: /Chân Mây/u }).waitFor();
    await settled(page);
    const past = page.getByRole('region', { name: 'Hình thành từ' });
    expect(await past.getByRole('link', { name: 'Thị trấn Lăng Cô' }).count()).toBe(1);
    expect(complaints).toEqual([]);
    await context.close();
  });
};
