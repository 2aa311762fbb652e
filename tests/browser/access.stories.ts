import { expect, test } from 'vitest';
import { codeAtStep } from '../../apps/server/src/access/totp.ts';
import type { Stories } from './office.ts';
import { axeFinds, settled, sidewaysScroll, visit } from './office-page.ts';

const PASSWORD = 'con suối sau nhà mẹ';
const STEP_MS = 30_000;

/** The code an authenticator app shows; `off` steps from now. */
const codeOf = (secret: string, off: number): string =>
  codeAtStep(secret, Math.floor(Date.now() / STEP_MS) + off);

/** Accounts, the way into them, and the log. */
export const accessStories: Stories = (office) => {
  test('a new officer: one-time password, a password of one’s own, a second factor, the lock, and what the log says', async () => {
    const admin = await office.comeAnew('quantri');
    await admin.page.goto('/quan-tri/nguoi-dung');
    await admin.page.getByRole('button', { name: 'Thêm tài khoản' }).click();
    const drawer = admin.page.getByRole('complementary');
    await drawer.getByRole('button', { name: 'Thêm tài khoản, cấp mật khẩu' }).click();
    await drawer.getByText('Còn 3 chỗ phải sửa').waitFor();
    await drawer.getByLabel('Họ và tên').fill('Nguyễn Hoàng Thị Phương Thảo Nguyên');
    await drawer.getByLabel('Tên đăng nhập').fill('thao.nguyen');
    await drawer.locator('details summary').click();
    await drawer.getByRole('combobox', { name: /^Tìm tên đơn vị/ }).fill('lam dot');
    await drawer.getByRole('option', { name: /Xã Lâm Đớt/ }).click();
    await drawer.getByRole('button', { name: 'Thêm tài khoản, cấp mật khẩu' }).click();
    const told = admin.page.getByRole('dialog', { name: 'Mật khẩu dùng một lần của thao.nguyen' });
    const oneTime = (await told.locator('code').textContent()) ?? '';
    expect(await axeFinds(admin.page)).toEqual([]);
    await told.getByRole('button', { name: 'Đã ghi lại, xong' }).click();
    await drawer.getByRole('heading', { name: 'Nguyễn Hoàng Thị Phương Thảo Nguyên' }).waitFor();

    const { page, context, complaints } = await visit(office.browser, { url: office.url });
    await page.goto('/');
    await page.getByLabel('Tên đăng nhập').fill('thao.nguyen');
    await page.getByLabel('Mật khẩu', { exact: true }).fill(oneTime);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Đổi mật khẩu trước khi làm việc' }).waitFor();
    await page.getByLabel('Mật khẩu dùng một lần').fill(oneTime);
    await page.getByLabel('Mật khẩu mới', { exact: true }).fill(PASSWORD);
    await page.getByLabel('Ghi lại mật khẩu mới').fill(PASSWORD);
    expect(await axeFinds(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await page.getByRole('navigation', { name: 'Danh mục' }).waitFor();

    await page.goto('/toi');
    await page.getByRole('button', { name: 'Bật lớp bảo vệ thứ hai' }).click();
    await page.getByLabel('Ghi mật khẩu để tiếp tục').fill(PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByRole('img', { name: /^Hình mã QR/ }).waitFor();
    const secret = ((await page.locator('code').first().textContent()) ?? '').replaceAll(' ', '');
    expect(await axeFinds(page)).toEqual([]);
    await page.getByLabel(/Mã 6 số/).fill(codeOf(secret, 0));
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Cất giữ mã dự phòng' }).waitFor();
    await page.getByRole('button', { name: 'Đã cất mã, xong' }).click();
    await page.getByText(/^Đã bật từ/).waitFor();

    await page.getByLabel('Mật khẩu đang dùng').fill('đang gõ dở');
    await page.getByLabel(/^Tài khoản của/).click();
    await page.getByRole('button', { name: 'Khóa' }).click();
    const lock = page.getByRole('dialog', { name: 'Đã khóa' });
    await lock.waitFor();
    await page.getByRole('heading', { level: 1 }).waitFor({ state: 'hidden' });
    expect((await page.request.get('/api/session')).status()).toBe(401);
    await lock.getByLabel('Mật khẩu', { exact: true }).fill(PASSWORD);
    await page.keyboard.press('Enter');
    await lock.getByLabel('Mã xác thực').fill(codeOf(secret, 1));
    await page.keyboard.press('Enter');
    await lock.waitFor({ state: 'detached' });
    expect(await page.getByLabel('Mật khẩu đang dùng').inputValue()).toBe('đang gõ dở');
    expect(complaints).toEqual([]);
    await context.close();

    await admin.page.getByRole('link', { name: 'Nhật ký của tài khoản này' }).click();
    await admin.page.getByRole('cell', { name: 'Bật lớp bảo vệ thứ hai', exact: true }).waitFor();
    await admin.page.getByRole('cell', { name: 'Thêm tài khoản thao.nguyen' }).waitFor();
    await admin.page.getByRole('button', { name: 'Kiểm tra chuỗi nhật ký' }).click();
    await admin.page.getByText(/^Nhật ký nguyên vẹn: /).waitFor();
    await settled(admin.page);
    expect(await sidewaysScroll(admin.page)).toBe(0);
    expect(admin.complaints).toEqual([]);
    await admin.context.close();
  });

  test('someone who is no administrator is told so, and finds no way there', async () => {
    const { page, context } = await office.come('lamdot');
    expect(await page.getByRole('link', { name: 'Người dùng và phạm vi' }).count()).toBe(0);
    await page.goto('/quan-tri/nguoi-dung');
    await page.getByText('Phần này của: Quản trị.').waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
    await context.close();
  });
};
