import { SAMPLE_DATA } from '@benvung/domain/document/sample-data';
import { beforeAll, expect, test } from 'vitest';
import { samplePlaces, writeSamplePlaces } from '../access/testing/sample-places.ts';
import type { DatabaseHandle, Db } from '../platform/database/database.ts';
import { newId } from '../platform/ids.ts';
import { describeOnEachDatabase } from '../platform/testing/test-database.ts';
import { issueBatch, numberBatch, signBatch, withdrawBatch } from './act-on-batch.ts';
import type { ActingPerson } from './act-on-document.ts';
import { bringScan, keepScans } from './bring-scans.ts';
import { makeDocuments, numberDocuments, verifyDocument } from './document.public.ts';
import { listWholeDocuments } from './document.store.ts';
import { qrAsPng } from './render/qr-png.ts';
import { listSignatories } from './signatory.store.ts';
import { verifyDocuments } from './verify-documents.ts';

const DAY = '2024-10-15';
const { commune, otherCommune } = samplePlaces;
const by: ActingPerson = {
  accountId: null,
  actor: 'chi.officer',
  now: '2024-10-15T02:00:00.000Z',
  today: DAY,
  areas: [commune.path],
};
const signatory = { name: 'Hồ Văn Ký', position: 'Phó Chủ tịch', authority: 'KT' } as const;
const SCAN = { name: 'mot-ban-quet.pdf', bytes: Buffer.from('%PDF-1.7 đã ký') };

describeOnEachDatabase('many documents at once', (open) => {
  let database: DatabaseHandle;
  let ids: string[];
  beforeAll(async () => {
    database = await open();
    await writeSamplePlaces(database);
    const made = await within((db) =>
      makeDocuments(
        db,
        [commune, commune, commune, otherCommune].map(({ id }) => ({
          kind: 'refusal' as const,
          unitId: id,
          day: DAY,
          data: SAMPLE_DATA.refusal,
          signatory,
          subjects: [],
        })),
        by,
      ),
    );
    if (!made.ok) throw new Error(made.problem.code);
    ids = made.value.slice(0, 3).map(({ id }) => id);
  });
  const within = <Value>(work: (db: Db) => Promise<Value>): Promise<Value> =>
    database.db.transaction().execute((db) => work(db as unknown as Db));
  const which = (state: 'draft' | 'numbered' | 'signed' | 'issued', expected = 3) => ({
    unit: commune.id,
    kind: 'refusal' as const,
    state,
    expected,
  });
  const now = async () =>
    (await listWholeDocuments(database.db, ids)).map(({ state, number }) => [state, number]);

  test('are numbered in a row, signed by one scan, issued and withdrawn, all or none', async () => {
    const numbering = (expected: number, person = by) =>
      within((db) => numberBatch(db, { which: which('draft', expected), first: 40 }, person));
    expect(await numbering(4)).toMatchObject({
      problem: { code: 'document.batch-changed', detail: { expected: 4, found: 3 } },
    });
    expect(await numbering(3, { ...by, areas: [otherCommune.path] })).toMatchObject({
      problem: { code: 'shared.outside-area' },
    });
    expect(await numbering(3)).toMatchObject({
      value: { documents: 3, from: '40/TB-UBND', to: '42/TB-UBND', jobId: null },
    });
    expect(await within((db) => issueBatch(db, which('numbered'), by))).toMatchObject({
      problem: { code: 'document.not-signed' },
    });
    const unfit = { ...SCAN, bytes: Buffer.from('MZ') };
    expect(await within((db) => signBatch(db, { which: which('numbered'), file: unfit }, by))).toMatchObject({
      problem: { code: 'document.file-unfit' },
    });
    expect(await now()).toEqual([
      ['numbered', 40],
      ['numbered', 41],
      ['numbered', 42],
    ]);
    expect(await within((db) => signBatch(db, { which: which('numbered'), file: SCAN }, by))).toMatchObject({
      value: { documents: 3 },
    });
    expect(await within((db) => issueBatch(db, which('signed'), by))).toMatchObject({
      value: { documents: 3, from: '40/TB-UBND', to: '42/TB-UBND' },
    });
    const [, second] = await listWholeDocuments(database.db, ids);
    const asked = { number: '41/TB-UBND', code: second!.code };
    expect(await within((db) => verifyDocument(db, asked))).toMatchObject({ standing: 'valid' });
    expect(await verifyDocuments(database.db)).toMatchObject({ documents: 3, remade: 3, faults: [] });
    const ending = { which: which('issued'), reason: 'Ban hành nhầm' };
    expect(await within((db) => withdrawBatch(db, ending, by))).toMatchObject({ value: { documents: 3 } });
    expect(await within((db) => verifyDocument(db, asked))).toMatchObject({ standing: 'revoked' });
    expect((await now()).map(([state]) => state)).toEqual(['withdrawn', 'withdrawn', 'withdrawn']);
  });

  test('many scans are matched, looked at, and kept together, or none of them', async () => {
    const person = { ...by, actor: 'chi.officer' };
    const made = await within((db) =>
      makeDocuments(
        db,
        [1, 2].map(() => ({
          kind: 'refusal' as const,
          unitId: commune.id,
          day: DAY,
          data: SAMPLE_DATA.refusal,
          signatory,
          subjects: [],
        })),
        by,
      ),
    );
    if (!made.ok) throw new Error(made.problem.code);
    const own = made.value.map(({ id }) => id);
    await within((db) => numberDocuments(db, own, by, 70));
    const batch = newId();
    const bring = async (name: string, bytes = SCAN.bytes) => {
      const brought = await within((db) =>
        bringScan(db, { batch, unit: commune.id, file: { name, bytes } }, person),
      );
      if (!brought.ok) throw new Error(brought.problem.code);
      return brought.value;
    };
    // a picture of the paper with its square, under a name that tells another one
    const square = qrAsPng(`https://x.vn/x?so=71/TB-UBND&ma=${made.value[1]!.code}`);
    const [byCode, byName, unknown] = [
      await bring('TB 70.png', Buffer.from(square)),
      await bring('70-TB-UBND.pdf'),
      await bring('IMG_0001.pdf'),
    ];
    expect(byCode).toMatchObject({
      by: 'code',
      paper: { id: own[1], reference: '71/TB-UBND', signed: false },
    });
    expect(byName).toMatchObject({ by: 'name', paper: { id: own[0] } });
    expect(unknown).toMatchObject({ by: null, paper: null, several: 0 });
    const keep = (scans: { id: string; document: string | null }[], as = person) =>
      within((db) => keepScans(db, { batch, scans }, as));
    const both = [
      { id: byCode.id, document: own[1]! },
      { id: byName.id, document: own[0]! },
    ];
    expect(await keep(both)).toMatchObject({
      problem: { code: 'document.scan-untold', detail: { file: 'IMG_0001.pdf' } },
    });
    expect(await keep([...both, { id: unknown.id, document: own[0]! }])).toMatchObject({
      problem: { code: 'document.scan-twice' },
    });
    expect(await keep([...both, { id: unknown.id, document: ids[0]! }])).toMatchObject({
      problem: { code: 'document.ended' },
    });
    expect(await keep(both, { ...person, actor: 'nguoi.khac' })).toMatchObject({
      problem: { code: 'shared.not-found' },
    });
    expect((await listWholeDocuments(database.db, own)).map(({ state }) => state)).toEqual([
      'numbered',
      'numbered',
    ]);
    expect(await keep([...both, { id: unknown.id, document: null }])).toEqual({
      ok: true,
      value: { documents: 2, left: 1 },
    });
    expect((await listWholeDocuments(database.db, own)).map(({ state }) => state)).toEqual([
      'signed',
      'signed',
    ]);
    expect(await verifyDocuments(database.db)).toMatchObject({ faults: [] });
    expect(await keep(both)).toMatchObject({ problem: { code: 'shared.not-found' } });
  });

  test('who signed is remembered for the body, and for no other', async () => {
    const of = (unitId: number, series: 'body' | 'steeringCommittee') =>
      listSignatories(database.db, { unitId, series });
    expect(await of(commune.id, 'body')).toEqual([signatory]);
    expect(await of(commune.id, 'steeringCommittee')).toEqual([]);
  });
});
