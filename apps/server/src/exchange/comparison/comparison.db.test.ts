import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type {
  ComparisonView,
  DifferenceListView,
  DifferenceView,
} from '@benvung/contract/exchange-comparison';
import ExcelJS from 'exceljs';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { samplePlaces, writeSamplePlaces } from '../../access/testing/sample-places.ts';
import { type SignedIn, signedInAs } from '../../access/testing/signed-in.ts';
import { buildApp } from '../../app.ts';
import { jobKinds } from '../../job-list.ts';
import type { DatabaseHandle } from '../../platform/database/database.ts';
import { newId } from '../../platform/ids.ts';
import { runWaitingJobs } from '../../platform/jobs/job-runner.ts';
import { settableClock } from '../../platform/testing/settable-clock.ts';
import { describeOnEachDatabase } from '../../platform/testing/test-database.ts';
import { importList } from '../import-list.ts';

const LIST = [
  'Họ tên chủ hộ;Ngày sinh;Giới tính;CCCD;Mã xã;Thôn;Phân loại hộ',
  'Hồ Thị Nga;12/05/1961;Nữ;046161000123;20044;Thôn 1;Hộ nghèo',
  '=Hồ Văn Minh;1970;Nam;;20044;Thôn 1;Hộ nghèo'.replace('=', ''),
  'Lê Văn Ba;1980;Nam;046080000001;20044;Thôn 1;Hộ nghèo',
].join('\n');
const EXTRACT = [
  'Số định danh cá nhân,Họ và tên,Ngày sinh,Giới tính,Địa chỉ',
  '046161000123,HỒ THỊ NGÀ,12/05/1961,Nữ,"Thôn 1, Hồng Thủy"',
  '046070000777,Hồ Văn Minh,03/02/1970,Nam,Thôn 1',
  '046099000001,A Viết Lạ,01/01/1999,Nam,Thôn 1',
].join('\n');

describeOnEachDatabase('a comparison with the population database', (open) => {
  let database: DatabaseHandle;
  let app: Awaited<ReturnType<typeof buildApp>>;
  let officer: SignedIn;
  const clock = settableClock('2024-01-10T02:00:00.000Z', '2024-01-10');

  beforeAll(async () => {
    database = await open();
    await writeSamplePlaces(database);
    const path = join(mkdtempSync(join(tmpdir(), 'benvung-comparison-')), 'list.csv');
    writeFileSync(path, LIST);
    await importList(
      { database, clock },
      {
        path,
        year: 2023,
        unit: '20044',
        dryRun: false,
        openingOnly: false,
        areas: null,
        actor: { accountId: null, actor: 'test' },
        mayClose: false,
      },
    );
    const parts = { database, clock, version: '0' };
    app = await buildApp(parts);
    const grants = [{ role: 'officer', unitId: samplePlaces.commune.id }];
    officer = await signedInAs(app, parts, { username: 'can.bo', grants });
  });
  afterAll(() => app.close());

  const get = async <View>(url: string): Promise<View> => (await officer({ method: 'GET', url })).json();
  const decide = (id: string, payload: object) =>
    officer({
      method: 'POST',
      url: `/api/comparisons/${id}/decisions`,
      payload: { commandId: newId(), ...payload },
    });
  const people = async () =>
    (
      await sql<{ full_name: string; identity_number: string | null }>`
        select full_name, identity_number from person order by full_name`.execute(database.db)
    ).rows;

  test('lists what differs for a person to decide; nothing is taken over by itself', async () => {
    const asked = await officer({
      method: 'POST',
      url: `/api/comparisons?unit=${samplePlaces.commune.id}&file=trich.csv&commandId=${newId()}`,
      headers: { 'content-type': 'application/octet-stream' },
      payload: Buffer.from(EXTRACT),
    });
    expect(asked.statusCode, asked.body).toBe(201);
    const { id } = asked.json<ComparisonView>();
    const before = await people();
    await runWaitingJobs({
      database,
      clock,
      kinds: jobKinds,
      fault: (error) => expect(error).toBeUndefined(),
    });
    const counts = { rows: 3, same: 0, differs: 2, missingOurs: 1, missingTheirs: 1, ambiguous: 0 };
    expect(await get(`/api/comparisons/${id}`)).toMatchObject({ state: 'checked', counts, undecided: 2 });
    expect(await people()).toEqual(before);

    const { differences } = await get<DifferenceListView>(`/api/comparisons/${id}/differences`);
    const nga = differences.find(({ ours }) => ours?.fullName === 'Hồ Thị Nga') as DifferenceView;
    const minh = differences.find(({ ours }) => ours?.fullName === 'Hồ Văn Minh') as DifferenceView;
    expect([nga.fields, minh.fields]).toEqual([['fullName'], ['birthDate', 'identityNumber']]);
    expect(nga.ours?.identityNumber).toBe('046161…');
    const opened = await officer({
      method: 'POST',
      url: `/api/comparisons/${id}/disclosures`,
      payload: { numbers: [nga.number], reason: 'so với thẻ của bà' },
    });
    expect(opened.json().differences).toEqual([
      { number: nga.number, ours: '046161000123', theirs: '046161000123' },
    ]);
    const read = await sql<{ detail: string }>`
      select detail from audit_entry where act = 'exchange.read-differences'`.execute(database.db);
    expect(read.rows.map(({ detail }) => JSON.parse(detail))).toEqual([
      { reason: 'so với thẻ của bà', shown: 1 },
    ]);

    expect((await decide(id, { number: nga.number, decision: 'ours' })).json().code).toBe(
      'household.reason-missing',
    );
    const kept = await decide(id, { number: nga.number, decision: 'ours', reason: 'Đã xem CCCD của bà' });
    expect(kept.json()).toMatchObject({ decision: 'ours', decidedBy: 'Người can.bo' });
    const taken = await decide(id, { number: minh.number, decision: 'theirs' });
    expect(taken.statusCode, taken.body).toBe(200);
    expect((await decide(id, { number: minh.number, decision: 'theirs' })).json().code).toBe(
      'exchange.difference-taken',
    );
    expect(await people()).toContainEqual({ full_name: 'Hồ Văn Minh', identity_number: '046070000777' });
    expect(await people()).toContainEqual({ full_name: 'Hồ Thị Nga', identity_number: '046161000123' });
    const events = await sql<{ detail: object }>`select detail from household_event`.execute(database.db);
    expect(events.rows[0]?.detail).toMatchObject({ source: 'Đối chiếu dân cư: trich.csv' });

    const fileUrl = `/api/comparisons/${id}/file?purpose=doi+chieu`;
    const closed = await officer({ method: 'GET', url: `${fileUrl}&format=csv` });
    expect(closed.body).toContain('Hồ Văn Minh');
    expect(closed.body).not.toContain('046161000123');
    const file = await officer({ method: 'GET', url: `${fileUrl}&numbers=1` });
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(file.rawPayload as never);
    const sheet = book.worksheets[0];
    expect(sheet?.pageSetup).toMatchObject({ paperSize: 9, fitToWidth: 1, orientation: 'landscape' });
    const texts: unknown[] = [];
    sheet?.eachRow((row) => row.eachCell((cell) => void texts.push(cell.value)));
    expect(texts).toContain('046161000123');
    expect(texts.some((text) => typeof text === 'object' && text !== null && 'formula' in text)).toBe(false);
  });

  test('people leave as a list without what is closed; closed fields only those asked for, and logged', async () => {
    await sql`update person set full_name = '=1+1' where full_name = 'Lê Văn Ba'`.execute(database.db);
    const filters = `unit=${samplePlaces.commune.id}&format=csv&purpose=${encodeURIComponent('trao thẻ')}`;
    const plain = await officer({ method: 'GET', url: `/api/exports/members?${filters}` });
    expect(plain.statusCode, plain.body).toBe(200);
    expect(plain.body).toContain(';Hồ Thị Nga;chủ hộ;nữ;12/05/1961;Thôn 1;Xã Hồng Thủy;');
    expect(plain.body).toContain(";'=1+1;chủ hộ;");
    expect(plain.body).not.toContain('046161000123');
    const closed = await officer({
      method: 'GET',
      url: `/api/exports/members-closed?${filters}&fields=identityNumber`,
    });
    expect(closed.body).toContain(';046161000123\r\n');
    expect(closed.body.split('\r\n')[1]).toMatch(/;Số định danh$/u);
    const { id } = (
      await sql<{ id: string }>`select household_id as id from person
        where full_name = 'Hồ Thị Nga'`.execute(database.db)
    ).rows[0] ?? { id: '' };
    const ofOne = `household=${id}&format=csv&purpose=${encodeURIComponent('trao thẻ')}`;
    const one = await officer({ method: 'GET', url: `/api/exports/household-members?${ofOne}` });
    expect(one.body).toContain(';Hồ Thị Nga;chủ hộ;nữ;12/05/1961;Thôn 1;');
    expect(one.body).not.toMatch(/=1\+1|046161000123/u);
    const oneClosed = await officer({
      method: 'GET',
      url: `/api/exports/household-members-closed?${ofOne}&fields=identityNumber`,
    });
    expect(oneClosed.body).toContain(';046161000123\r\n');
    const acts = await sql<{ detail: string }>`
      select detail from audit_entry where act = 'exchange.export-closed' order by at, sequence`.execute(
      database.db,
    );
    expect(JSON.parse(acts.rows[0]?.detail ?? '')).toEqual({
      fields: ['identityNumber'],
      format: 'csv',
      persons: 3,
      purpose: 'trao thẻ',
    });
    const none = await officer({ method: 'GET', url: `/api/exports/members-closed?${filters}&fields=` });
    expect(none.statusCode).toBe(400);
    const unsaid = await officer({ method: 'GET', url: `/api/exports/members?unit=1&format=csv` });
    expect(unsaid.statusCode).toBe(400);
  });

  test('a table on the screen becomes a file in which text stays text', async () => {
    const payload = { format: 'csv', title: 'Biến động', place: 'Xã', columns: ['Thôn', 'Hộ'] };
    const made = await officer({
      method: 'POST',
      url: '/api/table-files',
      payload: {
        ...payload,
        rows: [
          ['=cmd', 3],
          ['Thôn 2', null],
        ],
      },
    });
    expect(made.body).toMatch(/^\ufeff◈ .*\r\nThôn;Hộ\r\n'=cmd;3\r\nThôn 2;\r\n$/u);
    expect(made.headers['content-type']).toBe('text/csv; charset=utf-8');
  });
});
