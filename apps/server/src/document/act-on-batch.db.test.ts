import { SAMPLE_DATA } from '@benvung/domain/document/sample-data';
import { beforeAll, expect, test } from 'vitest';
import { samplePlaces, writeSamplePlaces } from '../access/testing/sample-places.ts';
import type { DatabaseHandle, Db } from '../platform/database/database.ts';
import { describeOnEachDatabase } from '../platform/testing/test-database.ts';
import { issueBatch, numberBatch, signBatch, withdrawBatch } from './act-on-batch.ts';
import type { ActingPerson } from './act-on-document.ts';
import { makeDocuments, verifyDocument } from './document.public.ts';
import { listWholeDocuments } from './document.store.ts';
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

  test('who signed is remembered for the body, and for no other', async () => {
    const of = (unitId: number, series: 'body' | 'steeringCommittee') =>
      listSignatories(database.db, { unitId, series });
    expect(await of(commune.id, 'body')).toEqual([signatory]);
    expect(await of(commune.id, 'steeringCommittee')).toEqual([]);
  });
});
