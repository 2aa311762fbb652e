import type { DocumentKind } from '@benvung/domain/document/document-data';
import { SAMPLE_DATA } from '@benvung/domain/document/sample-data';
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { samplePlaces, writeSamplePlaces } from '../access/testing/sample-places.ts';
import { inAreaScope } from '../platform/database/area-scope.ts';
import type { DatabaseHandle, Db } from '../platform/database/database.ts';
import { describeOnEachDatabase } from '../platform/testing/test-database.ts';
import { findUnitOn } from '../territory/territory.public.ts';
import {
  type ActingPerson,
  discardDocument,
  issueDocument,
  replaceDocument,
  signDocument,
  withdrawDocument,
} from './act-on-document.ts';
import {
  makeDocument,
  makeDocuments,
  numberDocument,
  numberDocuments,
  verifyDocument,
} from './document.public.ts';
import { findDocument, reserveNumbers, takeNumbers } from './document.store.ts';
import { fileOfDocument } from './document-file.ts';
import type { DocumentRequest } from './make-document.ts';
import { loadTemplate } from './template/load-template.ts';
import { startingTemplate } from './template/starting-template.ts';
import { verifyDocuments } from './verify-documents.ts';

const DAY = '2024-10-15';
const { commune, otherCommune, province } = samplePlaces;
const by: ActingPerson = {
  accountId: null,
  actor: 'chi.officer',
  now: '2024-10-15T02:00:00.000Z',
  today: DAY,
  areas: null,
};
const SCAN = { name: 'ban-quet.pdf', bytes: Buffer.from('%PDF-1.7 đã ký') };

describeOnEachDatabase('documents', (open) => {
  let database: DatabaseHandle;
  beforeAll(async () => {
    database = await open();
    await writeSamplePlaces(database);
  });

  const within = <Value>(work: (db: Db) => Promise<Value>): Promise<Value> =>
    database.db.transaction().execute((db) => work(db as unknown as Db));
  const asked = (kind: DocumentKind, more: Partial<DocumentRequest> = {}): DocumentRequest => ({
    kind,
    unitId: commune.id,
    day: DAY,
    data: SAMPLE_DATA[kind],
    signatory: null,
    subjects: [],
    ...more,
  });
  async function made(kind: DocumentKind, more: Partial<DocumentRequest> = {}): Promise<string> {
    const answer = await within((db) => makeDocument(db, asked(kind, more), by));
    if (!answer.ok) throw new Error(JSON.stringify(answer.problem));
    return answer.value.id;
  }
  async function issued(kind: DocumentKind): Promise<{ id: string; reference: string }> {
    const id = await made(kind);
    const numbered = await within((db) => numberDocument(db, id, by));
    await within((db) => signDocument(db, { id, version: null, file: SCAN }, by));
    const answer = await within((db) => issueDocument(db, { id, version: null }, by));
    if (!answer.ok || !numbered.ok) throw new Error('not issued');
    return { id, reference: numbered.value.reference };
  }
  const codeOf = async (id: string) => (await findDocument(database.db, id))?.code ?? '';
  const stateOf = async (id: string) => (await findDocument(database.db, id))?.state;

  describe('making', () => {
    test('data that do not fit refuse, and say where', async () => {
      const data = { ...SAMPLE_DATA.refusal, reasons: [] };
      const answer = await within((db) => makeDocument(db, asked('refusal', { data }), by));
      expect(answer).toMatchObject({ problem: { code: 'document.data-unfit', detail: { at: 'reasons' } } });
    });
    test('a commune gives no opinion of a superior, a province recognises no household', async () => {
      for (const request of [asked('opinion'), asked('recognition', { unitId: province.id })])
        expect(await within((db) => makeDocument(db, request, by))).toMatchObject({
          problem: { code: 'document.unit-cannot-issue' },
        });
    });
    test('of many, one that does not fit leaves none', async () => {
      const wrong = asked('notice', { data: { subject: '', sections: [] } });
      const answer = await within((db) => makeDocuments(db, [asked('notice'), wrong], by));
      expect(answer.ok).toBe(false);
      const left = await sql<{ n: number }>`select count(*) as n from document where kind = 'notice'`.execute(
        database.db,
      );
      expect(left.rows[0]?.n).toBe(0);
    });
  });

  describe('numbering', () => {
    test('is per body, year and type, the steering committee in a series of its own, without gaps', async () => {
      const decision = await made('roundOpening');
      const committee = await made('assignment');
      const next = await made('recognition');
      const year = await made('roundOpening', { day: '2025-01-02' });
      const references: string[] = [];
      for (const id of [decision, committee, next, year]) {
        const answer = await within((db) => numberDocument(db, id, by));
        references.push(answer.ok ? answer.value.reference : answer.problem.code);
      }
      expect(references).toEqual(['01/QĐ-UBND', '01/QĐ-BCĐ', '02/QĐ-UBND', '01/QĐ-UBND']);
    });
    test('many at the same moment, some of which fail, leave no gap and no number twice', async () => {
      const ids = await Promise.all(Array.from({ length: 12 }, () => made('certificate')));
      const attempts = ids.map((id, at) =>
        within(async (db) => {
          await numberDocument(db, id, by);
          if (at % 4 === 3) throw new Error('cut off');
        }).catch(() => undefined),
      );
      await Promise.all(attempts);
      const given = await sql<{ number: number }>`
        select number from document where kind = 'certificate' and number is not null order by number`.execute(
        database.db,
      );
      expect(given.rows.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    });
    test('cut off between number and file, it keeps its number and is finished by asking again', async () => {
      const id = await made('refusal');
      const number = await within(async (db) => {
        const first = await takeNumbers(
          db,
          { unitId: commune.id, series: 'body', type: 'TB', year: 2024, unitPath: commune.path },
          1,
        );
        await reserveNumbers(db, [{ id, number: first }]);
        return first;
      });
      expect(await stateOf(id)).toBe('draft');
      expect(await within((db) => discardDocument(db, { id, version: null }, by))).toMatchObject({
        problem: { code: 'document.already-numbered' },
      });
      const again = await within((db) => numberDocument(db, id, by));
      expect(again.ok && again.value.number).toBe(number);
      expect(await stateOf(id)).toBe('numbered');
    });
    test('of many at once the numbers are given and the files left to a job', async () => {
      const ids = await Promise.all(Array.from({ length: 5 }, () => made('grievanceAnswer')));
      const answer = await within((db) => numberDocuments(db, ids, by));
      expect(answer.ok && answer.value.jobId).toBeTypeOf('string');
      expect(answer.ok && answer.value.documents.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5]);
      expect(await stateOf(ids[0] as string)).toBe('draft');
    });
  });

  describe('the life of a document', () => {
    test('numbered, signed, issued, replaced; the public page follows', async () => {
      const first = await issued('recognition');
      const second = await issued('recognition');
      const code = await codeOf(first.id);
      const verdict = () => within((db) => verifyDocument(db, { number: first.reference, code }));
      expect(await verdict()).toMatchObject({ standing: 'valid', issuer: 'Ủy ban nhân dân xã Hồng Thủy' });
      const target = { id: first.id, version: null, successorId: second.id, reason: 'Sai danh sách' };
      expect((await within((db) => replaceDocument(db, target, by))).ok).toBe(true);
      expect(await verdict()).toMatchObject({ standing: 'replaced', replacedBy: second.reference });
    });
    test('before it is issued, with a wrong code or a wrong number, the page knows nothing of it', async () => {
      const id = await made('notice');
      await within((db) => numberDocument(db, id, by));
      const code = await codeOf(id);
      const stored = await findDocument(database.db, id);
      const number = `${stored?.number}/TB-UBND`;
      for (const asking of [
        { number, code },
        { number, code: '22222222' },
        { number: '999/TB-UBND', code },
      ])
        expect(await within((db) => verifyDocument(db, asking))).toEqual({ standing: 'unknown' });
    });
    test('withdrawn with a reason, its number stays used', async () => {
      const { id, reference } = await issued('notice');
      expect(
        await within((db) => withdrawDocument(db, { id, version: null, reason: ' ' }, by)),
      ).toMatchObject({
        problem: { code: 'document.reason-missing' },
      });
      await within((db) => withdrawDocument(db, { id, version: null, reason: 'Ban hành nhầm' }, by));
      const code = await codeOf(id);
      expect(await within((db) => verifyDocument(db, { number: reference, code }))).toMatchObject({
        standing: 'revoked',
        endedOn: DAY,
      });
    });
    test('a file that is neither PDF nor picture is no signed copy', async () => {
      const id = await made('notice');
      await within((db) => numberDocument(db, id, by));
      const file = { name: 'x.pdf', bytes: Buffer.from('MZ') };
      expect(await within((db) => signDocument(db, { id, version: null, file }, by))).toMatchObject({
        problem: { code: 'document.file-unfit' },
      });
    });
    test('a scan that bears the code of another paper is refused, and names it', async () => {
      const other = await issued('notice');
      const id = await made('notice');
      await within((db) => numberDocument(db, id, by));
      const sign = (of: string) =>
        within(async (db) => {
          const record = await fileOfDocument(db, (await findDocument(db, of))!, 'record');
          const bytes = Buffer.from(record.ok ? (record.value.content as Uint8Array) : []);
          return signDocument(db, { id, version: null, file: { name: 'quet.pdf', bytes } }, by);
        });
      expect(await sign(other.id)).toMatchObject({
        problem: { code: 'document.scan-of-other', detail: { file: 'quet.pdf', reference: other.reference } },
      });
      expect(await sign(id)).toMatchObject({ ok: true });
    });
    test('a list without a number is signed from its draft', async () => {
      const id = await made('reviewList');
      await within((db) => signDocument(db, { id, version: null, file: SCAN }, by));
      expect(await stateOf(id)).toBe('signed');
    });
    test('whoever sees a document of another body may not act on it', async () => {
      const id = await made('opinion', { unitId: province.id, aboutUnitId: commune.id });
      const officer = { ...by, areas: [commune.path] };
      const seen = await inAreaScope(database, { paths: [commune.path] }, (db) => findDocument(db, id));
      expect(seen?.id).toBe(id);
      const answer = await within((db) => withdrawDocument(db, { id, version: null, reason: 'x' }, officer));
      expect(answer).toMatchObject({ problem: { code: 'shared.outside-area' } });
    });
    test('what a person saw an hour ago is not overwritten', async () => {
      const id = await made('notice');
      const answer = await within((db) => discardDocument(db, { id, version: 9 }, by));
      expect(answer).toMatchObject({ problem: { code: 'document.version-conflict' } });
    });
  });

  describe('templates of a unit', () => {
    test('the nearest in force on the day is used, and its Word file is the record', async () => {
      const bytes = Buffer.from(await startingTemplate('refusal'));
      const unit = await findUnitOn(database.db, province.id, DAY);
      if (unit === undefined) throw new Error('no province');
      const wanted = {
        unit,
        kind: 'refusal',
        validFrom: '2024-11-01',
        fileName: 'a.docx',
        bytes,
        by: 'x',
        at: by.now,
      } as const;
      expect((await within((db) => loadTemplate(db, wanted))).ok).toBe(true);
      expect(await within((db) => loadTemplate(db, wanted))).toMatchObject({
        problem: { code: 'document.template-day-taken' },
      });
      const before = await findDocument(database.db, await made('refusal'));
      const after = await findDocument(database.db, await made('refusal', { day: '2024-11-02' }));
      expect([before?.templateId, typeof after?.templateId]).toEqual([null, 'string']);
      await within((db) => numberDocument(db, after?.id ?? '', by));
      const copy = await sql<{ name: string }>`
        select name from document_copy where document_id = ${after?.id ?? ''}::uuid`.execute(database.db);
      expect(copy.rows[0]?.name).toMatch(/\.docx$/u);
    });
  });

  describe('checking what is stored', () => {
    test('everything is made again, byte by byte; a changed byte, datum or a lost file is told', async () => {
      const clean = await verifyDocuments(database.db);
      expect(clean.faults).toEqual([]);
      expect(clean.remade).toBeGreaterThan(10);
      const [data, file, lost] = [await issued('notice'), await issued('notice'), await issued('notice')];
      await sql`update document set data = jsonb_set(data, '{subject}', '"Khác"') where id = ${data.id}::uuid`.execute(
        database.db,
      );
      await sql`update stored_file_part set bytes = 'x'::bytea
        where owner_id = ${file.id}::uuid and hash = (select hash from document_copy
          where document_id = ${file.id}::uuid and role = 'record')`.execute(database.db);
      await sql`delete from stored_file_part where owner_id = ${lost.id}::uuid`.execute(database.db);
      const faults = (await verifyDocuments(database.db)).faults.map(({ id, kind }) => [id, kind]);
      expect(faults).toEqual(
        expect.arrayContaining([
          [data.id, 'data-changed'],
          [file.id, 'file-changed'],
          [lost.id, 'file-missing'],
        ]),
      );
    });
  });

  test('another commune sees neither the document nor its files, by raw SQL under the role', async () => {
    await issued('notice');
    for (const table of ['document', 'document_copy', 'document_event', 'stored_file', 'stored_file_part'])
      expect(
        await inAreaScope(database, { paths: [otherCommune.path] }, async (db) => {
          const answer = await sql<{ n: number }>`select count(*) as n from ${sql.table(table)}`.execute(db);
          return answer.rows[0]?.n;
        }),
      ).toBe(0);
  });
});
