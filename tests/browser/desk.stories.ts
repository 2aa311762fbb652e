import { expect, test } from 'vitest';
import type { Stories } from './office.ts';
import { axeFinds, settled, sidewaysScroll } from './office-page.ts';

/** The round desk, on a commune of the demonstration that has not begun its round of 2024. */
export const deskStories: Stories = (office) => {
  test('a round is opened in a commune, its population is written, and closing says what is in the way', async () => {
    const { page, context, complaints } = await office.come('quantri', { at: '/ra-soat/2024/1' });
    await page.getByRole('link', { name: 'Tỉnh Thừa Thiên Huế' }).click();
    const waiting = page.getByRole('row', { name: /hộ năm trước chờ mang sang$/ }).last();
    const carried = /(\d[\d.]*) hộ năm trước/.exec((await waiting.textContent()) ?? '')?.[1];
    await waiting.getByRole('link').first().click();
    await page.getByText(/^Chưa mở đợt rà soát 2024$/).waitFor();

    await page.getByRole('link', { name: 'Mở đợt 2024' }).click();
    await page.getByText(`Mang sang ${carried} hộ`, { exact: false }).waitFor();
    expect(await axeFinds(page)).toEqual([]);
    await page.getByLabel('Văn bản mở đợt').fill('KH 12/KH-UBND');
    await page.getByRole('button', { name: 'Mở đợt 2024' }).click();
    const blocking = page.getByRole('region', { name: 'Đang vướng, chưa kết thúc được đợt' });
    await blocking.getByText(`${carried} hộ trong danh sách chưa có kết quả`, { exact: false }).waitFor();
    await page.getByText('Văn bản: KH 12/KH-UBND').waitFor();

    await page.getByRole('link', { name: 'Dân số' }).click();
    await page.getByLabel('Nguồn số liệu').fill('Công an xã');
    const total = page.getByRole('gridcell', { name: /^[\d.]+$/ }).first();
    const households = Number((await total.textContent())?.replaceAll('.', ''));
    await total.click();
    await page.keyboard.type(String(households + 1));
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Lưu 1 dòng' }).click();
    await page.getByText('Đã lưu dân số, 1 dòng').waitFor();

    await page.getByRole('link', { name: 'Tiến độ', exact: true }).click();
    await page.getByRole('link', { name: 'Kết thúc đợt 2024' }).click();
    await page.getByRole('region', { name: 'Chưa kết thúc được đợt 2024' }).waitFor();
    expect(await page.getByRole('button', { name: 'Kết thúc đợt 2024' }).count()).toBe(0);
    await page.getByRole('link', { name: `Xem ${carried} hộ` }).click();
    await page.getByText(new RegExp(`^${carried} hộ ở `)).waitFor();
    await settled(page);
    expect(complaints).toEqual([]);
    await context.close();
  });

  test.each([
    ['lamdot', '/ra-soat/2024/120101'],
    ['lamdot', '/ra-soat/2024/120101/dan-so'],
    ['lamdot', '/ra-soat/2024/120101/khong-con'],
    ['lamdot', '/ra-soat/2024/120101/so-bien-dong'],
    ['quantri', '/quan-tri'],
  ])(
    '%s at %s: no breach of accessibility, and nothing but tables scrolls sideways on a telephone',
    async (username, path) => {
      const { page, context } = await office.come(username);
      await page.setViewportSize({ width: 390, height: 844 });
      await page.goto(path);
      await settled(page);
      expect(await page.locator('h1').count()).toBe(1);
      expect(await axeFinds(page)).toEqual([]);
      expect(await sidewaysScroll(page)).toBeLessThanOrEqual(0);
      await context.close();
    },
  );
};
