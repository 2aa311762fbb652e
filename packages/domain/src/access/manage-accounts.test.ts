import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ROLES, type Role } from './account-rules.ts';
import {
  administersNation,
  checkManages,
  decideRoleChange,
  type HeldRole,
  keepsAdministrator,
} from './manage-accounts.ts';

const PATHS = ['/1/', '/1/46/', '/1/46/7/', '/1/46/8/', '/1/48/', '/1/4/'] as const;
const at = (role: Role, path: string): HeldRole => ({
  role,
  path,
  unitId: Number(path.split('/').at(-2)),
});
const province = { accountId: 'quan-tri', held: [at('administrator', '/1/46/'), at('officer', '/1/46/')] };
const someone = (...held: HeldRole[]) => ({ id: 'ai-do', held });

describe('renewing or closing the way into an account', () => {
  test.each([
    ['one’s own', { id: 'quan-tri', held: [at('officer', '/1/46/7/')] }, 'access.own-account'],
    ['of another province', someone(at('officer', '/1/48/')), 'access.account-beyond'],
    ['of a province whose number begins alike', someone(at('officer', '/1/4/')), 'access.account-beyond'],
    ['of the nation', someone(at('officer', '/1/')), 'access.account-beyond'],
    ['with a role the manager has not', someone(at('approver', '/1/46/7/')), 'access.account-beyond'],
    [
      'with one role too many elsewhere',
      someone(at('officer', '/1/46/7/'), at('officer', '/1/48/')),
      'access.account-beyond',
    ],
  ])('is refused for one %s', (_what, account, code) =>
    expect(checkManages({ manager: province, account })).toMatchObject({ ok: false, problem: { code } }),
  );

  test('is refused to someone who is no administrator, whatever else they hold', () => {
    const officer = {
      accountId: 'x',
      held: ROLES.filter((r) => r !== 'administrator').map((r) => at(r, '/1/')),
    };
    expect(checkManages({ manager: officer, account: someone(at('viewer', '/1/46/7/')) }).ok).toBe(false);
  });

  test('is allowed within one’s area and roles', () => {
    expect(checkManages({ manager: province, account: someone(at('officer', '/1/46/7/')) }).ok).toBe(true);
  });
});

describe('a change of roles', () => {
  const change = (wanted: HeldRole[], held: HeldRole[] = [at('officer', '/1/46/7/')]) =>
    decideRoleChange({ manager: province, account: someone(...held), wanted });

  test.each([
    ['nothing left', [], 'access.last-role'],
    ['a role the manager has not', [at('approver', '/1/46/7/')], 'access.role-not-held'],
    ['an area the manager has not', [at('officer', '/1/48/')], 'access.area-not-administered'],
    ['the whole nation', [at('officer', '/1/')], 'access.area-not-administered'],
    [
      'five areas',
      [1, 2, 3, 4, 5].map((unitId) => ({ role: 'officer' as const, unitId, path: `/1/46/${unitId}/` })),
      'access.too-many-areas',
    ],
  ])('is refused with %s', (_what, wanted, code) =>
    expect(change(wanted)).toMatchObject({ ok: false, problem: { code } }),
  );

  test('is refused when it takes away what the manager could not give', () => {
    const held = [at('officer', '/1/46/7/'), at('approver', '/1/46/7/')];
    expect(change([at('officer', '/1/46/7/')], held)).toMatchObject({
      problem: { code: 'access.role-not-held' },
    });
  });

  test('leaves what was held elsewhere, and says what it gave and took', () => {
    const elsewhere = at('approver', '/1/48/');
    const changed = change([elsewhere, at('officer', '/1/46/8/')], [elsewhere, at('officer', '/1/46/7/')]);
    expect(changed).toEqual({
      ok: true,
      value: { given: [at('officer', '/1/46/8/')], withdrawn: [at('officer', '/1/46/7/')] },
    });
  });

  const anyHeld = fc.array(
    fc
      .record({ role: fc.constantFrom(...ROLES), path: fc.constantFrom(...PATHS) })
      .map((one) => at(one.role, one.path)),
    { maxLength: 4 },
  );

  test('an agency’s role is handed out where one administers, without holding it, and nowhere else', () => {
    const desk = (path: string) => change([at('officer', '/1/46/7/'), at('agency', path)]);
    expect(desk('/1/46/')).toMatchObject({ ok: true, value: { given: [at('agency', '/1/46/')] } });
    expect(desk('/1/48/')).toMatchObject({ problem: { code: 'access.area-not-administered' } });
  });

  test('never lets anyone hand out more than they hold, nor touch their own', () => {
    fc.assert(
      fc.property(anyHeld, anyHeld, anyHeld, fc.boolean(), (mine, theirs, wanted, own) => {
        const manager = { accountId: 'm', held: mine };
        const decided = decideRoleChange({ manager, account: { id: own ? 'm' : 'a', held: theirs }, wanted });
        if (!decided.ok) return;
        expect(own).toBe(false);
        for (const { role, path } of [...decided.value.given, ...decided.value.withdrawn]) {
          if (role !== 'agency')
            expect(mine.some((held) => held.role === role && path.startsWith(held.path))).toBe(true);
          expect(mine.some((held) => held.role === 'administrator' && path.startsWith(held.path))).toBe(true);
        }
      }),
    );
  });
});

test('the nation’s last administrator stays one', () => {
  expect(keepsAdministrator({ losesNation: true, others: 0 })).toMatchObject({ ok: false });
  expect(keepsAdministrator({ losesNation: true, others: 1 }).ok).toBe(true);
  expect(keepsAdministrator({ losesNation: false, others: 0 }).ok).toBe(true);
  expect(administersNation([{ role: 'administrator', unitId: 46 }])).toBe(false);
  expect(administersNation([{ role: 'administrator', unitId: 1 }])).toBe(true);
});
