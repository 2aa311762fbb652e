import { POSTED_FIELDS } from '@benvung/domain/review/posting/posted-list';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { signedInAs } from '../../apps/server/src/access/testing/signed-in.ts';
import { buildApp } from '../../apps/server/src/app.ts';
import { settableClock } from '../../apps/server/src/platform/testing/settable-clock.ts';
import { openTestPglite } from '../../apps/server/src/platform/testing/test-database.ts';
import { putCertificatePage } from '../../apps/server/src/review/public/public-page.store.ts';
import { FIRST, HEADS, POSTING_ROUND, prepareAgreedCases } from '../permissions/prepare-posting.ts';
import { makeWorld, type World } from '../permissions/world.ts';
import { citizensOf } from './citizen.ts';

/** One list hangs for three working days; a citizen looks, complains, follows; the officer answers; it hangs again. */
describe('a posted list', () => {
  let world: World;
  let app: World['app'];
  const clock = settableClock('2024-10-15T02:00:00.000Z', '2024-10-15');
  let officer: World['owner'];
  const ask = citizensOf(() => app, '10.1');
  const act = async (id: string, body: Record<string, unknown>) => {
    const { version } = (await officer({ method: 'GET', url: `/api/review-grievances/${id}` })).json();
    return officer({
      method: 'POST',
      url: `/api/review-grievances/${id}/acts`,
      payload: { commandId: world.newId(), version, act: body },
    });
  };
  const villageUrl = () => `round=${POSTING_ROUND.id}&village=${world.places.otherVillage.id}`;
  const open = async () => {
    const plan = (await officer({ method: 'GET', url: `/api/review-postings/plan?${villageUrl()}` })).json();
    return officer({
      method: 'POST',
      url: '/api/review-postings',
      payload: {
        commandId: world.newId(),
        roundId: POSTING_ROUND.id,
        villageId: world.places.otherVillage.id,
        hash: plan.hash,
        places: ['Nhà văn hóa thôn 2', 'UBND xã'],
      },
    });
  };
  const stateOf = async (at: number) =>
    (
      await sql<{ state: string }>`select state from review_case where head_name = ${HEADS[at]}`.execute(
        world.database.db,
      )
    ).rows[0]?.state;
  let posting: { id: string; code: string; until: string };

  beforeAll(async () => {
    world = await makeWorld(await openTestPglite());
    const parts = { database: world.database, clock, version: '0' };
    app = await buildApp(parts);
    await app.ready();
    const grants = [{ role: 'officer', unitId: world.places.otherCommune.id }];
    officer = await signedInAs(app, parts, { username: 'can.bo', grants });
    await prepareAgreedCases(world);
  });
  afterAll(async () => {
    await app.close();
    await world.app.close();
    await world.database.close();
  });

  test('is opened in one act, for three working days that do not count the first', async () => {
    const stale = await officer({
      method: 'POST',
      url: '/api/review-postings',
      payload: {
        commandId: world.newId(),
        roundId: POSTING_ROUND.id,
        villageId: world.places.otherVillage.id,
        hash: '0'.repeat(64),
        places: ['x'],
      },
    });
    expect(stale.json().code).toBe('review.posting-list-changed');
    expect(await stateOf(0)).toBe('agreed');
    const opened = await open();
    expect(opened.statusCode, opened.body).toBe(201);
    posting = opened.json();
    // Tuesday; Wednesday, Thursday and Friday count
    expect(posting.until).toBe('2024-10-18');
    expect(await stateOf(0)).toBe('posted');
  });

  test('taken down with a reason, its households step back, the public page says so, and the right one hangs', async () => {
    const withdraw = (reason: string) =>
      officer({
        method: 'POST',
        url: `/api/review-postings/${posting.id}/withdrawal`,
        payload: { commandId: world.newId(), reason },
      });
    expect((await withdraw(' ')).statusCode).toBe(400);
    expect((await withdraw('Nhầm thôn')).json()).toEqual({ cases: HEADS.length });
    expect((await withdraw('Nhầm thôn')).json().code).toBe('review.posting-withdrawn');
    expect(await stateOf(0)).toBe('agreed');
    const page = await ask('GET', `/t/${posting.code}`);
    expect(page.body).toContain('Bản niêm yết đã gỡ');
    for (const head of HEADS) expect(page.body).not.toContain(head);
    const view = (await officer({ method: 'GET', url: `/api/review-postings/${posting.id}` })).json();
    expect(view).toMatchObject({ state: 'withdrawn', withdrawnReason: 'Nhầm thôn' });
    expect(view.list.lines).toHaveLength(HEADS.length);
    const sheet = (await officer({ method: 'GET', url: `/api/documents/${view.documentId}` })).json();
    expect(sheet).toMatchObject({ state: 'withdrawn', endReason: 'Nhầm thôn' });
    const opened = await open();
    expect(opened.statusCode, opened.body).toBe(201);
    posting = opened.json();
    expect(await stateOf(0)).toBe('posted');
  });

  test('holds number, head, village and result, and nothing else, wherever it is shown', async () => {
    const page = await ask('GET', `/t/${posting.code}`);
    expect(page.statusCode, page.body).toBe(200);
    expect(page.headers['content-security-policy']).toContain("default-src 'none'");
    expect(page.headers['x-robots-tag']).toContain('noindex');
    expect(page.headers['set-cookie']).toBeUndefined();
    expect(page.body).not.toContain('<script');
    expect(Buffer.byteLength(page.body)).toBeLessThan(50_000);
    const view = (await officer({ method: 'GET', url: `/api/review-postings/${posting.id}` })).json();
    const stored = await sql<{ content: object }>`select content from review_public_page
      where kind = 'posting'`.execute(world.database.db);
    for (const list of [view.list, stored.rows[0]!.content]) {
      const fields = new Set<string>();
      JSON.stringify(list, (key, value) => {
        if (!/^\d*$/u.test(key)) fields.add(key);
        return value;
      });
      expect([...fields].filter((name) => !POSTED_FIELDS.includes(name))).toEqual([]);
    }
    const forbidden = ['khuyết tật', 'HIV', 'Cơ Tu', '046199001234', FIRST];
    expect(view.documentId).not.toBeNull();
    const sheet = await sql<{ data: unknown }>`select data from document
      where kind = 'postingSheet' and state <> 'withdrawn'`.execute(world.database.db);
    expect(sheet.rows).toHaveLength(1);
    for (const text of [page.body, ...[view, stored.rows, sheet.rows].map((each) => JSON.stringify(each))])
      for (const each of forbidden) expect(text).not.toContain(each);
    for (const head of HEADS) expect(page.body).toContain(head);
    expect(page.body).toContain('thoát nghèo');
  });

  test('is searched without diacritics, and a name that is not there leads to a grievance', async () => {
    const found = await ask('POST', `/t/${posting.code}`, { tim: 'hoang nga' });
    expect(found.body).toContain(HEADS[0]);
    expect(found.body).not.toContain(HEADS[1]);
    const missing = await ask('POST', `/t/${posting.code}`, { tim: 'Lò Văn Sắn' });
    expect(missing.body).toContain('Không có tên này');
    expect(missing.body).toContain('ve=absent');
    expect((await ask('GET', '/t/22222222')).statusCode).toBe(404);
  });

  const complaint = {
    ve: 'household',
    so: '2',
    'noi-dung': 'Hộ này có xe tải.\nXin xem lại <b>',
    'ho-ten': 'Trần Thị Người Gửi',
    'dien-thoai': '0912 345 678',
    don: 'a'.repeat(24),
  };
  let receipt = '';
  let grievance = '';

  test('takes a grievance once however often the form is sent, and keeps what was typed when it cannot', async () => {
    const wrong = await ask('POST', '/pa', {
      ...complaint,
      t: posting.code,
      so: '',
      'dien-thoai': 'không có',
    });
    expect(wrong.statusCode).toBe(422);
    expect(wrong.body).toContain('<title>Lỗi:');
    expect(wrong.body).toContain('Xin xem lại &lt;b&gt;');
    const foreign = await app.inject({
      method: 'POST',
      url: '/pa',
      payload: new URLSearchParams({ ...complaint, t: posting.code }).toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded', origin: 'https://elsewhere.example' },
    });
    expect([foreign.statusCode, foreign.headers['content-type']]).toEqual([403, 'text/html; charset=utf-8']);
    const sent = await ask('POST', '/pa', { ...complaint, t: posting.code });
    expect(sent.statusCode, sent.body).toBe(303);
    const again = await ask('POST', '/pa', { ...complaint, t: posting.code });
    expect(again.headers.location).toBe(sent.headers.location);
    receipt = String(sent.headers.location);
    const kept = await sql<{
      id: string;
      receipt_code: string;
      number: string;
    }>`select id, receipt_code, number
      from review_grievance`.execute(world.database.db);
    expect(kept.rows).toHaveLength(1);
    expect(kept.rows[0]!.number).toBe('PA-2024-001');
    expect(receipt.replace(/\W/gu, '')).not.toContain(kept.rows[0]!.receipt_code.slice(0, 12));
    grievance = kept.rows[0]!.id;
    const followed = await ask('GET', receipt);
    expect(followed.body).toContain('PA-2024-001');
    expect(followed.body).toContain('18/10/2024');
    for (const personal of ['Trần Thị Người Gửi', '0912', 'xe tải', HEADS[0]])
      expect(followed.body).not.toContain(personal);
    // The household's case goes on only when someone was sent.
    expect(await stateOf(0)).toBe('posted');
  });

  test('shows who complained to those who handle it, and logs each reading', async () => {
    const seen = (await officer({ method: 'GET', url: `/api/review-grievances/${grievance}` })).json();
    expect(seen.complainant).toEqual({ name: 'Trần Thị Người Gửi', phone: '0912 345 678' });
    const inspector = await world.only('inspector');
    const read = await inspector({ method: 'GET', url: `/api/review-grievances/${grievance}` });
    expect(read.json()).toMatchObject({ complainant: null, about: '', acts: [] });
    const logged = await sql<{ count: number }>`select count(*) as count from audit_entry
      where act = 'review.read-grievance'`.execute(world.database.db);
    expect(Number(logged.rows[0]?.count)).toBe(2);
  });

  const note = (of: object) =>
    officer({
      method: 'POST',
      url: '/api/review-grievances',
      payload: {
        commandId: world.newId(),
        postingId: posting.id,
        channel: 'office',
        about: 'Nhà tôi không có tên',
        complainantName: null,
        phone: null,
        ...of,
      },
    });

  test('is re-verified by someone else than who surveyed first, answered in writing, and posted again', async () => {
    const same = await act(grievance, {
      act: 'assign',
      verifier: { name: 'ho van ra soat', accountId: null },
    });
    expect(same.json().code).toBe('review.grievance-same-person');
    const early = await act(grievance, { act: 'answer', answer: 'x' });
    expect(early.json().code).toBe('review.grievance-step-not-next');
    const verifier = { name: 'Vi Văn Thành', accountId: null };
    expect((await act(grievance, { act: 'assign', verifier })).statusCode).toBe(200);
    expect(await stateOf(0)).toBe('disputed');
    expect(await stateOf(1)).toBe('posted');
    const again = await note({ category: 'household', number: 2, householdName: null });
    const verified = await act(grievance, {
      act: 'verify',
      finding: 'Xe mượn của em trai',
      outcome: 'rejected',
    });
    expect(verified.statusCode, verified.body).toBe(200);
    // A second one about it waits; declined, it leaves the case with what the first found.
    expect(await stateOf(0)).toBe('disputed');
    expect((await act(again.json().id, { act: 'decline', reason: 'trùng' })).statusCode).toBe(200);
    expect(await stateOf(0)).toBe('reverified');
    expect((await act(grievance, { act: 'answer', answer: 'Giữ nguyên kết quả.' })).statusCode).toBe(200);
    const answered = (await officer({ method: 'GET', url: `/api/review-grievances/${grievance}` })).json();
    expect(answered.documentId).not.toBeNull();
    expect((await ask('GET', receipt)).body).toContain('Đã trả lời · ngày 15/10/2024');
    const second = await open();
    expect(second.statusCode, second.body).toBe(201);
    expect(await stateOf(0)).toBe('posted');
    const list = (await officer({ method: 'GET', url: `/api/review-postings/${second.json().id}` })).json();
    expect(list.list.lines).toEqual([{ number: 1, head: HEADS[0], result: 'poor' }]);
  });

  test('leads a household that should have been on it to a request', async () => {
    const noted = await note({ category: 'absent', number: null, householdName: 'Lò Văn Sắn' });
    expect(noted.statusCode, noted.body).toBe(201);
    expect(noted.json().number).toBe('PA-2024-003');
    const { id } = noted.json();
    await act(id, { act: 'assign', verifier: { name: 'Vi Văn Thành', accountId: null } });
    const verified = await act(id, { act: 'verify', finding: 'Đúng là sót', outcome: 'upheld' });
    expect(verified.statusCode, verified.body).toBe(200);
    const made = await sql<{ state: string; origin: string }>`select state, origin from review_case
      where head_name = 'Lò Văn Sắn'`.execute(world.database.db);
    expect(made.rows).toEqual([{ state: 'requested', origin: 'form01' }]);
  });

  test('is closed by the clock, and then nothing of it is shown any more', async () => {
    clock.setToday('2024-10-18');
    clock.moveBy(Date.parse('2024-10-18T09:59:00Z') - Date.parse(clock.now()));
    expect((await ask('GET', `/t/${posting.code}`)).body).toContain(HEADS[0]);
    clock.moveBy(60_000);
    const over = await ask('GET', `/t/${posting.code}`);
    expect(over.body).toContain('Niêm yết đã kết thúc ngày 18/10/2024.');
    const late = await ask('POST', '/pa', { ...complaint, t: posting.code, don: 'b'.repeat(24) });
    for (const page of [over, late, await ask('GET', `/pa?t=${posting.code}`)]) {
      expect(page.body).toContain('đã kết thúc');
      for (const head of HEADS) expect(page.body).not.toContain(head);
    }
  });

  test('verification reads a wrong number, a wrong code and an unknown paper alike, and waits after five tries', async () => {
    await putCertificatePage(world.database.db, {
      plainCode: '4F7K92QD',
      subjectId: world.newId(),
      opensOn: '2024-12-12',
      originCommuneId: world.places.otherCommune.id,
      scopePath: world.places.otherVillage.path,
      content: {
        number: '0417/GCN-HN.HCN',
        class: 'POOR',
        year: 2024,
        issuer: 'UBND xã Hương Phú',
        initials: 'H. T. N.',
        state: 'valid',
        endedOn: null,
        replacedBy: null,
      },
    });
    const right = await ask('POST', '/x', { so: 'số 417/gcn-hn.hcn', ma: '4f7k-92qd' }, '10.9.0.1');
    expect(right.body).toContain('CÒN HIỆU LỰC');
    expect(right.body).toContain('H. T. N.');
    const outcomes = new Set<string>();
    for (const [number, code] of [
      ['0418/GCN-HN.HCN', '4F7K92QD'],
      ['0417/GCN-HN.HCN', '4F7K92QE'],
      ['1/X', '22222222'],
      ['0417/GCN-HN.HCN', '4F7K92QF'],
      ['0417/GCN-HN.HCN', '4F7K92QG'],
    ] as const) {
      const answer = await app.inject({
        method: 'POST',
        url: '/api/public/verification',
        payload: { number, code },
        remoteAddress: '10.9.0.1',
      });
      outcomes.add(answer.body);
    }
    expect([...outcomes]).toHaveLength(1);
    expect([...outcomes][0]).toContain('"notFound"');
    const waiting = await ask('POST', '/x', { so: '0417/GCN-HN.HCN', ma: '4F7K92QD' }, '10.9.0.1');
    expect(waiting.statusCode).toBe(429);
    expect(waiting.body).toContain('value="4F7K92QD"');
    const machine = await app.inject({
      method: 'POST',
      url: '/api/public/verification',
      payload: { number: '0417/GCN-HN.HCN', code: '4F7K92QD' },
      remoteAddress: '10.9.0.1',
    });
    expect(machine.json().code).toBe('shared.too-many-requests');
    expect((await ask('POST', '/x', { so: '0417/GCN-HN.HCN', ma: '4F7K92QD' })).body).toContain(
      'CÒN HIỆU LỰC',
    );
    clock.moveBy(600_000);
    const later = await ask('POST', '/x', { so: '0417/GCN-HN.HCN', ma: '4F7K92QD' }, '10.9.0.1');
    expect(later.body).toContain('CÒN HIỆU LỰC');
  });

  test('every page for citizens is one of these', () => {
    expect(app.httpBase.pages.sort()).toEqual([
      'GET /cong-khai',
      'GET /cong-khai/trang.css',
      'GET /de-nghi',
      'GET /de-nghi/:xa',
      'GET /pa',
      'GET /pa/:ma',
      'GET /pa/tra-cuu',
      'GET /t',
      'GET /t/:ma',
      'GET /x',
      'POST /de-nghi/:xa',
      'POST /pa',
      'POST /t/:ma',
      'POST /x',
    ]);
  });
});
