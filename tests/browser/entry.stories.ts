import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { Stories } from './office.ts';
import { axeFinds, settled, sidewaysScroll } from './office-page.ts';

/** What the paper says, by the code of the question; a box not named stays blank. */
const HEAD = {
  fullName: 'Lý Văn Páo',
  sex: '1',
  birthDate: '1984',
  relation: '1',
  ethnicity: '9',
  identityNumber: '?',
};
const WIFE = {
  fullName: 'Triệu Thị Mẩy',
  sex: '2',
  birthDate: '12/3/1987',
  relation: '2',
  identityNumber: '?',
};
const EVERYONE = {
  maritalStatus: '2',
  educationFinished: '3',
  attending: '0',
  vocationalCertificate: '2',
  labourStatus: '0',
  healthInsurance: '1',
  insuranceGroup: '3',
  disabilityForm: '0',
  meritGroup: '0',
  monthlyAllowance: '0',
};
const HOUSE = {
  personsOnForm: '2',
  farmHousehold: '2',
  wall: '2',
  pillar: '1',
  roof: '2',
  area: '48',
  water: '9',
  toilet: '6',
  internet: '1',
  phoneSubscription: '1',
  devices: '7',
  loudspeaker: '1',
  assets: '2',
  electricity: '60',
  causes: '12',
  wishes: '34',
};
const PAPER = { incomeScore: '130', deprivationScore: '20', class: '' };

const boxAt = (page: Page): Promise<string> =>
  page.evaluate(() => (document.activeElement as HTMLElement | null)?.dataset.key ?? '');

/** A trained person types two keys a second: a household's form is to take less than two minutes. */
const MOST_KEYS = 240;

/** Types the paper box by box with Enter alone until `until` is reached; answers how many keys were pressed. */
async function typeOn(page: Page, people: string[], until: string): Promise<number> {
  let keys = 0;
  for (let boxes = 0; boxes < 120; boxes += 1) {
    const [level = '', one = '', code = ''] = (await boxAt(page)).split(':');
    if (`${level}:${one}`.startsWith(until) || level === until) return keys;
    if (level === 'm' && code === 'fullName' && !people.includes(one) && people.length < 2) people.push(one);
    const member: Record<string, string> = { ...EVERYONE, ...[HEAD, WIFE][people.indexOf(one)] };
    const answers: Record<string, string> =
      level === 'm' ? (people.includes(one) ? member : {}) : { ...HOUSE, ...PAPER };
    if (level === 'm' && people.indexOf(one) === 1 && code === 'ethnicity')
      await page.keyboard.press('Control+d');
    const answer =
      people.indexOf(one) === 1 && code === 'ethnicity' ? '' : answers[level === 'm' ? code : one];
    await page.keyboard.type(`${answer ?? ''}\n`);
    keys += (answer ?? '').length + 1;
  }
  throw new Error(`the form never came to ${until}`);
}

async function openVillage(page: Page, village: string): Promise<void> {
  await page.getByRole('link', { name: 'Nhập phiếu' }).click();
  await page.getByRole('link', { name: village, exact: true }).click();
  await page.getByRole('heading', { name: `Các hộ của ${village}` }).waitFor();
}

export const entryStories: Stories = (office) => {
  describe('forms typed from paper', () => {
    test('a household is entered by keyboard alone; reloaded in the middle, nothing is lost', async () => {
      const { page, context, complaints } = await office.come('lamdot.rasoat');
      await openVillage(page, 'Thôn 8');
      await page.getByRole('link', { name: 'Nhập hộ ngoài danh sách' }).click();
      await page.locator('[data-key^="m:"]').first().waitFor();
      await page.waitForFunction(() => document.activeElement?.hasAttribute('data-key'));
      const people: string[] = [];
      const before = await typeOn(page, people, 'h:water');
      await page.keyboard.type('9');
      // No pause: what the server has not got yet is in the browser.
      await page.waitForTimeout(300);
      await page.reload();
      await page.waitForFunction(
        () => (document.activeElement as HTMLElement | null)?.dataset.key === 'h:water',
      );
      expect(await page.locator('[data-key="h:water"]').inputValue()).toBe('9');
      expect(await page.locator(`[data-key="m:${people[1]}:fullName"]`).inputValue()).toBe('Triệu Thị Mẩy');
      expect(await page.locator(`[data-key="m:${people[1]}:ethnicity"]`).inputValue()).toBe('09');
      const after = await typeOn(page, people, 'save');
      expect(before + after).toBeLessThan(MOST_KEYS);
      const now = page.getByRole('complementary', { name: 'Tính ngay' });
      await now.getByText('A 130 ≤ 140').waitFor();
      await now.getByText('B lệch: máy 30, giấy 20').waitFor();
      // The whole form at once: what a bar that stays covers half of is no small target.
      const size = page.viewportSize() ?? { width: 1366, height: 768 };
      await page.setViewportSize({ ...size, height: 4_000 });
      expect(await axeFinds(page)).toEqual([]);
      await page.setViewportSize(size);
      await page.keyboard.press('Control+Enter');
      await page.getByText('Đã lưu hộ Lý Văn Páo: Hộ cận nghèo (tạm tính)').waitFor();
      await page.getByRole('heading', { name: /hộ \d+\/\d+/ }).waitFor();
      await page.goBack();
      await page.goBack();
      await page.getByRole('heading', { name: 'Các hộ của Thôn 8' }).waitFor();
      const row = page.getByRole('row', { name: /Lý Văn Páo/ }).last();
      await row.getByText('Cần xem lại').waitFor();
      expect(await row.textContent()).toContain('B lệch: máy 30, giấy 20');
      await settled(page);
      expect(await axeFinds(page, false)).toEqual([]);
      expect(complaints).toEqual([]);
      await context.close();
    });

    test('totals typed while the line is down wait, and are saved when it is back', async () => {
      const { page, context, complaints } = await office.come('lamdot');
      await openVillage(page, 'Thôn 5');
      await page.getByLabel('Chỉ điểm A, B').check();
      const cell = (column: number) => page.locator(`[data-cell="0:${column}"]`);
      await cell(3).click();
      const score = (await cell(3).textContent()) === '125' ? '124' : '125';
      await context.setOffline(true);
      await page.keyboard.type(score);
      await page.keyboard.press('Tab');
      await page.keyboard.type('40');
      await page.keyboard.press('Enter');
      await cell(7).getByText('Chờ mạng').waitFor();
      await context.setOffline(false);
      await cell(7)
        .getByText(/Đã lưu \d\d:\d\d/)
        .waitFor();
      expect(await cell(6).textContent()).toBe('hộ nghèo');
      // While a list is written over households, nobody else's is kept: it stays as typed and goes by itself.
      const held = {
        status: 503,
        type: 'about:blank',
        title: 'Một tệp đang được ghi',
        code: 'shared.rows-held',
      };
      await page.route('**/totals', (route) => route.fulfill({ status: 503, json: held }), { times: 1 });
      await cell(4).click();
      await page.keyboard.type('30');
      await page.keyboard.press('Enter');
      await cell(7).getByText('Chưa lưu, tự gửi lại').waitFor();
      expect(await cell(4).textContent()).toBe('30');
      await cell(7)
        .getByText(/Đã lưu \d\d:\d\d/)
        .waitFor();
      expect(await axeFinds(page)).toEqual([]);
      for (const [width, height] of [
        [683, 384],
        [390, 844],
      ] as const) {
        await page.setViewportSize({ width, height });
        expect(await sidewaysScroll(page), `${width} px`).toBe(0);
      }
      await page.reload();
      await settled(page);
      expect(await cell(3).textContent()).toBe(score);
      await page.keyboard.press('F1');
      await page.getByRole('dialog', { name: 'Phím tắt của trang này' }).getByText('Ctrl+D').waitFor();
      expect(await axeFinds(page)).toEqual([]);
      await page.keyboard.press('Escape');
      expect(complaints).toEqual([]);
      await context.close();
    });
  });
};
