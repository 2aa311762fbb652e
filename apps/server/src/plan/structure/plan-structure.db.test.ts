import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { wholePlan } from '../../../../../packages/domain/src/plan/structure/plan.test-support.ts';
import { samplePlaces, writeSamplePlaces } from '../../access/testing/sample-places.ts';
import { inAreaScope } from '../../platform/database/area-scope.ts';
import type { DatabaseHandle, Db } from '../../platform/database/database.ts';
import { newId } from '../../platform/ids.ts';
import { describeOnEachDatabase } from '../../platform/testing/test-database.ts';
import { makeAgency } from '../duty/keep-agency.ts';
import { savePlan, startPlan, stepPlan } from './act-on-plan.ts';
import { findSuperiorPlan, findVersion, listVersions } from './plan.store.ts';
import { issuePlan } from './plan-paper.ts';
import { viewPlan } from './view-plan.ts';

const { province, commune, otherCommune } = samplePlaces;
const at = (areas: string[]) => ({
  accountId: null,
  actor: 'chi.officer',
  now: '2024-02-05T02:00:00.000Z',
  today: '2024-02-05',
  areas,
  origin: 'https://benvung.example',
});
const own = at([commune.path]);
const above = at([province.path]);
const reader = (parts: readonly ('drafter' | 'head')[]) => ({
  today: '2024-02-05',
  language: 'vi' as const,
  accountId: '00000000-0000-7000-8000-000000000001',
  deskOnly: () => false,
  partsFor: () => parts,
});
const annual = { kind: 'annual', yearFrom: 2024, yearTo: 2024, programme: 'NTP-2021' } as const;
/** The whole plan, in another year. */
const inYear = (year: number): typeof wholePlan =>
  JSON.parse(JSON.stringify(wholePlan).replaceAll('2024-', `${year}-`));
const signatory = { name: 'Trần Văn Anh', position: 'Chủ tịch', authority: 'TM' } as const;

describeOnEachDatabase('plans', (open) => {
  let database: DatabaseHandle;
  beforeAll(async () => {
    database = await open();
    await writeSamplePlaces(database);
  });
  /** As the person would: within their areas alone. */
  const within = <Value>(areas: readonly string[], work: (db: Db) => Promise<Value>): Promise<Value> =>
    inAreaScope(database, { paths: areas }, work);
  const started = async (unit: number, by: typeof own, years: object = {}) => {
    const asked = { unit, ...annual, content: wholePlan, ...years };
    const answer = await within(by.areas, (db) => startPlan(db, asked, by));
    if (!answer.ok) throw new Error(answer.problem.code);
    return answer.value.id;
  };
  const step = (
    id: string,
    version: number,
    act: 'submit' | 'approve' | 'return' | 'amend' | 'discard',
    by = own,
  ) => within(by.areas, (db) => stepPlan(db, { id, version, act, reason: 'Lý do' }, by));
  const issue = (id: string, version: number, by = own) =>
    within(by.areas, (db) =>
      issuePlan(db, { id, version, day: '2024-02-05', signatory, withHouseholds: false }, by),
    );
  const brought = async (id: string, by = own) => {
    await step(id, 1, 'submit', by);
    await step(id, 2, 'approve', by);
    return issue(id, 3, by);
  };

  describe('who may not', () => {
    test('a plan of another area is not there, by raw SQL either', async () => {
      const id = await started(otherCommune.id, at([otherCommune.path]), { yearFrom: 2021, yearTo: 2021 });
      const seen = await within([commune.path], async (db) => [
        (await sql`select 1 from plan where id = ${id}::uuid`.execute(db)).rows.length,
        (await sql`select 1 from plan_version where plan_id = ${id}::uuid`.execute(db)).rows.length,
        (await sql`select 1 from plan_event where plan_id = ${id}::uuid`.execute(db)).rows.length,
      ]);
      expect(seen).toEqual([0, 0, 0]);
      expect(await step(id, 1, 'submit')).toMatchObject({ problem: { code: 'shared.not-found' } });
      const wanted = { unit: otherCommune.id, ...annual, content: wholePlan };
      expect(await within(own.areas, (db) => startPlan(db, wanted, own))).toMatchObject({
        problem: { code: 'shared.outside-area' },
      });
    });

    test('a plan above is not there until it is issued; then it is read, never changed', async () => {
      const id = await started(province.id, above, { yearFrom: 2023, yearTo: 2023, content: inYear(2023) });
      const seen = () =>
        within([commune.path], (db) => sql`select 1 from plan where id = ${id}::uuid`.execute(db));
      expect((await seen()).rows).toHaveLength(0);
      expect(await brought(id, above)).toMatchObject({ ok: true });
      expect((await seen()).rows).toHaveLength(1);
      const changed = await within([commune.path], (db) =>
        sql`update plan_version set state = 'draft' where plan_id = ${id}::uuid`.execute(db),
      );
      expect(Number(changed.numAffectedRows)).toBe(0);
      expect(await step(id, 4, 'amend')).toMatchObject({ problem: { code: 'shared.not-found' } });
      const history = await within([commune.path], (db) =>
        sql`select 1 from plan_event where plan_id = ${id}::uuid`.execute(db),
      );
      expect(history.rows).toHaveLength(0);
    });
  });

  test('goes from draft to issue, is amended, and the new version takes the place of the old one', async () => {
    const id = await started(commune.id, own);
    expect(
      await within(own.areas, (db) =>
        startPlan(db, { unit: commune.id, ...annual, content: wholePlan }, own),
      ),
    ).toMatchObject({ problem: { code: 'plan.exists-already' } });
    expect(await issue(id, 1)).toMatchObject({ problem: { code: 'plan.wrong-state' } });
    expect(await brought(id)).toMatchObject({ ok: true });
    const [issued] = await listVersions(database.db, id);
    expect(issued).toMatchObject({ state: 'issued', reference: '01/KH-UBND', issuedOn: '2024-02-05' });
    const duties = await sql<{ id: string; node_label: string }>`select id, node_label from plan_duty
      where plan_id = ${id}::uuid order by position`.execute(database.db);
    expect(duties.rows.map((row) => row.id)).toEqual(['d1', 'd2', 'd3']);
    expect(duties.rows[0]?.node_label).toBe('Tiểu dự án 1 thuộc Dự án 3');

    expect(await step(id, 4, 'amend')).toMatchObject({ ok: true });
    const changed = { ...wholePlan, targets: wholePlan.targets.slice(1) };
    await within(own.areas, (db) => savePlan(db, { id, version: 1, content: changed }, own));
    await step(id, 2, 'submit');
    await step(id, 3, 'approve');
    expect(await issue(id, 4)).toMatchObject({ ok: true });
    const versions = await listVersions(database.db, id);
    expect(versions.map(({ number, state }) => `${number} ${state}`)).toEqual(['2 issued', '1 replaced']);
    const documents = await sql<{ id: string; state: string; by: string | null; reason: string | null }>`
      select id, state, replaced_by as by, end_reason as reason from document
      where id = any(${versions.map(({ documentId }) => documentId)}::uuid[]) order by number`.execute(
      database.db,
    );
    expect(documents.rows).toEqual([
      { id: versions[1]?.documentId, state: 'replaced', by: versions[0]?.documentId, reason: 'Lý do' },
      { id: versions[0]?.documentId, state: 'numbered', by: null, reason: null },
    ]);
    const shown = await sql<{ standing: string; by: string | null }>`select standing, replaced_by as by
      from document_verification where document_id = ${versions[1]?.documentId}::uuid`.execute(database.db);
    expect(shown.rows).toEqual([{ standing: 'replaced', by: '02/KH-UBND' }]);
    expect((await findVersion(database.db, id, 1))?.content.targets).toHaveLength(3);
    expect((await findVersion(database.db, id, 2))?.content.targets).toHaveLength(2);
  });

  test('what somebody else changed is not written over', async () => {
    const id = await started(commune.id, own, { yearFrom: 2022, yearTo: 2022 });
    const content = { ...wholePlan, duties: [] };
    const save = () => within(own.areas, (db) => savePlan(db, { id, version: 1, content }, own));
    expect(await save()).toMatchObject({ ok: true });
    expect(await save()).toMatchObject({ problem: { code: 'plan.version-conflict' } });
    expect(await step(id, 2, 'submit')).toMatchObject({ problem: { code: 'plan.has-errors' } });
  });

  test('a discarded first version takes the plan with it; an amendment only itself', async () => {
    const id = await started(commune.id, own, { yearFrom: 2025, yearTo: 2025 });
    await step(id, 1, 'discard');
    expect(await within(own.areas, (db) => viewPlan(db, { id }, reader(['drafter'])))).toBeUndefined();
  });

  test('an agency reads the issued plan that gives its desk something to do, and nothing of it before', async () => {
    const stranger = { ...reader([]), deskOnly: () => true };
    const account = newId();
    const clerk = { ...stranger, accountId: account };
    const agency = await makeAgency(database.db, commune, {
      name: wholePlan.duties[0]?.owner ?? '',
      shortNames: [],
      mailAddress: null,
    });
    if (!agency.ok) throw new Error(agency.problem.code);
    await sql`insert into account (id, username, full_name, password_hash, status, demonstration, created_at, version)
      values (${account}::uuid, 'vanthu', 'Văn thư', 'x', 'active', false, now(), 1)`.execute(database.db);
    await sql`insert into agency_member (agency_id, account_id, since, scope_path)
      values (${agency.value.id}::uuid, ${account}::uuid, now(), ${commune.path})`.execute(database.db);
    const id = await started(commune.id, own, { yearFrom: 2019, yearTo: 2019, content: inYear(2019) });
    const seen = (by: typeof clerk, number?: number) =>
      inAreaScope(database, { paths: [], units: [commune.path] }, (db) => viewPlan(db, { id, number }, by));
    expect(await seen(clerk)).toBeUndefined();
    expect(await brought(id)).toMatchObject({ ok: true });
    await step(id, 4, 'amend');
    expect(await seen(stranger)).toBeUndefined();
    expect(await seen(clerk, 2), 'the amendment being drafted').toBeUndefined();
    const view = await seen(clerk);
    expect(view).toMatchObject({ number: 1, state: 'issued', acts: [], history: [], superior: null });
    expect(view?.versions.map(({ number, documentId }) => [number, documentId])).toEqual([[1, null]]);
  });

  test('shows what the issued plan above asks and this one leaves out', async () => {
    const years = inYear(2021);
    const upper = await started(province.id, above, { yearFrom: 2021, yearTo: 2021, content: years });
    await brought(upper, above);
    const id = await started(commune.id, own, {
      yearFrom: 2021,
      yearTo: 2021,
      content: { ...years, nodes: years.nodes.filter((node) => node.id !== 'n3') },
    });
    const view = await within(own.areas, (db) => viewPlan(db, { id }, reader(['drafter'])));
    const answers = Object.fromEntries((view?.superior?.asked ?? []).map((one) => [one.id, one.answer]));
    expect(answers).toEqual({
      t1: 'answered',
      n2: 'answered',
      n3: 'missing',
      d3: 'missing',
      b1: 'answered',
      b2: 'answered',
    });
    expect(view?.acts).toEqual(['save', 'submit', 'discard']);
    expect(
      await within(
        own.areas,
        async (db) =>
          (await findSuperiorPlan(db, { ...annual, scopePath: commune.path, yearFrom: 2021, yearTo: 2021 }))
            ?.id,
      ),
    ).toBe(upper);
  });
});
