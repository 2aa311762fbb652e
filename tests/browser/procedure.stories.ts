import { describe, expect, test } from 'vitest';
import type { Stories } from './office.ts';
import { axeFinds, settled, sidewaysScroll } from './office-page.ts';

/** The commune whose villages stand at every step; each story takes one of them a step on. */
const COMMUNE = '/ra-soat/2024/120050';
const VILLAGE = 'Thôn A Niêng';

export const procedureStories: Stories = (office) => {
  describe('the procedure from the meeting to the certificate, by those who act in it', () => {
    test('a household asks by form 01: received, screened, listed and its form begun, by keys alone', async () => {
      const { page, context, complaints } = await office.come('hongha', { at: `${COMMUNE}/de-nghi` });
      const keys = page.keyboard;
      const village = page.getByRole('combobox', { name: 'Thôn' });
      await page.getByLabel('Hộ chưa có trong hồ sơ').press('Space');
      await page.getByLabel('Họ và tên chủ hộ').focus();
      await keys.insertText('Hồ Thị Xin');
      await keys.press('Tab');
      await keys.type('ca cu');
      await page.getByRole('option', { name: 'Thôn Ca Cú' }).waitFor();
      await keys.press('ArrowDown');
      await keys.press('Enter');
      expect(await village.inputValue()).toBe('Thôn Ca Cú');
      await page.getByRole('button', { name: 'Nhận giấy đề nghị' }).press('Enter');
      await page.getByRole('heading', { name: 'Hồ Thị Xin' }).waitFor();
      await page.getByRole('button', { name: 'Ghi qua nhận dạng nhanh' }).press('Enter');
      await page.locator('textarea:focus').waitFor();
      await keys.insertText('Phiếu A: có');
      await keys.press('Tab');
      await keys.press('Enter');
      await page.getByRole('button', { name: 'Đưa vào danh sách' }).press('Enter');
      const entry = page.getByRole('main').getByRole('link', { name: 'Nhập phiếu' });
      await entry.waitFor();
      await settled(page);
      expect(await axeFinds(page)).toEqual([]);
      await entry.press('Enter');
      const name = page.locator('[data-key^="m:"][data-key$=":fullName"]').first();
      await name.waitFor();
      expect(await name.inputValue()).toBe('Hồ Thị Xin');
      expect(complaints).toEqual([]);
      await context.close();
    });

    test('a village meets: who came, each household by keys, the end in one act with its minutes', async () => {
      const { page, context, complaints } = await office.come('hongha', { at: `${COMMUNE}/trinh-tu` });
      await page.getByRole('row', { name: new RegExp(VILLAGE) }).waitFor();
      await page.goto(`${COMMUNE}/hop-thon`);
      await page.getByRole('button', { name: 'Mở cuộc họp' }).first().click();
      await page.getByLabel('Nơi họp').fill('Nhà văn hóa thôn');
      await page.getByRole('button', { name: 'Mở cuộc họp' }).nth(1).click();
      await page.waitForURL(/\/hop\//u);
      await settled(page);
      await page.getByLabel('Đại diện hộ khác').fill('40');
      await page.getByRole('combobox', { name: 'Chủ trì' }).fill('Hồ Văn Trình Diễn');
      await page.getByRole('combobox', { name: 'Thư ký' }).fill('Lê Thị Trình Diễn');
      await page.getByRole('button', { name: 'Ghi thành phần' }).click();
      await page.getByText('Hộ 1/13').waitFor();
      await settled(page);
      expect(await axeFinds(page)).toEqual([]);
      // the first household by number, the others by the key for "all agree"
      await page.getByLabel('Số người đồng ý').fill('35');
      await page.keyboard.press('Enter');
      for (let at = 2; at <= 13; at += 1) {
        await page.getByText(`Hộ ${at}/13`).waitFor();
        await page.getByLabel('Số người đồng ý').focus();
        await page.keyboard.press('F9');
      }
      await page.getByText('13 hộ đạt, 0 hộ rà soát lại', { exact: false }).first().waitFor();
      await page.getByRole('button', { name: 'Mở màn hình chiếu' }).click();
      await page.getByRole('region', { name: `Cuộc họp ${VILLAGE}` }).waitFor();
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: /Kết thúc họp/u }).click();
      await page.getByText('Cuộc họp đã kết thúc', { exact: false }).waitFor();
      await page.goto(`${COMMUNE}/trinh-tu`);
      const row = page.getByRole('row', { name: new RegExp(VILLAGE) });
      await row.getByRole('button', { name: /13/u }).first().waitFor();
      expect(complaints).toEqual([]);
      await context.close();
    });

    test('its list is hung out', async () => {
      const { page, context } = await office.come('hongha', { at: '/niem-yet' });
      await page.getByRole('button', { name: 'Mở niêm yết…' }).first().click();
      await page.getByLabel('Nơi dán', { exact: false }).fill('Nhà văn hóa thôn');
      await page.getByRole('button', { name: /Mở niêm yết 13/u }).click();
      await page.getByText(`${VILLAGE}`).first().waitFor();
      await context.close();
    });

    test('what has hung long enough goes up; the superior clears it, and sends one household back with a reason', async () => {
      const officer = await office.come('hongha');
      await officer.page.goto(`${COMMUNE}/cong-nhan`);
      await settled(officer.page);
      // the paper register gave another number than the next, and the deputy signs for the chairman
      await officer.page.getByLabel('Số văn bản').fill('7');
      await officer.page.getByLabel('Người ký').fill('Lê Thị Phó');
      await officer.page.getByLabel('Chức vụ', { exact: true }).fill('Phó Chủ tịch');
      expect(await officer.page.getByLabel('Quyền ký').inputValue()).toBe('KT');
      await officer.page.getByRole('button', { name: 'Trình xin ý kiến 19 hồ sơ' }).click();
      const sent = officer.page.getByRole('link', { name: '07/TTr-UBND' });
      await sent.waitFor();
      const address = (await sent.getAttribute('href')) ?? '';
      await officer.context.close();

      const superior = await office.come('aluoi');
      const { page } = superior;
      await page.goto(address);
      await settled(page);
      await page.getByRole('checkbox').first().check();
      await page.getByRole('button', { name: 'Cho ý kiến: đồng ý 18 hộ, trả lại 1 hộ' }).click();
      // not without its reason
      await page.getByRole('alert').first().waitFor();
      await page.getByPlaceholder('Lý do').fill('Biên bản thiếu chữ ký');
      await page.getByLabel('Số văn bản').fill('21');
      await page.getByLabel('Người ký').fill('Hồ Văn Huyện');
      await page.getByRole('button', { name: 'Cho ý kiến: đồng ý 18 hộ, trả lại 1 hộ' }).click();
      await page.getByText('Biên bản thiếu chữ ký').waitFor();
      await page
        .getByText(/\b21\/UBND/u)
        .first()
        .waitFor();
      await settled(page);
      expect(await axeFinds(page)).toEqual([]);
      expect(superior.complaints).toEqual([]);
      await superior.context.close();
    });

    test('the chairman decides, the certificates are issued, and anyone who holds one can verify it', async () => {
      const { page, context, complaints } = await office.come('hongha.chutich', {
        at: `${COMMUNE}/cong-nhan`,
      });
      await settled(page);
      await page.getByRole('button', { name: /Ban hành quyết định/u }).click();
      const decided = page.getByRole('link', { name: '02/QĐ-UBND' });
      await decided.waitFor();
      await decided.click();
      const issue = page.getByRole('button', { name: 'Cấp giấy chứng nhận' });
      await issue.waitFor();
      await settled(page);
      // the stock of printed forms goes on at another number
      await page.getByLabel('Số bắt đầu').fill('60');
      await issue.click();
      // 21 of the demonstration, and those the story before sent up
      await page.getByText(/Cấp (2[1-9]|[3-9]\d) giấy/u).waitFor();
      await settled(page);
      const list = await page.request.get('/api/review-certificates?unit=120050&year=2024');
      const { certificates } = await list.json();
      expect(certificates.length).toBeGreaterThan(33);
      const one = await page.request.get(`/api/review-certificates/${certificates.at(-1).id}`);
      const { number, code } = await one.json();
      expect(certificates.some((each: { number: string }) => each.number.startsWith('60/'))).toBe(true);
      await page.getByRole('table', { name: 'Giấy chứng nhận' }).getByRole('link').last().click();
      await page.getByRole('table', { name: 'Kết quả từng năm' }).waitFor();
      await settled(page);
      expect(await axeFinds(page)).toEqual([]);
      await page.setViewportSize({ width: 390, height: 844 });
      expect(await sidewaysScroll(page)).toBe(0);
      expect(complaints).toEqual([]);
      await context.close();
      const citizen = await office.browser.newContext({ baseURL: office.url, javaScriptEnabled: false });
      const paper = await citizen.newPage();
      await paper.goto(`/x?so=${encodeURIComponent(number)}&ma=${code}`);
      await paper.getByRole('button', { name: 'Xác minh' }).click();
      await paper.getByText('CÒN HIỆU LỰC').waitFor();
      await citizen.close();
    });
  });
};
