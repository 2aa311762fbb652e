// @vitest-environment jsdom
import type { AccountView } from '@benvung/contract/access';
import { cleanup, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { answerWith, fakeNetwork, refuseWith, renderPart } from '../../platform/testing/render-page.tsx';
import { AccountDetails } from './account-details.tsx';
import { ChangePasswordForm } from './change-password-form.tsx';
import type { RenderUnitPicker } from './roles-editor.tsx';

const unit = { id: 7, code: '20044', level: 'commune' as const, name: 'Xã Hồng Thủy' };
const other = { id: 8, code: '20161', level: 'commune' as const, name: 'Xã Hương Phú' };
const ID = '0190a0c0-0000-7000-8000-000000000001';
const view: AccountView = {
  id: ID,
  username: 'hoa',
  fullName: 'Hồ Thị Ẩn',
  status: 'active',
  demonstration: false,
  version: 3,
  roles: [
    { role: 'approver', unit },
    { role: 'officer', unit },
  ],
  secondFactorSince: null,
  mustChangePassword: false,
  lockedUntil: null,
  lastSignInAt: null,
  externalName: null,
  createdAt: '2024-10-15T01:00:00.000Z',
  sessions: [],
  recoveryCodesLeft: 0,
  refusedBecause: null,
};

const renderUnitPicker: RenderUnitPicker = (held, onPick) => (
  <button type="button" onClick={() => onPick(other)}>
    {held?.name ?? 'chưa có địa bàn'}
  </button>
);

async function openAccount(shown: AccountView, answers: Parameters<typeof fakeNetwork>[0] = {}) {
  const network = fakeNetwork(answers);
  vi.stubGlobal('fetch', network.fetch);
  await renderPart(
    <AccountDetails
      view={shown}
      givable={['viewer', 'officer']}
      renderUnitPicker={renderUnitPicker}
      logLink={null}
      hasProvider={false}
    />,
  );
  return { network, user: userEvent.setup() };
}

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

describe('the roles of an account', () => {
  test('that the reader does not hold can only be read; the others go to the server with the version seen', async () => {
    const { network, user } = await openAccount(view, {
      [`POST /api/accounts/${ID}/roles`]: () => answerWith({ id: ID, version: 4 }),
    });
    expect(screen.getByText('Lãnh đạo · Xã Hồng Thủy').tagName).toBe('P');
    expect(screen.queryByRole('button', { name: 'Lưu vai trò' })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Xã Hồng Thủy' }));
    await user.click(screen.getByRole('button', { name: 'Lưu vai trò' }));
    await waitFor(() => expect(network.asked).toHaveLength(1));
    expect(network.asked[0]?.body).toMatchObject({
      version: 3,
      grants: [
        { role: 'approver', unitId: 7 },
        { role: 'officer', unitId: 8 },
      ],
    });
  });

  test('a refusal of the server is said where it happened', async () => {
    const { user } = await openAccount(view, {
      [`POST /api/accounts/${ID}/roles`]: () =>
        refuseWith(409, 'shared.version-conflict', 'Có người vừa sửa.'),
    });
    await user.click(
      screen.getByRole('button', { name: 'Thu hồi vai trò Công chức phụ trách · Xã Hồng Thủy' }),
    );
    await user.click(screen.getByRole('button', { name: 'Lưu vai trò' }));
    expect((await screen.findByRole('alert')).textContent).toContain('Có người vừa sửa.');
  });
});

test('an account that can do more than the reader shows why it cannot be changed, and no way to', async () => {
  await openAccount({ ...view, refusedBecause: 'Tài khoản này giữ vai trò mà …' });
  expect(screen.getByText('Tài khoản này giữ vai trò mà …')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Cấp mật khẩu dùng một lần' })).toBeNull();
});

test('a one-time password is shown once, and gone when it was noted', async () => {
  const { user } = await openAccount(view, {
    [`POST /api/accounts/${ID}/one-time-password`]: () =>
      answerWith({ username: 'hoa', password: 'abcd-efgh' }),
  });
  HTMLDialogElement.prototype.showModal = function showModal() {
    this.open = true;
  };
  await user.click(screen.getByRole('button', { name: 'Cấp mật khẩu dùng một lần' }));
  expect(await screen.findByText('abcd-efgh')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Đã ghi lại, xong' }));
  await waitFor(() => expect(screen.queryByText('abcd-efgh')).toBeNull());
});

test('a new password is typed twice alike before it is sent', async () => {
  const network = fakeNetwork({ 'POST /api/me/password': () => new Response(null, { status: 204 }) });
  vi.stubGlobal('fetch', network.fetch);
  const onChanged = vi.fn();
  await renderPart(<ChangePasswordForm username="hoa" onChanged={onChanged} />);
  const user = userEvent.setup();
  await user.type(screen.getByLabelText('Mật khẩu đang dùng'), 'cũ');
  await user.type(screen.getByLabelText('Mật khẩu mới'), 'con suối sau nhà');
  await user.type(screen.getByLabelText('Ghi lại mật khẩu mới'), 'con suối{Enter}');
  expect(screen.getByText('Hai lần ghi mật khẩu mới khác nhau.')).toBeTruthy();
  expect(network.asked).toEqual([]);
  await user.type(screen.getByLabelText('Ghi lại mật khẩu mới'), ' sau nhà{Enter}');
  await waitFor(() => expect(onChanged).toHaveBeenCalled());
  expect(network.asked[0]?.body).toEqual({ current: 'cũ', next: 'con suối sau nhà' });
});
