import { sql } from 'kysely';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { inAreaScope } from '../database/area-scope.ts';
import type { DatabaseHandle } from '../database/database.ts';
import { describeOnEachDatabase } from '../testing/test-database.ts';
import { writeAudit } from './audit.store.ts';
import { canonicalJson, hashEntry, LANES, laneOf } from './audit-entry.ts';
import { verifyAudit } from './verify-audit.ts';

const LANE = 46;
const by = {
  accountId: '018f0000-0000-7000-8000-000000000001',
  actor: 'canbo',
  at: '2024-10-15T03:00:00.000Z',
};

describe('the canonical text of a detail', () => {
  test('does not depend on the order of its fields', () => {
    expect(canonicalJson({ b: [1, null], a: { d: 'đ', c: true } })).toBe(
      '{"a":{"c":true,"d":"đ"},"b":[1,null]}',
    );
  });
});

describe('the lane of an act', () => {
  test.each([
    ['/1/', 0],
    ['/1/46/', 46],
    ['/1/46/474/19900/', 46],
    ['/1/96/', 32],
  ])('%s is %i', (path, lane) => expect(laneOf(path)).toBe(lane));
});

describeOnEachDatabase('the audit log', (open) => {
  let database: DatabaseHandle;
  beforeAll(async () => {
    database = await open();
  });
  const run = (...statements: string[]) =>
    database.withSession(async (session) => {
      for (const statement of statements) await session.query(statement);
    });
  const write = (act: string, scopePath = '/1/46/7/') =>
    database.db
      .transaction()
      .execute((db) =>
        writeAudit(db, by, [{ act, scopePath, subject: { kind: 'x', id: '1' }, detail: { n: 1 } }]),
      );

  beforeEach(async () => {
    await run(
      'delete from audit_entry',
      `update audit_lane set last_sequence = 0, last_hash = repeat('0', 64)`,
    );
    for (const act of ['x.one', 'x.two', 'x.three', 'x.four']) await write(act);
    await write('x.elsewhere', '/1/48/');
  });

  test('is whole after ordinary acts, and says where each lane ends', async () => {
    const verdict = await verifyAudit(database);
    expect(verdict).toMatchObject({ ok: true, entries: 5, problems: [] });
    expect(verdict.heads.map(({ lane, sequence }) => [lane, sequence])).toEqual([
      [46, 4],
      [48, 1],
    ]);
  });

  test.each([
    [
      'a changed act',
      `update audit_entry set act = 'x.other' where lane = 46 and sequence = 2`,
      [[2, 'changed']],
    ],
    [
      'another actor',
      `update audit_entry set actor = 'someone' where lane = 46 and sequence = 4`,
      [[4, 'changed']],
    ],
    [
      'no account',
      `update audit_entry set account_id = null where lane = 46 and sequence = 1`,
      [[1, 'changed']],
    ],
    [
      'an instant moved by a microsecond',
      `update audit_entry set at = at + interval '1 microsecond' where lane = 46 and sequence = 3`,
      [[3, 'changed']],
    ],
    [
      'a blank in the detail',
      `update audit_entry set detail = '{"n": 1}' where lane = 46 and sequence = 3`,
      [[3, 'changed']],
    ],
    [
      'an act moved to another area of the same lane',
      `update audit_entry set scope_path = '/1/46/8/' where lane = 46 and sequence = 3`,
      [[3, 'changed']],
    ],
    ['a removed entry', 'delete from audit_entry where lane = 46 and sequence = 2', [[3, 'broken-chain']]],
    [
      'a removed beginning',
      'delete from audit_entry where lane = 46 and sequence = 1',
      [[2, 'broken-chain']],
    ],
    ['a removed end', 'delete from audit_entry where lane = 46 and sequence >= 3', [[3, 'truncated']]],
    ['a lane emptied', 'delete from audit_entry where lane = 46', [[1, 'truncated']]],
    [
      'two entries exchanged',
      `update audit_entry set sequence = case sequence when 2 then 103 else 102 end where lane = 46 and sequence in (2, 3);
       update audit_entry set sequence = sequence - 100 where lane = 46 and sequence > 100`,
      [
        [2, 'changed'],
        [2, 'broken-chain'],
        [3, 'changed'],
        [3, 'broken-chain'],
        [4, 'broken-chain'],
      ],
    ],
    [
      'an entry put in between, with a hash of its own, the others moved on',
      `update audit_entry set sequence = sequence + 100 where lane = 46 and sequence >= 3;
       update audit_entry set sequence = sequence - 99 where lane = 46 and sequence > 100;
       insert into audit_entry select lane, 3, at, account_id, actor, act, subject_kind, subject_id, scope_path, detail,
         hash, previous_hash from audit_entry where lane = 46 and sequence = 2;
       update audit_lane set last_sequence = 5 where lane = 46`,
      [
        [3, 'changed'],
        [4, 'changed'],
        [4, 'broken-chain'],
        [5, 'changed'],
      ],
    ],
    [
      'a head set back with its entries',
      `delete from audit_entry where lane = 46 and sequence = 4;
       update audit_lane set last_sequence = 3 where lane = 46`,
      [[3, 'head-changed']],
    ],
    [
      'a head set back alone',
      `update audit_lane set last_sequence = 3 where lane = 46`,
      [[4, 'beyond-head']],
    ],
    ['a lane without its head', 'delete from audit_lane where lane = 46', [[0, 'lane-missing']]],
    ['an unused lane without its head', 'delete from audit_lane where lane = 5', [[0, 'lane-missing', 5]]],
  ] as [string, string, [number, string, number?][]][])('shows %s', async (_what, tampering, expected) => {
    await run(...tampering.split(';'));
    const verdict = await verifyAudit(database);
    expect(verdict.ok).toBe(false);
    expect(verdict.problems.map(({ lane, sequence, kind }) => [lane, sequence, kind])).toEqual(
      expected.map(([sequence, kind, lane]) => [lane ?? LANE, sequence, kind]),
    );
    await run(
      `insert into audit_lane select lane, 0, repeat('0', 64) from generate_series(0, ${LANES - 1}) as lanes (lane) on conflict do nothing`,
    );
  });

  test('shows an entry put in at the end with a hash of its own', async () => {
    const last = (await verifyAudit(database)).heads[0]!;
    const forged = {
      lane: LANE,
      sequence: 5,
      at: by.at,
      account_id: null,
      actor: 'x',
      act: 'x.forged',
      subject_kind: null,
      subject_id: null,
      scope_path: '/1/46/',
      detail: '{}',
    };
    await database.withSession((session) =>
      session.query(
        `insert into audit_entry (lane, sequence, at, actor, act, scope_path, detail, previous_hash, hash)
         values (46, 5, $1, 'x', 'x.forged', '/1/46/', '{}', $2, $3)`,
        [by.at, last.hash, hashEntry(forged, last.hash)],
      ),
    );
    expect((await verifyAudit(database)).problems).toEqual([{ lane: 46, sequence: 5, kind: 'beyond-head' }]);
  });

  test('shows a lane written anew with its head, by the heads that were kept elsewhere', async () => {
    const kept = (await verifyAudit(database)).heads;
    await write('x.five');
    expect(await verifyAudit(database, kept)).toMatchObject({ ok: true });
    await run(
      'delete from audit_entry where lane = 46',
      `update audit_lane set last_sequence = 0, last_hash = repeat('0', 64) where lane = 46`,
    );
    for (const act of ['x.one', 'x.two', 'x.three', 'x.another']) await write(act);
    expect(await verifyAudit(database)).toMatchObject({ ok: true });
    expect((await verifyAudit(database, kept)).problems).toEqual([
      { lane: 46, sequence: 4, kind: 'not-as-anchored' },
    ]);
  });

  test('keeps its order when many write at once', async () => {
    await Promise.all(
      Array.from({ length: 20 }, (_unused, index) =>
        database.db.transaction().execute((db) =>
          writeAudit(db, by, [
            { act: `x.a${index}`, scopePath: index % 2 === 0 ? '/1/46/' : '/1/48/' },
            { act: `x.b${index}`, scopePath: index % 2 === 0 ? '/1/48/' : '/1/46/' },
          ]),
        ),
      ),
    );
    expect(await verifyAudit(database)).toMatchObject({ ok: true, entries: 45 });
  });

  describe('under the application’s role', () => {
    const asApp = (statement: string) =>
      inAreaScope(database, { paths: ['/1/46/'] }, (db) => sql.raw(statement).execute(db));

    test.each([
      `update audit_entry set act = 'x' where lane = 46`,
      'delete from audit_entry',
      'truncate audit_entry',
      'delete from audit_lane',
      'select password_hash from account',
      'select * from account',
      'select * from session',
      'select * from sign_in_lock',
      `update account set full_name = 'x'`,
      'delete from command_receipt',
    ])('refuses: %s', async (statement) => {
      await expect(asApp(statement)).rejects.toThrow(/permission denied/);
    });

    test('shows only the acts of one’s areas', async () => {
      const acts = await asApp('select distinct scope_path from audit_entry');
      expect(acts.rows).toEqual([{ scope_path: '/1/46/7/' }]);
    });
  });
});
