import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { Stories } from './office.ts';
import { axeFinds, settled, sidewaysScroll } from './office-page.ts';

const LAM_DOT = '/ra-soat/2024/120101';

/** One look at a screen on the office's and the telephone's size. */
async function soundOnBothSizes(page: Page): Promise<void> {
  expect(await axeFinds(page)).toEqual([]);
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await sidewaysScroll(page)).toBe(0);
  await page.setViewportSize({ width: 1366, height: 768 });
}

/** What officers do at the desks, to the end. */
export const deskActStories: Stories = (office) => {
  describe('the acts of the desks', () => {
    test('a closed round is reopened with a reason, closed again, locked; then a result is corrected', async () => {
      const officer = await office.come('vyda');
      const { page } = officer;
      await page.getByRole('link', { name: 'Bảng theo thôn' }).click();
      await page.getByRole('link', { name: 'Mở lại đợt 2024' }).click();
      const address = new URL(page.url()).pathname.replace(/\/mo-lai$/u, '');
      await page.getByRole('button', { name: 'Mở lại đợt 2024' }).click();
      await page.getByLabel('Lý do').fill('Bổ sung phiếu của một hộ');
      await soundOnBothSizes(page);
      await page.getByRole('button', { name: 'Mở lại đợt 2024' }).click();
      await page.getByText('Đã mở lại đợt 2024').waitFor();
      await page.getByRole('link', { name: 'Kết thúc đợt 2024' }).click();
      await page.getByRole('button', { name: 'Kết thúc đợt 2024' }).click();
      await page.getByText('Đã kết thúc đợt 2024').waitFor();
      await page.getByText('Bổ sung phiếu của một hộ').waitFor();
      expect(officer.complaints).toEqual([]);
      await officer.context.close();

      const approver = await office.come('so');
      await approver.page.goto(`${address}/khoa`);
      await approver.page.getByRole('button', { name: 'Khóa sổ 1 xã' }).click();
      await approver.page.getByText('Đã khóa sổ 1 xã').waitFor();
      await correctOne(approver.page, address);
      expect(approver.complaints).toEqual([]);
      await approver.context.close();
    });

    test('pairs are decided by keys alone; each word is taken back', async () => {
      const { page, context, complaints } = await office.come('lamdot');
      await page.getByRole('link', { name: 'Ghép hộ' }).click();
      await page.getByRole('heading', { name: 'Ghép danh sách năm nay với năm trước' }).waitFor();
      const undecided = page.getByRole('button', { name: /^Chưa quyết định/ });
      await soundOnBothSizes(page);
      const before = await countIn(page, undecided);
      await page.waitForLoadState('networkidle');
      await page.keyboard.press('F8');
      await page.keyboard.press('Delete');
      await page.getByText('Đã ghi là hai hộ khác nhau').waitFor();
      await page.waitForFunction(
        (count) => document.body.textContent?.includes(`Chưa quyết định (${count})`),
        before - 1,
      );
      // the hand stays where it was: the next pair is at hand
      await page.waitForFunction(
        () => (document.activeElement as HTMLElement | null)?.dataset.pair !== undefined,
      );
      await page.keyboard.press('Enter');
      await page.getByText('Đã ghép hai hộ làm một').waitFor();
      await page.getByRole('button', { name: /^Đã quyết định \(2\)/ }).click();
      const decided = page.getByRole('listitem').filter({ hasText: 'cùng một hộ' }).first();
      await decided.getByRole('button', { name: 'Hoàn tác' }).click();
      await page.getByRole('button', { name: /^Đã quyết định \(1\)/ }).waitFor();
      expect(complaints).toEqual([]);
      await context.close();
    });

    test('a household written twice is compared, merged and parted again; another pair is no pair', async () => {
      const { page, context, complaints } = await office.come('lamdot', { at: '/ho/nghi-trung' });
      await page.getByRole('button', { name: /^Chờ xem \(/ }).waitFor();
      await page.keyboard.press('F8');
      await page.getByText('Giữ hộ nào').waitFor();
      await soundOnBothSizes(page);
      await page.getByRole('button', { name: 'Nhập thành một hộ' }).click();
      await page.getByText('Đã nhập thành một hộ').waitFor();
      await page.getByRole('button', { name: 'Đã nhập (1)' }).click();
      await page.locator('main tbody').getByText('So sánh', { exact: true }).first().click();
      await page.getByRole('button', { name: 'Hoàn tác' }).last().click();
      await page.getByText('Đã hoàn tác').waitFor();
      await page.getByRole('button', { name: /^Chờ xem \(/ }).click();
      await page.locator('main tbody').getByText('So sánh', { exact: true }).last().click();
      await page.getByLabel('Lý do hai hộ không trùng').fill('Con đã ở riêng, có sổ riêng');
      await page.getByRole('button', { name: 'Không trùng, ghi lý do' }).click();
      await page.getByText('Đã ghi là không trùng').waitFor();
      await page.getByRole('button', { name: 'Không trùng (1)' }).waitFor();
      expect(complaints).toEqual([]);
      await context.close();
    });

    test('a list is saved; all it holds are chosen, looked at and moved; a member splits off', async () => {
      const { page, context, complaints } = await office.come('lamdot', {
        at: '/ho?nam=2024&loai=UNDETERMINED',
      });
      await page.getByText(/^Danh sách đã lưu/).click();
      await page.getByLabel('Tên danh sách đang lọc').fill('Chưa xác định 2024');
      await page.getByRole('button', { name: 'Lưu danh sách này' }).click();
      await page.getByText('Đã lưu danh sách “Chưa xác định 2024”').waitFor();
      await page.goto('/ho?nam=2023');
      await page.getByText(/^Danh sách đã lưu/).click();
      await page.getByRole('link', { name: 'Chưa xác định 2024' }).click();
      await page.waitForURL(/loai=UNDETERMINED/);
      await settled(page);
      await page.locator('main tbody a').first().focus();
      await page.keyboard.press('Space');
      await page.getByRole('button', { name: /^Chọn cả \d+ hộ khớp bộ lọc$/ }).click();
      const total = await page.locator('main tbody tr').count();
      await page.getByRole('region', { name: `Đã chọn ${total} hộ` }).waitFor();
      await page.getByRole('button', { name: 'Chuyển đến thôn khác' }).click();
      await page.getByRole('combobox', { name: 'Thôn mới' }).fill('Thôn 2');
      await page
        .getByRole('option', { name: /Thôn 2/ })
        .first()
        .click();
      await page.getByRole('button', { name: 'Xem trước' }).click();
      await page.getByText(/hộ làm được/).waitFor();
      await soundOnBothSizes(page);
      await page.getByRole('button', { name: /^Chuyển \d+ hộ$/ }).click();
      await page.getByText(/^Đã chuyển \d+ hộ/).waitFor();
      await splitOff(page);
      expect(complaints).toEqual([]);
      await context.close();
    });

    test('a task is put off to a day, for a reason, and brought back', async () => {
      const { page, context, complaints } = await office.come('lamdot.rasoat');
      const task = page.getByRole('listitem').filter({ hasText: 'chưa chấm điểm' });
      await task.getByRole('button', { name: /^Nhắc lại ngày khác/ }).click();
      await page.getByLabel('Vì sao để sau').fill('Chờ phiếu của thôn 3');
      await soundOnBothSizes(page);
      await page.keyboard.press('Enter');
      await page.getByText('Để sau: 1 việc').click();
      await page.getByText('vì Chờ phiếu của thôn 3', { exact: false }).waitFor();
      expect(await page.getByRole('listitem').filter({ hasText: 'chưa chấm điểm' }).count()).toBe(1);
      await page.getByRole('button', { name: /^Nhắc lại ngay/ }).click();
      await task.getByRole('link', { name: 'Xem hộ chưa chấm điểm' }).waitFor();
      expect(complaints).toEqual([]);
      await context.close();
    });

    test('a village head types for their own village, and sees no other', async () => {
      const { page, context, complaints } = await office.come('lamdot.thon8');
      await page
        .getByRole('navigation', { name: 'Danh mục' })
        .getByRole('link', { name: 'Nhập phiếu' })
        .click();
      await page.getByRole('heading', { name: 'Các hộ của Thôn 8' }).waitFor();
      await soundOnBothSizes(page);
      await page.getByLabel('Chỉ điểm A, B').check();
      const row = page.locator('tr, [role=row]').filter({ hasText: 'Chưa làm' }).first();
      await row.locator('[data-cell$=":3"]').click();
      await page.keyboard.type('120');
      await page.keyboard.press('Tab');
      await page.keyboard.type('40');
      await page.keyboard.press('Enter');
      await page
        .getByText(/Đã lưu \d\d:\d\d/)
        .first()
        .waitFor();
      await page.goto(`${LAM_DOT}`);
      await page.getByText('Không tìm thấy đơn vị', { exact: false }).waitFor();
      expect(complaints).toEqual([]);
      await context.close();
    });
  });
};

/** A cause and a trait of one household, where the year is locked. */
async function correctOne(page: Page, address: string): Promise<void> {
  await page.goto(`${address}/dinh-chinh`);
  await page.getByLabel('Tìm hộ theo tên chủ hộ').fill('nguyen');
  await page.keyboard.press('Enter');
  await page
    .getByRole('link', { name: /^Đính chính hộ này/ })
    .first()
    .click();
  await page.getByRole('heading', { name: 'Đính chính kết quả năm 2024' }).waitFor();
  await soundOnBothSizes(page);
  await page.getByRole('button', { name: 'Đính chính kết quả của hộ' }).click();
  await page.getByRole('alert').getByText('Chưa đổi gì so với kết quả đang ghi', { exact: false }).waitFor();
  const causes = page.getByRole('group', { name: 'Nguyên nhân nghèo' });
  await causes.getByLabel('thiếu công cụ, phương tiện sản xuất').click();
  await page.getByLabel('Lý do đính chính').fill('Phiếu ghi thiếu một nguyên nhân');
  await page.getByRole('button', { name: 'Đính chính kết quả của hộ' }).click();
  await page.getByText('Đã đính chính kết quả của hộ', { exact: false }).waitFor();
  await page.getByText(/nguyên nhân thiếu công cụ, phương tiện sản xuất. Lý do: Phiếu ghi thiếu/).waitFor();
  await page.goto(`${address}/dinh-chinh`);
  await page.getByRole('cell', { name: 'Phiếu ghi thiếu một nguyên nhân' }).waitFor();
}

/** Two members of the largest household begin one of their own. */
async function splitOff(page: Page): Promise<void> {
  await page.goto('/ho?nam=2024&xep=-persons');
  await page.locator('main tbody a').first().click();
  await page.getByText('Di chuyển, tách, nhập hộ', { exact: true }).click();
  await page.getByRole('menuitem', { name: 'Tách hộ' }).click();
  const who = page.getByRole('group', { name: 'Ai tách đi' });
  for (const at of [0, 1]) await who.getByRole('checkbox').nth(at).check();
  await page.getByLabel('Chủ hộ mới', { exact: true }).selectOption({ index: 1 });
  await soundOnBothSizes(page);
  await page.getByRole('button', { name: 'Tách 2 người' }).click();
  await page.getByText('Đã tách hộ').waitFor();
}

const countIn = async (page: Page, button: ReturnType<Page['getByRole']>): Promise<number> => {
  await page.waitForLoadState('networkidle');
  return Number(/\((\d+)\)/u.exec((await button.textContent()) ?? '')?.[1]);
};
