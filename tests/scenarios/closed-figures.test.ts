import { officialTable, tableCellHouseholds } from '@benvung/contract/report';
import { sampleClosing } from '@benvung/domain/review/review-record.sample';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeOnEachDatabase } from '../../apps/server/src/platform/testing/test-database.ts';
import {
  closeRound,
  openRounds,
  putReviewRecords,
  type ReviewRound,
} from '../../apps/server/src/review/review.public.ts';
import { testRecord } from '../../apps/server/src/review/review.test-support.ts';
import { makeWorld, type World } from '../permissions/world.ts';

const HOUSEHOLD = '0190a0c0-0000-7000-8000-00000000e001';
const today = '2024-10-15';
const YEAR = 2022;

describeOnEachDatabase('behind a figure stand people', (open) => {
  let world: World;
  let round: ReviewRound;

  beforeAll(async () => {
    world = await makeWorld(await open());
    const { database, places } = world;
    const { otherCommune, otherVillage } = places;
    await database.withSession((session) =>
      session.query(
        `insert into household (origin_commune_id, id, version, village_id, scope_path, head_name, head_search_key,
           head_sort_key, persons, flag_overrides, demonstration, created_at, updated_at)
         values ($1, $2, 1, $3, $4, 'Hồ Văn Lạ', 'ho van la', 'a', 4, '{}', false, '2023-01-01', '2023-01-01')`,
        [otherCommune.id, HOUSEHOLD, otherVillage.id, otherVillage.path],
      ),
    );
    await database.withSession((session) =>
      session.query(
        `insert into person (origin_commune_id, id, version, household_id, scope_path, full_name, search_key, sort_key,
           relation, sex, birth_date, ethnicity)
         values ($1, $2, 1, $3, $4, 'Hồ Văn Lạ', 'ho van la', 'a', 'head', 'male', '1970', '02')`,
        [otherCommune.id, world.newId(), HOUSEHOLD, otherVillage.path],
      ),
    );
    await database.withSession((session) =>
      session.query(
        `insert into household_membership (origin_commune_id, household_id, person_id, valid_from, relation, reason, scope_path)
         select origin_commune_id, household_id, id, '2020-01-01', 'head', 'registered', scope_path from person`,
      ),
    );
    const opened = await openRounds(database.db, {
      year: YEAR,
      kind: 'PERIODIC',
      communes: [{ communeId: otherCommune.id, scopePath: otherCommune.path }],
      standardId: 'VN-2022',
      standardHash: 'x',
      localStandard: null,
      referenceDay: `${YEAR}-12-31`,
      today,
      source: 'kiểm thử',
      demonstration: false,
      carryOver: false,
    });
    if (!opened.ok) throw new Error(opened.problem.code);
    round = opened.value[0]!;
    const record = testRecord(round, {
      originCommuneId: otherCommune.id,
      householdId: HOUSEHOLD,
      scopePath: otherVillage.path,
      opening: null,
      arrivalReason: 'newEntry',
      stage: 'recognised',
      closing: sampleClosing({
        class: 'POOR',
        villageId: otherVillage.id,
        headEthnicity: '02',
        flags: { ...sampleClosing().flags, minority: true },
      }),
    });
    const put = await putReviewRecords(database.db, [record], { today });
    if (!put.ok) throw new Error(put.problem.code);
  });
  afterAll(() => world.app.close());

  const table = (number: number, rest = '') =>
    `/api/tables/${number}${rest}?unit=id:${world.places.otherCommune.id}&year=${YEAR}`;
  const ethnicColumn = async () => {
    const { columns } = officialTable.parse((await world.owner({ method: 'GET', url: table(9) })).json());
    return columns.find(({ label }) => label === 'Tày')!.key;
  };

  test('who has no work with it sees the figure, not whose ethnic origin it tells', async () => {
    const url = `${table(9, '/households')}&column=${await ethnicColumn()}`;
    const viewer = await world.only('viewer');
    const refused = await viewer({ method: 'GET', url });
    expect([refused.statusCode, refused.json().code]).toEqual([403, 'report.column-closed']);
    const poor = await viewer({ method: 'GET', url: `${table(1, '/households')}&column=c3` });
    expect(tableCellHouseholds.parse(poor.json()).count).toBe(1);
    const opened = await world.owner({ method: 'GET', url });
    expect(tableCellHouseholds.parse(opened.json()).households).toMatchObject([{ head: 'Hồ Văn Lạ' }]);
  });

  test('the list of poor households tells an officer the ethnic group, and a viewer that it is closed', async () => {
    const ethnicityOf = async (ask: World['owner']) => {
      const list = officialTable.parse((await ask({ method: 'GET', url: table(15) })).json());
      return list.rows[0]?.values[list.columns.findIndex(({ key }) => key === 'ethnicity')];
    };
    expect(await ethnicityOf(world.owner)).toBe('Tày');
    expect(await ethnicityOf(await world.only('viewer'))).toBe('kín');
  });

  test('anyone sees what is official, without counts that name somebody', async () => {
    const url = `/api/public/tables/1?unit=id:${world.places.province.id}&year=${YEAR}`;
    const early = await world.app.inject({ method: 'GET', url });
    expect([early.statusCode, early.json().code]).toEqual([409, 'report.not-official-yet']);
    const { db } = world.database;
    const closed = await closeRound(db, { roundId: round.id, today, closedElsewhere: true });
    expect(closed.ok).toBe(true);
    const shown = officialTable.parse((await world.app.inject({ method: 'GET', url })).json());
    const poor = shown.columns.findIndex(({ key }) => key === 'c3');
    expect([shown.total[poor], ...shown.rows.map(({ values }) => values[poor])]).toContain('<5');
    expect(JSON.stringify([shown.rows, shown.total])).not.toMatch(/\[(null|\d),(null|\d),1,/u);
    const village = await world.app.inject({
      method: 'GET',
      url: `/api/public/tables/1?unit=id:${world.places.otherCommune.id}&year=${YEAR}`,
    });
    expect([village.statusCode, village.json().code]).toEqual([404, 'report.not-public']);
  });
});
