import type { OfficialTable } from '@benvung/contract/report';
import { sampleClosing } from '@benvung/domain/review/review-record.sample';
import { type RawBuilder, sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { DEMONSTRATION_PASSWORD, listDemonstrationAccounts } from '../access/access.public.ts';
import { verifyAudit } from '../platform/audit/verify-audit.ts';
import { clockOf } from '../platform/clock.ts';
import type { DatabaseHandle } from '../platform/database/database.ts';
import { describeOnEachDatabase } from '../platform/testing/test-database.ts';
import { computeTable } from '../report/compute-table.ts';
import { putReviewRecords } from '../review/review.public.ts';
import { testRecord } from '../review/review.test-support.ts';
import { verifyLedger } from '../review/verify-ledger.ts';
import { loadShippedTerritory } from '../territory/territory.public.ts';
import { ANNEX, ANNEX_PROVINCE } from './annex.sample.ts';
import { demonstrationTools } from './demonstration-tools.ts';
import { loadDemonstration } from './load-demonstration.ts';
import { removeDemonstration } from './remove-demonstration.ts';

const AT = '2026-03-02T01:00:00.000Z';
const LOADING = 600_000;

describeOnEachDatabase('the demonstration in a database', (open) => {
  let handle: DatabaseHandle;
  let empty: Record<string, number>;
  let afterCut: Record<string, number>;
  let brokenOff: unknown;
  beforeAll(async () => {
    handle = await open();
    await loadShippedTerritory(handle, AT);
    empty = await countRows(handle);
    brokenOff = await load((done) => {
      if (done === 12) throw new Error('cut off');
    }).catch((error: Error) => error.message);
    afterCut = await countRows(handle);
    const loaded = await load();
    if (!loaded.ok) throw new Error(loaded.problem.code);
  }, LOADING);

  const load = (progress?: (done: number) => void) =>
    loadDemonstration(handle, {
      at: AT,
      actor: 'cli:test',
      tools: demonstrationTools(),
      ...(progress === undefined ? {} : { progress }),
    });
  const remove = () => removeDemonstration(handle, { at: AT, actor: 'cli:test', today: '2024-10-15' });

  const table = async (number: number, year: number, checks = true): Promise<OfficialTable> => {
    const wanted = { unit: '46', map: null, standardId: null, levels: 1, areas: null, now: AT } as const;
    const computed = await computeTable(handle.db, { ...wanted, number, year, checks });
    if (!computed.ok) throw new Error(computed.problem.code);
    return computed.value;
  };
  const column = ({ columns }: OfficialTable, number: string) =>
    columns.findIndex((one) => one.number?.match(/^\d+/u)?.[0] === number);

  it('a load that is cut off leaves nothing behind', () => {
    expect(brokenOff).toBe('cut off');
    expect(afterCut).toEqual(empty);
  });

  describe('table 1 of the province at the end of 2023', () => {
    it('prints the annex exactly, in count and rate', async () => {
      const printed = await table(1, 2023);
      const [base, poor, rate] = ['1', '3', '4'].map((number) => column(printed, number));
      const figures = (values: OfficialTable['total']) => [values[base!], values[poor!], values[rate!]];
      const rows = printed.rows.map((row) => [row.unit!.code, row.unit!.name, ...figures(row.values)]);
      const byCode = (one: readonly unknown[], other: readonly unknown[]) =>
        String(one[0]).localeCompare(String(other[0]));
      expect(rows.sort(byCode)).toEqual(
        ANNEX.map(([code, name, households, held, published]) => [
          code,
          name,
          households,
          held,
          published,
        ]).sort(byCode),
      );
      const households = ANNEX.reduce((sum, [, , all]) => sum + all, 0);
      expect(figures(printed.total)).toEqual([households, ANNEX_PROVINCE[0], ANNEX_PROVINCE[1]]);
      expect(printed.demo).toBe(true);
      expect(printed.unverified).toEqual([]);
    });

    it.each([1, 2, 3])('and table %s holds every identity, in 2023', async (number) => {
      const { checks } = await table(number, 2023);
      expect(checks.length).toBeGreaterThan(0);
      expect(checks.filter((check) => !check.ok)).toEqual([]);
    });
  });

  it('the round of 2024 is provisional: some communes recognised, some at work, some not begun', async () => {
    const { unverified } = await table(1, 2024);
    expect(unverified).toEqual(
      expect.arrayContaining(['provisional', 'unverified-scorecard', 'undetermined']),
    );
    const rounds = await sql<{ status: string; count: number }>`
      select status, count(*)::int as count from review_round where year = 2024 group by 1 order by 1`.execute(
      handle.db,
    );
    expect(rounds.rows.map((row) => row.status)).toEqual(['CLOSED', 'OPEN']);
    expect(rounds.rows.reduce((sum, row) => sum + row.count, 0)).toBeLessThan(141);
  });

  it(
    'the ledger balances in every village and opens as the year before closed',
    async () => {
      const verdict = await verifyLedger(handle.db, { path: '/1/', year: null });
      expect(verdict.problems).toEqual([]);
      expect([verdict.years, verdict.communes]).toEqual([[2022, 2023, 2024], 141]);
    },
    LOADING,
  );

  it('the desks have work from the first day: pairs to decide where a round is open, and duplicates', async () => {
    const pairs = await sql<{ certainty: string; pairs: number }>`select certainty, count(*)::int as pairs
      from review_match where decision is null and certainty <> 'none' group by 1 order by 1`.execute(
      handle.db,
    );
    expect(pairs.rows.map((row) => row.certainty)).toEqual(['certain', 'probable']);
    for (const row of pairs.rows) expect(row.pairs).toBeGreaterThanOrEqual(4);
    const duplicates = await sql<{ kind: string; pairs: number }>`select kind, count(*)::int as pairs
      from household_duplicate where state = 'proposed' group by 1 order by 1`.execute(handle.db);
    expect(duplicates.rows.map((row) => row.kind)).toEqual(['household', 'person']);
    const found = await sql<{
      check: string;
      count: number;
    }>`select check_code as check, count(*)::int as count
      from review_finding where state = 'open' group by 1`.execute(handle.db);
    expect(found.rows.map(({ check }) => check)).toEqual(
      expect.arrayContaining(['tooShort', 'oddHour', 'notByAssigned', 'manyUnknown']),
    );
    const given = await sql<{ villages: number; byAccount: number }>`select count(*)::int as villages,
      count(account_id)::int as "byAccount" from review_assignment where ended_on is null`.execute(handle.db);
    expect(given.rows[0]!.villages).toBeGreaterThan(given.rows[0]!.byAccount);
    expect(given.rows[0]!.byAccount).toBeGreaterThan(0);
  });

  it('the database lives on the demonstration day, and every post has an account', async () => {
    const clock = await clockOf(handle.db);
    expect([clock.today(), clock.fixed]).toEqual(['2024-10-15', true]);
    const accounts = await listDemonstrationAccounts(handle.db, clock.today());
    expect(new Set(accounts.map((account) => account.role))).toEqual(
      new Set(['viewer', 'agency', 'approver', 'inspector', 'officer', 'enumerator', 'administrator']),
    );
    expect(
      accounts.every((account) => account.password === DEMONSTRATION_PASSWORD && account.unitName !== ''),
    ).toBe(true);
  });

  it('everything that can bear the mark bears it, and nothing lies outside the province', async () => {
    for (const from of ['household', 'review_round', 'population_base', 'account'])
      expect([from, await count(handle, sql`${sql.table(from)} where not demonstration`)]).toEqual([from, 0]);
    expect(await count(handle, sql`household where scope_path not like '/1/1146/%'`)).toBe(0);
  });

  it('people who moved, split off, were taken in or died have their dates', async () => {
    expect(
      await count(handle, sql`household_residence where valid_to is not null and reason = 'registered'`),
    ).toBeGreaterThan(50);
    expect(await count(handle, sql`household where merged_into_id is not null`)).toBeGreaterThan(3);
    expect(await count(handle, sql`person where left_on is not null`)).toBeGreaterThan(500);
    const inTwo = sql`(select person_id from household_membership where valid_to is null group by 1 having count(*) > 1) t`;
    expect(await count(handle, inTwo)).toBe(0);
    const wrong = sql`household h
      left join (select household_id, count(*) as living from person where left_on is null group by 1) p
        on p.household_id = h.id
      where h.persons <> coalesce(p.living, 0)`;
    expect(await count(handle, wrong)).toBe(0);
    expect(await count(handle, sql`household where ended_on is null and head_person_id is null`)).toBe(0);
  });

  it('it is not loaded twice, nor into a database that holds real data', async () => {
    expect(await load()).toMatchObject({ problem: { code: 'demonstration.already-loaded' } });
  });

  it(
    'and one command takes all of it away again, save what somebody added, while the log stays whole',
    async () => {
      await addRealHousehold(handle);
      const removed = await remove();
      expect(removed).toMatchObject({ ok: true });
      const { review_counter: counters, territory_unit_version: versions, ...left } = await countRows(handle);
      const { review_counter: _, territory_unit_version: shipped, ...before } = empty;
      expect(left).toEqual({
        ...before,
        household: 1,
        review_record: 1,
        review_round: 1,
        review_change: 1,
        territory_unit: before.territory_unit! + 1,
        // the log keeps that it was loaded, what numbers its papers were given, and that it was removed
        audit_entry: expect.any(Number),
      });
      expect(versions).toBeGreaterThan(shipped!);
      expect(counters).toBeGreaterThan(0);
      expect((await verifyLedger(handle.db, { path: '/1/', year: null })).problems).toEqual([]);
      expect((await verifyAudit(handle, [])).ok).toBe(true);
      expect((await clockOf(handle.db)).fixed).toBe(false);
      expect(await remove()).toMatchObject({ problem: { code: 'demonstration.not-loaded' } });
      expect(await load()).toMatchObject({ problem: { code: 'demonstration.real-data-present' } });
    },
    LOADING,
  );
});

/** A household of somebody's own, scored in a round of the demonstration that is still open. */
async function addRealHousehold({ db }: DatabaseHandle): Promise<void> {
  const found = await sql<{ id: string; commune_id: number; village_id: number; scope_path: string }>`
    select r.id, r.commune_id, x.village_id, x.scope_path from review_round r
    join review_record x on x.round_id = r.id and x.village_id is not null
    where r.year = 2024 and r.status = 'OPEN' limit 1`.execute(db);
  const { id: roundId, commune_id: communeId, village_id: villageId, scope_path: scopePath } = found.rows[0]!;
  const householdId = '00000000-0000-7000-8000-000000000001';
  await sql`insert into household (origin_commune_id, id, version, village_id, scope_path, head_name, head_search_key,
      head_sort_key, persons, flag_overrides, demonstration, created_at, updated_at)
    values (${communeId}, ${householdId}, 1, ${villageId}, ${scopePath}, 'Hộ thật', 'ho that', 'that ho', 4, '{}', false,
      ${AT}, ${AT})`.execute(db);
  const record = testRecord(
    { id: roundId, year: 2024, standardId: 'VN-2022', communeId },
    {
      originCommuneId: communeId,
      householdId,
      scopePath,
      opening: null,
      arrivalReason: 'newEntry',
      closing: sampleClosing({ villageId, deprivations: '111000000000' }),
      computedClass: 'POOR',
      incomeScore: 100,
      deprivationScore: 30,
      evidence: 'signedForm',
    },
  );
  const put = await db
    .transaction()
    .execute((own) => putReviewRecords(own as typeof db, [record], { today: '2024-10-15' }));
  expect(put.ok).toBe(true);
}

async function count({ db }: DatabaseHandle, from: RawBuilder<unknown>): Promise<number> {
  return (await sql<{ count: number }>`select count(*)::int as count from ${from}`.execute(db)).rows[0]!
    .count;
}

/** Rows of every table. */
async function countRows(handle: DatabaseHandle): Promise<Record<string, number>> {
  const tables = await sql<{ name: string }>`
    select tablename as name from pg_tables where schemaname = 'public' order by 1`.execute(handle.db);
  const counted: Record<string, number> = {};
  for (const { name } of tables.rows) counted[name] = await count(handle, sql.table(name) as never);
  return counted;
}
