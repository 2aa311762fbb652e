import { describe, expect, test } from 'vitest';
import { checkPassword } from './password-rules.ts';

describe('a password', () => {
  test.each([
    ['of nine letters', 'chín ký t', 'access.password-too-short'],
    ['of nine letters with their marks apart', 'chín ký t'.normalize('NFD'), 'access.password-too-short'],
    ['that is the user name', 'nguyen.van.hoa', 'access.password-is-username'],
    ['that dresses up the user name', 'Nguyễn-Văn-Hoa-2026!', 'access.password-is-username'],
    ['everyone tries first', 'Matkhau@123', 'access.password-common'],
    ['everyone tries first, with its marks', 'Mật khẩu 123', 'access.password-common'],
    ['of one sign', 'aaaaaaaaaaaa', 'access.password-common'],
    ['that counts up', '1234567890', 'access.password-common'],
    ['that counts down', '0987654321', 'access.password-common'],
    ['of the alphabet', 'abcdefghijkl', 'access.password-common'],
  ])('%s is refused', (_what, password, code) =>
    expect(checkPassword(password, 'nguyen.van.hoa')).toMatchObject({ ok: false, problem: { code } }),
  );

  test.each(['mưa rừng về qua Hồng Thủy', 'benvung-demo', 'h7k2-m9qp-x4vd-t3nr', 'một hai ba bốn'])(
    'may be: %s',
    (password) => expect(checkPassword(password, 'so').ok).toBe(true),
  );

  test('may hold a user name too short to tell anything', () => {
    expect(checkPassword('con suối sau nhà', 'so').ok).toBe(true);
  });
});
