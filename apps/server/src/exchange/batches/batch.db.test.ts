import type { BatchIssuesView, BatchView } from '@benvung/contract/exchange-batch';
import ExcelJS from 'exceljs';
import type { LightMyRequestResponse } from 'fastify';
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
import { nothingCopied, rebuildCounters } from '../../review/review.public.ts';
import { findBatch, type StoredBatch } from './batch.store.ts';
import { findMade } from './undo-batch.ts';
import { undoSteps } from './undo-steps.ts';

const HEAD = 'Họ tên chủ hộ;Ngày sinh;CCCD;Mã xã;Thôn;Dân tộc;Số nhân khẩu;Phân loại hộ;B1;B2';
const line = (
  name: string,
  more: { born?: string; ethnicity?: string; class?: string; commune?: string } = {},
) =>
  `${name};${more.born ?? '1961'};;${more.commune ?? '20044'};Thôn 1;${more.ethnicity ?? 'Tà Ôi'};4;${more.class ?? 'Hộ nghèo'};110;30`;
const TABLES = [
  'household',
  'person',
  'household_membership',
  'review_record',
  'review_facts',
  'review_round',
];

describeOnEachDatabase('a batch', (open) => {
  let database: DatabaseHandle;
  let app: Awaited<ReturnType<typeof buildApp>>;
  let officer: SignedIn;
  const clock = settableClock('2024-01-10T02:00:00.000Z', '2024-01-10');

  beforeAll(async () => {
    database = await open();
    await writeSamplePlaces(database);
    const parts = { database, clock, version: '0' };
    app = await buildApp(parts);
    const grants = [{ role: 'officer', unitId: samplePlaces.commune.id }];
    officer = await signedInAs(app, parts, { username: 'can.bo', grants });
  });
  afterAll(() => app.close());

  const work = () =>
    runWaitingJobs({
      database,
      clock,
      kinds: jobKinds,
      fault: (error) => {
        throw error;
      },
    });
  const ok = <View>(answer: LightMyRequestResponse): View => {
    expect(answer.statusCode, answer.body).toBeLessThan(300);
    return answer.json();
  };
  const upload = async (text: string | Buffer, file = 'hoso.csv', more = '') => {
    const answer = await officer({
      method: 'POST',
      url: `/api/batches?year=2023&unit=${samplePlaces.commune.id}&file=${file}&commandId=${newId()}${more}`,
      headers: { 'content-type': 'application/octet-stream' },
      payload: Buffer.from(text),
    });
    const batch = ok<BatchView>(answer);
    await work();
    return see(batch.id);
  };
  const see = async (id: string) =>
    ok<BatchView>(await officer({ method: 'GET', url: `/api/batches/${id}` }));
  const issuesOf = async (id: string) =>
    ok<BatchIssuesView>(await officer({ method: 'GET', url: `/api/batches/${id}/issues` })).issues;
  const act = (batch: BatchView, word: string, more = {}) =>
    officer({
      method: 'POST',
      url: `/api/batches/${batch.id}/${word}`,
      payload: { commandId: newId(), version: batch.version, ...more },
    });
  const done = async (batch: BatchView, word: string, more = {}) => {
    ok(await act(batch, word, more));
    await work();
    return see(batch.id);
  };
  const counts = async () => {
    const found: number[] = [];
    for (const table of TABLES) {
      const answer = await sql<{ count: number }>`select count(*) as count from ${sql.table(table)}`.execute(
        database.db,
      );
      found.push(Number(answer.rows[0]?.count));
    }
    return found;
  };
  const pairsThatMayBeOne = async () =>
    (await sql`select from household_duplicate`.execute(database.db)).rows.length;
  const counters = async () =>
    (
      await sql`select commune_id, village_id, measure, poor_households, poor_persons, near_poor_households
        from review_counter where poor_households + poor_persons + near_poor_households <> 0 order by 1, 2, 3`.execute(
        database.db,
      )
    ).rows;

  test('with wrong cells is put right on the screen, written whole, and taken back', async () => {
    const rows = [
      line('Hồ Thị Nga', { born: '30/02/1985' }),
      line('Hồ Văn Minh', { ethnicity: 'Tầy' }),
      line('Lê Văn Ba', { ethnicity: 'Tầy', class: 'Hộ cận nghèo' }),
      ...Array.from({ length: 238 }, (_unused, index) => line(`Hồ Văn A${'bcdefghij'[index % 9]} ${index}`)),
      // perhaps one household with another that is written, and taken back, in another part
      line('Hồ Thị Kăn Phương'),
      line('Lê Thị Ba', { born: '1972' }),
    ];
    rows.splice(3, 0, line('Hồ Thị Kăn Phượng'));
    const bad = await upload([HEAD, ...rows].join('\n'));
    expect(bad).toMatchObject({ state: 'checked', errors: 3, report: { rows: 245, written: false } });
    expect(await counts()).toEqual([0, 0, 0, 0, 0, 0]);
    const issues = (await issuesOf(bad.id)).filter(({ severity }) => severity === 'error');
    expect(issues.map(({ at, value, fixes, equal }) => [at, value, fixes[0]?.to, equal])).toEqual([
      ['B2', '30/02/1985', '28/02/1985', 1],
      ['F3', 'Tầy', 'Tày', 2],
      ['F4', 'Tầy', 'Tày', 2],
    ]);
    expect((await act(bad, 'publication')).json().code).toBe('exchange.batch-not-checked');

    const mended = await done(bad, 'reading', {
      corrections: [
        { at: 'B2', column: 'Ngày sinh', from: '30/02/1985', to: '1985' },
        { at: null, column: 'Dân tộc', from: 'Tầy', to: 'Tày' },
      ],
    });
    expect(mended).toMatchObject({ state: 'checked', errors: 0 });
    const marked = await officer({ method: 'GET', url: `/api/batches/${bad.id}/file?what=corrected` });
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(marked.rawPayload as never);
    expect([2, 3].map((row) => book.worksheets[0]?.getCell(row, row === 2 ? 2 : 6).value)).toEqual([
      1985,
      'Tày',
    ]);

    const written = await done(mended, 'publication');
    expect(written).toMatchObject({ state: 'published', households: 244, cannotUndo: null });
    expect(await counts()).toEqual(
      [244, 244, 244, 244, 0, 1].map((count, at) => (at === 4 ? expect.any(Number) : count)),
    );
    const kept = await counters();
    expect(kept.length).toBeGreaterThan(0);
    const made = await rebuildCounters(database.db, {
      year: 2023,
      communeIds: [samplePlaces.commune.id],
      today: '2024-01-10',
    });
    expect(made).toBe(false);
    expect(await pairsThatMayBeOne()).toBeGreaterThan(0);

    const undone = await done(written, 'undoing');
    expect(undone).toMatchObject({ state: 'undone', endedBy: 'can.bo' });
    expect(await counts()).toEqual([0, 0, 0, 0, 0, 0]);
    expect(await counters()).toEqual([]);
    expect(await pairsThatMayBeOne()).toBe(0);
  });

  test('is kept in pieces before it is there, once however often it is sent, and by nobody else', async () => {
    const text = [HEAD, ...Array.from({ length: 9_000 }, (_unused, index) => line(`Hồ Văn ${index}`))].join(
      '\n',
    );
    const commandId = newId();
    const send = (who: SignedIn, unit: number, content: string) =>
      who({
        method: 'POST',
        url: `/api/batches?year=2023&unit=${unit}&file=dai.csv&commandId=${commandId}`,
        headers: { 'content-type': 'application/octet-stream' },
        payload: Buffer.from(content),
      });
    const pieces = async () =>
      (
        await sql<{ bytes: number }>`select length(bytes)::int as bytes from exchange_file
          where batch_id = ${commandId}::uuid order by part`.execute(database.db)
      ).rows.map(({ bytes }) => bytes);
    const grants = [{ role: 'officer', unitId: samplePlaces.otherCommune.id }] as const;
    const stranger = await signedInAs(
      app,
      { database, clock, version: '0' },
      { username: 'nguoi.la', grants },
    );

    expect((await send(officer, samplePlaces.otherCommune.id, text)).json().code).toBe('shared.outside-area');
    expect(await pieces()).toEqual([]);
    await sql`insert into exchange_file (batch_id, part, bytes, scope_path, kept_at) values (${newId()}::uuid, 0, 'x',
      ${samplePlaces.commune.path}, '2024-01-08T00:00:00Z')`.execute(database.db);
    const sent = ok<BatchView>(await send(officer, samplePlaces.commune.id, text));
    const size = Buffer.byteLength(text);
    expect(await pieces()).toEqual([262_144, 262_144, size - 2 * 262_144]);
    expect(ok<BatchView>(await send(officer, samplePlaces.commune.id, text)).id).toBe(sent.id);
    const other = await send(
      stranger,
      samplePlaces.otherCommune.id,
      `${text}\n${line('Hồ Văn Lạ')}`.repeat(2),
    );
    expect(other.statusCode).toBeGreaterThanOrEqual(400);
    expect((await pieces()).length).toBe(3);
    await work();
    expect(await see(sent.id)).toMatchObject({ state: 'checked', bytes: size, report: { rows: 9_001 } });
    const unnamed = await sql`select from exchange_file f where not exists (
      select from exchange_batch b where b.id = f.batch_id)`.execute(database.db);
    expect(unnamed.rows).toEqual([]);
    ok(await act(await see(sent.id), 'discarding'));
  });

  test('over known households gives them back as they were, unless something was built on it', async () => {
    // more than are written over in one step
    const many = (told = {}) =>
      Array.from({ length: 130 }, (_unused, index) => line(`Hồ Văn ${index}`, told));
    const first = await done(
      await upload([HEAD, line('Hồ Thị Nga', { born: '1985' }), ...many()].join('\n')),
      'publication',
    );
    expect(first.state).toBe('published');
    const before = await sql`select full_name, relation, birth_date from person order by id`.execute(
      database.db,
    );
    const now = { class: 'Hộ cận nghèo' };
    const again = [HEAD, line('Hồ Thị Nga', { born: '1985', ...now }), ...many(now), line('Lê Văn Ba', now)];
    const second = await done(await upload(again.join('\n')), 'publication');
    expect(second).toMatchObject({ state: 'published', report: { known: 131 } });
    const classesNow = async () =>
      (
        await sql`select final_class, count(*)::int as count from review_record group by 1`.execute(
          database.db,
        )
      ).rows;
    expect(await classesNow()).toEqual([{ final_class: 'NEAR_POOR', count: 132 }]);
    const communeIds = [samplePlaces.commune.id];
    expect(await rebuildCounters(database.db, { year: 2023, communeIds, today: '2024-01-10' })).toBe(false);
    expect((await act(await see(first.id), 'undoing')).json().code).toBe('exchange.used-records');
    expect((await see(first.id)).cannotUndo).toContain('Không hoàn tác được');
    const steps = await undoSteps(
      database.db,
      {
        batch: (await findBatch(database.db, second.id)) as StoredBatch,
        made: await findMade(database.db, second.id),
        taken: nothingCopied(),
        today: '2024-01-10',
      },
      10,
    );
    expect(steps.map(({ done: so }) => so)).toEqual([0, 1, 101, 132]);
    const changed = (by: number) =>
      sql`update household set version = version + ${by} where head_name = 'Hồ Thị Nga'`.execute(database.db);
    // changed by somebody after it was asked whether the batch can be undone
    await changed(1);
    const part = database.withSession(async (_session, db) => {
      for (const { write } of steps) await write(db);
    });
    await expect(part).rejects.toMatchObject({ problem: { code: 'exchange.used-households' } });
    await changed(-1);
    expect(await done(second, 'undoing')).toMatchObject({ state: 'undone' });
    expect(
      (await sql`select full_name, relation, birth_date from person order by id`.execute(database.db)).rows,
    ).toEqual(before.rows);
    expect(await classesNow()).toEqual([{ final_class: 'POOR', count: 131 }]);
    expect(await rebuildCounters(database.db, { year: 2023, communeIds, today: '2024-01-10' })).toBe(false);
  });

  test('lists rows of other areas and refuses them', async () => {
    const batch = await upload([HEAD, line('Hồ Văn Xa', { commune: '20161' })].join('\n'));
    expect((await issuesOf(batch.id)).map(({ code, severity }) => [code, severity])).toContainEqual([
      'exchange.outside-unit',
      'error',
    ]);
  });

  test('in an old encoding is refused, and read once the person agreed to turn it', async () => {
    const text = [HEAD.replaceAll('ộ', 'é'), 'NguyÔn ThÞ Hoµ;1961;;20044;Th«n 9;T«i;4;Hé nghÌo;110;30'].join(
      '\n',
    );
    const batch = await upload(Buffer.from(text, 'latin1'), 'cu.csv');
    expect(batch).toMatchObject({
      state: 'refused',
      problem: { code: 'exchange.file-not-utf8' },
      found: { encoding: 'tcvn3' },
    });
    expect(batch.found?.preview).toContainEqual({ before: 'NguyÔn ThÞ Hoµ', after: 'Nguyễn Thị Hoà' });
  });

  test('of which no heading is known shows its columns, and is read once they are paired', async () => {
    const meanings = [
      ...['headName', 'birthDate', 'identityNumber', 'communeCode', 'village'],
      ...['ethnicity', 'persons', 'class', 'incomeScore', 'deprivationScore'],
    ];
    const columns = meanings.map((meaning, index) => ({ header: `Mục ${'abcdefghij'[index]}`, meaning }));
    const heads = columns.map(({ header }) => header);
    const batch = await upload(`${heads.join(';')}\n${line('Hồ Thị Ghép')}`, 'mau-la.csv');
    expect((await issuesOf(batch.id)).map(({ code }) => code)).toContain('exchange.no-header');
    expect(batch.sheets[0]?.headers.map(({ header }) => header)).toEqual(heads);
    expect(await done(batch, 'reading', { columns })).toMatchObject({ errors: 0, report: { households: 1 } });
  });

  test('pairs a column once for all files of the form', async () => {
    const form = `${HEAD.replace('Phân loại hộ', 'KQ cuối')}\n${line('Hồ Thị Lan')}`;
    const batch = await upload(form);
    expect(batch.sheets[0]?.headers.find(({ header }) => header === 'KQ cuối')?.meaning).toBeNull();
    const paired = await done(batch, 'reading', { columns: [{ header: 'KQ cuối', meaning: 'class' }] });
    expect(paired).toMatchObject({ errors: 0 });
    const next = await upload(form);
    expect(next.sheets[0]?.headers.find(({ header }) => header === 'KQ cuối')?.meaning).toBe('class');
  });
});
