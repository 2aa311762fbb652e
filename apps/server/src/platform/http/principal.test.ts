import type { Role } from '@benvung/contract/access';
import { describe, expect, test } from 'vitest';
import { type Access, areasInForce, isInside, looksOver, type Principal, scopeInForce } from './principal.ts';

const someone = (grants: [Role, string][]): Principal => ({
  accountId: 'x',
  username: 'x',
  fullName: 'x',
  csrfToken: 'x',
  sessionId: 'x',
  grants: grants.map(([role, path], index) => ({ role, path, unitId: index })),
});

describe('the areas in force for a route', () => {
  const manyHats = someone([
    ['officer', '/1/46/7/'],
    ['viewer', '/1/46/'],
    ['viewer', '/1/48/'],
    ['approver', '/1/46/7/'],
  ]);
  test.each([
    ['nobody, on a public route', null, 'public', []],
    ['someone signed in, on a public route', manyHats, 'public', []],
    ['nobody, on a closed route', null, 'signedIn', []],
    ['someone without the role', manyHats, ['administrator'], []],
    ['someone with the role in one area only', manyHats, ['officer'], ['/1/46/7/']],
    ['two roles in one area', manyHats, ['officer', 'approver'], ['/1/46/7/']],
    ['a role in two areas', manyHats, ['viewer'], ['/1/46/', '/1/48/']],
    ['an area inside another', manyHats, 'signedIn', ['/1/46/', '/1/48/']],
    [
      'areas whose ids begin alike',
      someone([
        ['viewer', '/1/4/'],
        ['viewer', '/1/46/'],
      ]),
      'signedIn',
      ['/1/4/', '/1/46/'],
    ],
    [
      'the whole nation',
      someone([
        ['viewer', '/1/46/'],
        ['viewer', '/1/'],
      ]),
      'signedIn',
      ['/1/'],
    ],
  ] as [string, Principal | null, Access, string[]][])('of %s', (_who, principal, access, expected) =>
    expect(areasInForce(principal, access)).toEqual(expected),
  );
});

test.each([
  [['/1/46/'], '/1/46/', true],
  [['/1/46/'], '/1/46/7/', true],
  [['/1/46/'], '/1/460/', false],
  [['/1/46/7/'], '/1/46/', false],
  [[], '/1/46/', false],
])('a unit is inside %j: %s is %j', (areas, path, expected) => expect(isInside(areas, path)).toBe(expected));

describe('an agency’s desk', () => {
  const desk = someone([
    ['agency', '/1/46/'],
    ['officer', '/1/46/7/'],
    ['agency', '/1/48/'],
    ['viewer', '/1/48/'],
  ]);
  test.each([
    ['signedIn', { paths: ['/1/46/7/', '/1/48/'], units: ['/1/46/'] }],
    ['staff', { paths: ['/1/46/7/', '/1/48/'] }],
    [['agency'], { paths: [], units: ['/1/46/', '/1/48/'] }],
    [['agency', 'viewer'], { paths: ['/1/48/'], units: ['/1/46/'] }],
  ] as [Access, object][])('opens its unit alone, and no route of an area: %j', (access, expected) =>
    expect(scopeInForce(desk, access)).toEqual(expected),
  );

  test('is no look over the place', () => {
    expect(looksOver(desk, '/1/46/')).toBe(false);
    expect(looksOver(desk, '/1/46/7/9/')).toBe(true);
    expect(looksOver(desk, '/1/48/')).toBe(true);
  });
});
