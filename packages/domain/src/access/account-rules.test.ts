import { describe, expect, test } from 'vitest';
import { checkAccountDraft, usernameKey } from './account-rules.ts';

const sound = {
  username: 'xa.phu-son_1',
  password: 'một hai ba bốn',
  grants: [{ role: 'officer', unitId: 7 }],
};

describe('an account draft', () => {
  test.each([
    ['a name with blanks', { username: 'xa phu' }, 'access.username-invalid'],
    ['a name with marks', { username: 'phú.sơn' }, 'access.username-invalid'],
    ['a name in capitals', { username: 'Admin' }, 'access.username-invalid'],
    ['a name of one letter', { username: 'a' }, 'access.username-invalid'],
    ['a short password', { password: 'chín ký t' }, 'access.password-too-short'],
    ['an unknown role', { grants: [{ role: 'root', unitId: 1 }] }, 'access.role-unknown'],
    [
      'five areas',
      { grants: [1, 2, 3, 4, 5].map((unitId) => ({ role: 'viewer', unitId })) },
      'access.too-many-areas',
    ],
  ])('is refused with %s', (_what, change, code) =>
    expect(checkAccountDraft({ ...sound, ...change })).toMatchObject({ ok: false, problem: { code } }),
  );

  test('may hold several roles in up to four areas', () => {
    const grants = [1, 2, 3, 4, 4].map((unitId, index) => ({
      role: index === 4 ? 'viewer' : 'officer',
      unitId,
    }));
    expect(checkAccountDraft({ ...sound, grants }).ok).toBe(true);
  });
});

test('a user name is the same typed with blanks around it or in capitals', () => {
  expect(usernameKey('  Xa.PhuSon ')).toBe('xa.phuson');
});
