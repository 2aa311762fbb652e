import { readFileSync } from 'node:fs';
import type { TargetAnnexRead, TargetCascade, TargetRow } from '@benvung/contract/plan-target';
import { checkParts } from '@benvung/domain/plan/target/check-cascade';
import { assignedOf, plannedRate } from '@benvung/domain/plan/target/target';
import { sql } from 'kysely';
import { beforeAll, expect, it } from 'vitest';
import { wholePlan } from '../../../../../packages/domain/src/plan/structure/plan.test-support.ts';
import { type SignedIn, signedInAs } from '../../access/testing/signed-in.ts';
import { buildApp } from '../../app.ts';
import { inAreaScope } from '../../platform/database/area-scope.ts';
import type { DatabaseHandle } from '../../platform/database/database.ts';
import { newId } from '../../platform/ids.ts';
import { settableClock } from '../../platform/testing/settable-clock.ts';
import { describeOnEachDatabase } from '../../platform/testing/test-database.ts';
import {
  findUnitInPlace,
  followTerritory,
  loadShippedTerritory,
  resolveUnit,
} from '../../territory/territory.public.ts';
import { startPlan, stepPlan } from '../structure/act-on-plan.ts';
import { issuePlan } from '../structure/plan-paper.ts';
import { listPlans } from '../structure/view-plan.ts';
import { listTargetAnnexes, listTargetAnnexRows } from './target-annex.ts';

const NOW = '2024-10-15T02:00:00.000Z';
const TODAY = '2024-10-15';
/** Kế hoạch 03/KH-UBND ngày 03/01/2024 của UBND tỉnh Thừa Thiên Huế, phụ lục. */
const ANNEX = readFileSync(new URL('./annex.example.txt', import.meta.url), 'utf8');

describeOnEachDatabase('targets', (open) => {
  let handle: DatabaseHandle;
  const people: Record<
    'province' | 'district' | 'commune' | 'neighbour' | 'elsewhere' | 'viewer' | 'enumerator',
    SignedIn
  > = {} as never;
  const clock = settableClock(NOW, TODAY);
  const units: Record<string, { id: number; path: string }> = {};
  let before20044 = { id: 0, path: '' };
  let plan20044 = '';
  let person: (username: string, role: string, unitId: number) => Promise<SignedIn>;
  const by = (areas: string[], today: string) => ({
    ...{ accountId: null, actor: 'x', now: `${today}T02:00:00.000Z`, today, areas },
    origin: 'https://benvung.example',
  });

  beforeAll(async () => {
    handle = await open();
    await loadShippedTerritory(handle, NOW);
    for (const code of ['46', '481', '483', '48', '20044', '20047'])
      units[code] = (await resolveUnit(handle.db, { unit: code, day: TODAY }))!;
    const parts = { database: handle, clock, version: '0.0.0' };
    const app = await buildApp(parts);
    await app.ready();
    person = (username, role, unitId) => signedInAs(app, parts, { username, grants: [{ role, unitId }] });
    const at = (username: string, role: string, code: string) => person(username, role, units[code]!.id);
    people.province = await at('so', 'approver', '46');
    people.district = await at('huyen', 'approver', '481');
    people.commune = await at('xa', 'officer', '20044');
    people.neighbour = await at('xa.ben', 'officer', '20047');
    people.elsewhere = await at('tinh.khac', 'approver', '48');
    people.enumerator = await at('rasoat', 'enumerator', '481');
    people.viewer = await at('xem', 'viewer', '46');
  });

  const post = async (who: SignedIn, path: string, body: object) => {
    const reply = await who({
      method: 'POST',
      url: `/api/plan-targets${path}`,
      payload: { commandId: newId(), year: 2024, ...body },
    });
    return reply.json() as { code?: string; changed?: number; title?: string };
  };
  const see = async (who: SignedIn, code: string, year = 2024): Promise<TargetCascade> => {
    const reply = await who({
      method: 'GET',
      url: `/api/plan-targets?unit=${units[code]!.id}&year=${year}&indicators=poor`,
    });
    return reply.json();
  };
  const rowOf = (cascade: TargetCascade, code: string): TargetRow =>
    cascade.rows.find(({ unit }) => unit.id === units[code]!.id)!;
  const figures = (code: string, version: number, [opening, planned]: readonly [number, number]) => ({
    unitId: units[code]!.id,
    indicator: 'poor',
    version,
    comparison: 'down-to',
    opening: { count: opening, base: null, rate: null },
    planned: { count: planned, base: null, rate: null },
  });
  const naming = (code: string, version: number) => ({ unitId: units[code]!.id, indicator: 'poor', version });

  it('are not told by another province, a neighbour, or a role that only reads', async () => {
    for (const who of [people.elsewhere, people.neighbour])
      expect(await post(who, '', { lines: [figures('20044', 0, [10, 5])] })).toMatchObject({
        code: 'plan-target.unit-not-found',
      });
    expect(await post(people.viewer, '', { lines: [figures('481', 0, [10, 5])] })).toMatchObject({
      code: 'shared.not-allowed',
    });
    expect(
      (
        await people.elsewhere({ method: 'GET', url: `/api/plan-targets?unit=${units['46']!.id}&year=2024` })
      ).json(),
    ).toMatchObject({ code: 'plan-target.unit-not-found' });
  });

  it('read from the annex of Thừa Thiên Huế and written give the same rows, sums and rates back', async () => {
    const reply = await people.province({
      method: 'POST',
      url: `/api/plan-target-annexes?unit=${units['46']!.id}&year=2024&indicator=poor&file=phu-luc.txt&commandId=${newId()}`,
      headers: { 'content-type': 'application/octet-stream' },
      payload: Buffer.from(ANNEX),
    });
    const read: TargetAnnexRead = reply.json();
    expect(read).toMatchObject({ faults: [], mistakes: [] });
    expect(read.rows).toHaveLength(10);
    const lines = read.rows.map(({ unit, version, line }) => ({
      unitId: unit!.id,
      indicator: 'poor',
      version,
      ...line,
    }));
    expect(await post(people.province, '', { lines, reason: 'KH 03/KH-UBND' })).toEqual({ changed: 10 });

    const { rows } = await see(people.province, '46');
    const told = rows.map(({ unit, line }) => [
      unit.name,
      line!.opening.count,
      line!.opening.rate,
      assignedOf('stock', line!),
      line!.planned.count,
      plannedRate(line!),
    ]);
    expect(told).toHaveLength(10);
    expect(told[0]).toEqual(['Tỉnh Thừa Thiên Huế', 7540, 227, 1595, 5945, 176]);
    expect(told).toContainEqual(['Thành phố Huế', 859, 65, 103, 756, 56]);
    expect(told).toContainEqual(['Huyện A Lưới', 3485, 2440, 1196, 2289, 1583]);
    const [whole, ...parts] = rows.map(({ line }) => line!);
    expect(checkParts('stock', whole!, parts)).toEqual([]);

    const annex = await listTargetAnnexRows(handle.db, { unitId: units['46']!.id, year: 2024, today: TODAY });
    expect(
      annex.map(({ opening, openingRate, decrease, closing, closingRate }) => [
        opening,
        openingRate,
        decrease,
        closing,
        closingRate,
      ]),
    ).toEqual(told.map(([, ...values]) => values));
    const annexes = await listTargetAnnexes(handle.db, {
      unitId: units['46']!.id,
      year: 2024,
      today: TODAY,
    });
    expect(annexes.map(({ indicator }) => indicator.code)).toEqual(['poor']);
    expect(annexes[0]!.lines).toEqual(rows.map(({ unit, line }) => ({ name: unit.name, line })));
  });

  it('of an annex with mistakes are all told, by row, and none can be written twice', async () => {
    const lines = ['TT\tĐơn vị\tHộ nghèo đầu năm\tGiảm\tCòn lại', '1\tHuyện A Lứi\t5\t1\t4'];
    lines.push('2\tHuyện A Lưới\t10\thai\t8', '3\tA Lưới\t10\t2\t8', '4\tHuyện Phú Lộc\t\t\t');
    lines.push('5\tHuyện Nam Đông\t\t2\t');
    const reply = await people.province({
      method: 'POST',
      url: `/api/plan-target-annexes?unit=${units['46']!.id}&year=2024&indicator=poor&file=sai.txt&commandId=${newId()}`,
      headers: { 'content-type': 'application/octet-stream' },
      payload: Buffer.from(lines.join('\n')),
    });
    const { mistakes, faults }: TargetAnnexRead = reply.json();
    expect(mistakes.map((each) => each.slice(0, 5))).toEqual(['Dòng ', 'Dòng ', 'Dòng ', 'Dòng ', 'Dòng ']);
    expect(mistakes.join(' ')).toMatch(
      /Dòng 2 .*A Lứi.*Dòng 3 .*“Giảm”: “hai” không phải số.*Dòng 4 .*trùng dòng 3.*Dòng 5 .*không có số nào.*Dòng 6 .*cả số hộ đầu năm/u,
    );
    expect(faults.join(' ')).toContain('Bảng không có');
    const twice = [figures('20047', 0, [10, 5]), figures('20047', 0, [10, 6])];
    expect(await post(people.district, '', { lines: twice })).toMatchObject({
      code: 'plan-target.told-twice',
    });
  });

  it('still being worked out above are not seen below, nor answered', async () => {
    expect(rowOf(await see(people.district, '481'), '481')).toMatchObject({ line: null, side: 'receiver' });
    expect(await post(people.district, '/answers', { target: naming('481', 1), act: 'agree' })).toMatchObject(
      {
        code: 'plan-target.not-proposed',
      },
    );
  });

  it('are not sent while the parts do not add up; told with both sums', async () => {
    expect(await post(people.province, '', { lines: [figures('481', 1, [3485, 2299])] })).toEqual({
      changed: 1,
    });
    const refused = await post(people.province, '/acts', { act: 'propose', targets: [naming('481', 2)] });
    expect(refused.code).toBe('plan-target.children-do-not-add-up');
    expect(refused.title).toContain('1.585');
    expect(await post(people.province, '', { lines: [figures('481', 2, [3485, 2289])] })).toEqual({
      changed: 1,
    });
    expect(await post(people.province, '/acts', { act: 'propose', targets: [naming('481', 3)] })).toEqual({
      changed: 1,
    });
  });

  it('are asked to be changed by the unit alone, settled by who hands them down, and all of it is kept', async () => {
    const target = naming('481', 4);
    expect(await post(people.district, '', { lines: [figures('481', 4, [3485, 2400])] })).toMatchObject({
      code: 'plan-target.not-the-giver',
    });
    expect(
      await post(people.province, '/answers', {
        target,
        act: 'ask',
        asked: 1100,
        reason: 'nhiều hộ già yếu',
      }),
    ).toMatchObject({ code: 'plan-target.not-the-receiver' });
    expect(await post(people.enumerator, '/answers', { target, act: 'agree' })).toMatchObject({
      code: 'plan-target.not-the-receiver',
    });
    expect(
      await post(people.district, '/answers', {
        target,
        act: 'ask',
        asked: 1100,
        reason: 'nhiều hộ già yếu',
      }),
    ).toEqual({ changed: 1 });
    expect(rowOf(await see(people.province, '46'), '481')).toMatchObject({
      state: 'asked',
      asked: { count: 1100, reason: 'nhiều hộ già yếu' },
      side: 'giver',
    });
    expect(await post(people.province, '/acts', { act: 'fix', targets: [naming('481', 4)] })).toMatchObject({
      code: 'plan-target.changed-meanwhile',
    });
    expect(await post(people.province, '/acts', { act: 'fix', targets: [naming('481', 5)] })).toEqual({
      changed: 1,
    });
    expect(await post(people.province, '', { lines: [figures('481', 6, [3485, 2400])] })).toMatchObject({
      code: 'plan-target.is-fixed',
    });
    const history = await people.district({
      method: 'GET',
      url: `/api/plan-targets/history?unit=${units['481']!.id}&year=2024&indicator=poor`,
    });
    expect(history.json().events.map(({ act }: { act: string }) => act)).toEqual([
      'fix',
      'ask',
      'propose',
      'adjust',
      'adjust',
      'adjust',
    ]);
  });

  it('of the units above and beside are read by those below once they are fixed, without what was counted there', async () => {
    const rows = (await see(people.neighbour, '46')).rows;
    const told = rows.filter(({ line }) => line !== null);
    expect(told.map(({ unit }) => unit.id)).toEqual([units['481']!.id]);
    for (const { side, facts } of rows) {
      expect(side).toBeNull();
      expect([facts.opening, facts.base, facts.progress.done]).toEqual([null, null, null]);
    }
  });

  it('told by a unit whose unit above told none are its own, until one above does', async () => {
    expect(await post(people.commune, '', { lines: [figures('20044', 0, [100, 80])] })).toEqual({
      changed: 1,
    });
    expect(rowOf(await see(people.commune, '20044'), '20044')).toMatchObject({
      side: 'giver',
      state: 'draft',
    });
    expect(await post(people.district, '', { lines: [figures('20044', 1, [100, 70])] })).toEqual({
      changed: 1,
    });
    expect(await post(people.commune, '', { lines: [figures('20044', 2, [100, 80])] })).toMatchObject({
      code: 'plan-target.not-the-giver',
    });
  });

  it('that cannot be are refused whole', async () => {
    const lines = [
      figures('20047', 0, [10, 5]),
      { ...figures('20044', 2, [100, 80]), planned: { count: 80, base: 70, rate: null } },
    ];
    expect(await post(people.district, '', { lines })).toMatchObject({
      code: 'plan-target.count-impossible',
    });
    expect(rowOf(await see(people.district, '481'), '20047').line).toBeNull();
  });

  it('are closed in the database itself; what is fixed may be read beside, never written', async () => {
    const count = (path: string) =>
      inAreaScope(handle, { paths: [path] }, async (db) => {
        const seen = await sql<{
          unit: number;
        }>`select unit_id as unit from plan_target where year = 2024`.execute(db);
        return seen.rows.map(({ unit }) => Number(unit));
      });
    const { province, fixed, other } = {
      province: await count(units['46']!.path),
      fixed: await count(units['483']!.path),
      other: await count(units['48']!.path),
    };
    expect(province.length).toBe(11);
    expect(fixed.sort()).toEqual([units['481']!.id, units['483']!.id].sort());
    expect(other).toEqual([]);
    await inAreaScope(handle, { paths: [units['483']!.path] }, async (db) => {
      const changed =
        await sql`update plan_target set planned_count = 0 where unit_id = ${units['481']!.id}`.execute(db);
      expect(Number(changed.numAffectedRows)).toBe(0);
    });
    await expect(
      inAreaScope(handle, { paths: [units['483']!.path] }, (db) =>
        sql`insert into plan_target_event (id, unit_id, year, indicator, act, side, state, actor, at, demonstration, scope_path)
          values (${newId()}, 1, 2024, 'poor', 'fix', 'giver', 'fixed', 'x', ${NOW}, false, ${units['481']!.path})`.execute(
          db,
        ),
      ),
    ).rejects.toThrow(/row-level security/u);
  });

  it('entered by hand are what a review does not count, with a source', async () => {
    const actual = {
      unitId: units['20044']!.id,
      onDay: '2024-09-30',
      count: 12,
      base: null,
      source: 'Báo cáo quý III',
    };
    expect(await post(people.commune, '/actuals', { ...actual, indicator: 'poor' })).toMatchObject({
      code: 'plan-target.not-by-hand',
    });
    expect(await post(people.neighbour, '/actuals', { ...actual, indicator: 'houses' })).toMatchObject({
      code: 'plan-target.unit-not-found',
    });
    expect(await post(people.commune, '/actuals', { ...actual, indicator: 'houses' })).toEqual({
      changed: 1,
    });
    const reply = await people.commune({
      method: 'GET',
      url: `/api/plan-targets?unit=${actual.unitId}&year=2024&indicators=houses`,
    });
    expect((reply.json() as TargetCascade).rows[0]?.facts.progress).toMatchObject({
      done: 12,
      onDay: '2024-09-30',
      source: 'Báo cáo quý III',
    });
    // The whole is told only once every unit below has entered its own.
    const ofDistrict = async () => {
      const seen = await people.district({
        method: 'GET',
        url: `/api/plan-targets?unit=${units['481']!.id}&year=2024&indicators=houses`,
      });
      return seen.json() as TargetCascade;
    };
    const { rows } = await ofDistrict();
    expect(rows[0]?.facts.progress.done).toBeNull();
    for (const { unit } of rows.slice(1))
      if (unit.id !== actual.unitId)
        await post(people.district, '/actuals', {
          ...actual,
          unitId: unit.id,
          count: 1,
          onDay: '2024-10-01',
          indicator: 'houses',
        });
    expect((await ofDistrict()).rows[0]?.facts.progress).toMatchObject({
      done: 12 + rows.length - 2,
      onDay: '2024-09-30',
      source: null,
    });
  });

  it('of communes that were merged are found added up at their successor, from that day', async () => {
    const before = await resolveUnit(handle.db, { unit: '20044', day: '2025-06-30' });
    const [merged] = (
      await sql<{ to: number }>`select to_unit_id as to from territory_succession
        where from_unit_id = ${before!.id} and day = '2025-07-01' and whole limit 1`.execute(handle.db)
    ).rows;
    const parts = (
      await sql<{ id: number }>`select from_unit_id as id from territory_succession
        where to_unit_id = ${merged!.to} and day = '2025-07-01' and whole order by 1`.execute(handle.db)
    ).rows.map(({ id }) => Number(id));
    clock.setToday('2025-03-01');
    const lines = parts.map((unitId, at) => ({
      ...figures('20044', 0, [100 + at, 90]),
      unitId,
    }));
    expect(await post(people.province, '', { year: 2025, lines })).toEqual({ changed: parts.length });
    const sent = parts.map((unitId) => ({ unitId, indicator: 'poor', version: 1 }));
    expect(await post(people.province, '/acts', { year: 2025, act: 'propose', targets: sent })).toEqual({
      changed: parts.length,
    });
    const { id: unit, path } = before!;
    const annual = { kind: 'annual', yearFrom: 2025, yearTo: 2025, programme: 'NTP-2021' } as const;
    const whole: typeof wholePlan = JSON.parse(JSON.stringify(wholePlan).replaceAll('2024-', '2025-'));
    const content = { ...whole, targets: [] };
    const started = await startPlan(handle.db, { unit, ...annual, content }, by([path], '2025-03-01'));
    if (!started.ok) throw new Error(started.problem.code);
    before20044 = before!;
    plan20044 = started.value.id;
    clock.setToday('2025-08-01');
    await followTerritory(handle, '2025-08-01');
    const reply = await people.province({
      method: 'GET',
      url: `/api/plan-targets?unit=${merged!.to}&year=2025&indicators=poor`,
    });
    const [row] = (reply.json() as TargetCascade).rows;
    expect(row?.restatedFrom).toHaveLength(parts.length);
    expect(row?.line?.opening.count).toBe(parts.reduce((sum, _id, at) => sum + 100 + at, 0));
    expect(row?.line?.planned.count).toBe(90 * parts.length);
  });

  it('of merged communes are handed down by their successor to its villages, which add up to all of them', async () => {
    const successor = (await findUnitInPlace(handle.db, before20044.id, '2025-08-01'))!;
    const officer = await person('xa.moi', 'officer', successor.id);
    const villages = [990_001, 990_002].map((id) => ({ id, path: `${successor.path}${id}/` }));
    for (const { id, path } of villages) {
      await sql`insert into territory_unit (id, level) values (${id}, 'village')`.execute(handle.db);
      await sql`insert into territory_unit_version
          (unit_id, valid_from, level, code, name, type, area_type, parent_id, path, search_key, sort_key, source)
        values (${id}, '2025-07-01', 'village', null, ${`Thôn ${id}`}, 'Thôn', null, ${successor.id}, ${path}, 'thon',
          'thon', 'kiểm thử')`.execute(handle.db);
    }
    const asked = `/api/plan-targets?unit=${successor.id}&year=2025&indicators=poor`;
    const read = async () => (await officer({ method: 'GET', url: asked })).json() as TargetCascade;
    const { opening, planned } = (await read()).rows[0]!.line!;
    const told = (id: number, version: number, figure: readonly [number, number]) => ({
      ...figures('20044', version, figure),
      unitId: id,
    });
    const [first, second] = villages.map(({ id }) => id) as [number, number];
    const tell = (lines: object[]) => post(officer, '', { year: 2025, lines });
    const propose = (version: number) =>
      post(officer, '/acts', {
        year: 2025,
        act: 'propose',
        targets: [first, second].map((unitId) => ({ unitId, indicator: 'poor', version })),
      });
    const rest: [number, number] = [opening.count! - 60, planned.count! - 50];
    expect(await tell([told(first, 0, [60, 51]), told(second, 0, rest)])).toEqual({ changed: 2 });
    expect((await propose(1)).code).toBe('plan-target.children-do-not-add-up');
    expect(await tell([told(first, 1, [60, 50]), told(second, 1, rest)])).toEqual({ changed: 2 });
    expect(await propose(2)).toEqual({ changed: 2 });
    const [whole, ...parts] = (await read()).rows.map(({ line }) => line!);
    expect(parts).toHaveLength(2);
    expect(checkParts('stock', whole!, parts)).toEqual([]);
  });

  it('plans of communes that were merged go on at their successor: seen, listed, issued by it', async () => {
    const unit = before20044.id;
    const id = plan20044;
    const [{ path: into } = { path: '' }] = (
      await sql<{ path: string }>`select scope_path as path from plan where id = ${id}::uuid`.execute(
        handle.db,
      )
    ).rows;
    const successor = (await findUnitInPlace(handle.db, unit, '2025-08-01'))!;
    expect(into).toBe(successor.path);
    const later = by([into], '2025-08-01');
    await inAreaScope(handle, { paths: [into] }, async (db) => {
      const list = await listPlans(db, { unit: successor, year: 2025, page: 1, today: '2025-08-01' });
      expect(list.lines.map(({ unit: { id: of }, planId }) => [of, planId])).toEqual([
        [successor.id, null],
        [unit, id],
      ]);
      const asked = { id, reason: null };
      expect(await stepPlan(db, { ...asked, version: 1, act: 'submit' }, later)).toMatchObject({ ok: true });
      expect(await stepPlan(db, { ...asked, version: 2, act: 'approve' }, later)).toMatchObject({ ok: true });
      const signatory = { name: 'Trần Văn Anh', position: 'Chủ tịch', authority: 'TM' } as const;
      const issue = { id, version: 3, day: '2025-08-01', signatory, withHouseholds: false };
      expect(await issuePlan(db, issue, later)).toMatchObject({ ok: true });
    });
    const papers = await sql<{ body: string; path: string }>`select scope_path as path from document
      where id = (select document_id from plan_version where plan_id = ${id}::uuid)`.execute(handle.db);
    expect(papers.rows).toMatchObject([{ path: into }]);
  });
});
