// @vitest-environment jsdom
import { cleanup, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { setLanguage } from '../../platform/i18n.ts';
import { answerWith, fakeNetwork, refuseWith, renderPart } from '../../platform/testing/render-page.tsx';
import { SignInPage } from './sign-in.page.tsx';

const unit = { id: 11, code: '46', level: 'province', name: 'Tỉnh Thừa Thiên Huế' };
const session = {
  account: { id: '0190a0c0-0000-7000-8000-000000000001', username: 'so.ldtbxh', fullName: 'Hồ Thị Ẩn' },
  roles: [{ role: 'officer', unit }],
  home: unit,
  csrfToken: 'token-1',
  draftKey: 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=',
  pending: [],
  today: '2024-10-15',
  demonstration: true,
};
const info = (demonstrationAccounts: unknown[]) => ({
  version: '0.1.0',
  demonstration: demonstrationAccounts.length > 0,
  today: '2024-10-15',
  openId: null,
  demonstrationAccounts,
});

async function openPage(answers: Parameters<typeof fakeNetwork>[0]) {
  const network = fakeNetwork({ 'GET /api/public/info': () => answerWith(info([])), ...answers });
  vi.stubGlobal('fetch', network.fetch);
  const onSignedIn = vi.fn();
  await renderPart(<SignInPage onSignedIn={onSignedIn} />);
  return { network, onSignedIn, user: userEvent.setup() };
}

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  setLanguage('vi');
});

describe('signing in', () => {
  test('name and password go to the server, in composed letters, and the session comes back', async () => {
    const { network, onSignedIn, user } = await openPage({ 'POST /api/session': () => answerWith(session) });
    await user.type(screen.getByLabelText('Tên đăng nhập'), 'so.ldtbxh'.normalize('NFD'));
    await user.type(screen.getByLabelText('Mật khẩu'), 'một mật khẩu{Enter}');
    await waitFor(() => expect(onSignedIn).toHaveBeenCalled());
    expect(onSignedIn.mock.calls[0]?.[0]).toEqual(session);
    expect(network.asked.at(-1)?.body).toEqual({ username: 'so.ldtbxh', password: 'một mật khẩu' });
  });

  test('what is missing is said at its field, which takes the focus, and nothing is sent', async () => {
    const { network, user } = await openPage({});
    await user.click(screen.getByRole('button', { name: 'Đăng nhập' }));
    expect(screen.getByText('Chưa ghi tên đăng nhập.')).toBeTruthy();
    expect(screen.getByText('Chưa ghi mật khẩu.')).toBeTruthy();
    expect(document.activeElement).toBe(screen.getByLabelText('Tên đăng nhập'));
    expect(screen.getByLabelText('Tên đăng nhập').getAttribute('aria-invalid')).toBe('true');
    expect(network.asked.filter((one) => one.method === 'POST')).toEqual([]);
  });

  test('a refusal shows the server’s sentence and its code, and keeps what was typed', async () => {
    const { user } = await openPage({
      'POST /api/session': () =>
        refuseWith(401, 'access.wrong-credentials', 'Tên đăng nhập hoặc mật khẩu không đúng.'),
    });
    await user.type(screen.getByLabelText('Tên đăng nhập'), 'a');
    await user.type(screen.getByLabelText('Mật khẩu'), 'b{Enter}');
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('Tên đăng nhập hoặc mật khẩu không đúng.');
    expect(alert.textContent).toContain('access.wrong-credentials');
    expect(screen.getByLabelText<HTMLInputElement>('Tên đăng nhập').value).toBe('a');
  });

  test('a demonstration account signs in with one press', async () => {
    const account = {
      username: 'xa.hong-thuy',
      password: 'demo',
      fullName: 'Kăn Thị Hoa',
      role: 'officer',
      unitName: 'Xã Hồng Thủy',
    };
    const { network, user } = await openPage({
      'GET /api/public/info': () => answerWith(info([account])),
      'POST /api/session': () => answerWith(session),
    });
    await user.click(await screen.findByRole('button', { name: /Kăn Thị Hoa/ }));
    expect(screen.queryByText('Tài khoản do quản trị hệ thống cấp.')).toBeNull();
    await waitFor(() =>
      expect(network.asked.at(-1)?.body).toEqual({ username: 'xa.hong-thuy', password: 'demo' }),
    );
  });

  test('without demonstration accounts none are promised; who gives accounts is said', async () => {
    await openPage({});
    expect(await screen.findByText('Tài khoản do quản trị hệ thống cấp.')).toBeTruthy();
    expect(screen.queryByText('Tài khoản trình diễn')).toBeNull();
  });

  test('an account with a second factor is asked for its code; the password is not sent again', async () => {
    const { network, onSignedIn, user } = await openPage({
      'POST /api/session': () => refuseWith(401, 'access.second-factor-needed', 'Ghi mã 6 số.'),
      'POST /api/session/second-step': ({ body }) =>
        (body as { code: string }).code === '123456'
          ? answerWith(session)
          : refuseWith(422, 'access.second-factor-wrong', 'Mã không đúng hoặc đã dùng.'),
    });
    await user.type(screen.getByLabelText('Tên đăng nhập'), 'hoa');
    await user.type(screen.getByLabelText('Mật khẩu'), 'một mật khẩu{Enter}');
    const code = await screen.findByLabelText('Mã xác thực');
    expect(screen.queryByRole('alert')).toBeNull();
    await user.type(code, '12{Enter}');
    expect(screen.getByText('Chưa ghi mã.')).toBeTruthy();
    await user.type(code, '3455{Enter}');
    expect((await screen.findByRole('alert')).textContent).toContain('Mã không đúng hoặc đã dùng.');
    await user.clear(code);
    await user.type(code, '123456{Enter}');
    await waitFor(() => expect(onSignedIn.mock.calls[0]?.[0]).toEqual(session));
    const sent = network.asked.filter(({ method }) => method === 'POST').map(({ path }) => path);
    expect(sent).toEqual(['/api/session', '/api/session/second-step', '/api/session/second-step']);
  });

  test('a provider is offered by its name, where the server has one', async () => {
    await openPage({
      'GET /api/public/info': () => answerWith({ ...info([]), openId: { name: 'Tài khoản tỉnh' } }),
    });
    const link = await screen.findByRole('link', { name: 'Đăng nhập bằng Tài khoản tỉnh' });
    expect(link.getAttribute('href')).toBe('/api/session/open-id');
  });

  test('the switch turns every word to English, and the page says so', async () => {
    const { user } = await openPage({});
    await user.click(screen.getByRole('button', { name: 'English' }));
    expect(screen.getByRole('heading', { name: 'Sign in' })).toBeTruthy();
    expect(document.documentElement.lang).toBe('en');
  });
});
