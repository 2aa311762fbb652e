import type { DocumentKind } from '@benvung/domain/document/document-data';
import { DOCUMENT_KINDS, KIND_RULES } from '@benvung/domain/document/document-kinds';
import type { DocumentState } from '@benvung/domain/document/document-state';
import { searchKey } from '@benvung/domain/shared/vietnamese-text';
import { type RawBuilder, sql } from 'kysely';
import { rangeOf } from '../platform/database/area-scope.ts';
import type { Db } from '../platform/database/database.ts';
import type { DocumentLine } from './document.store.ts';

export interface RegisterQuery {
  /** Path of the unit whose register it is. */
  readonly path: string;
  readonly words: string | null;
  readonly kind: DocumentKind | null;
  readonly state: DocumentState | null;
  readonly year: number | null;
  readonly subject: { readonly kind: string; readonly id: string } | null;
  readonly page: number;
  readonly pageSize: number;
}

const SHOWN = sql`d.id, d.kind, d.unit_id as "unitId", d.series, d.type, d.symbol, d.number, d.year, d.day, d.title,
  d.state, d.composition, d.template_id as "templateId", d.code, d.issuer, d.created_at as "createdAt",
  d.created_by as "createdBy", d.numbered_at as "numberedAt", d.signed_at as "signedAt",
  d.issued_at as "issuedAt", d.ended_at as "endedAt", d.end_reason as "endReason",
  d.replaced_by as "replacedBy", d.scope_path as "scopePath", d.version`;

/** The register of an area, newest first. */
export async function listRegister(
  db: Db,
  query: RegisterQuery,
): Promise<{ documents: DocumentLine[]; total: number }> {
  const where = conditionOf(query);
  const rows = await sql<DocumentLine>`
    select ${SHOWN} from document d where ${where}
    order by d.created_at desc, d.id desc limit ${query.pageSize} offset ${(query.page - 1) * query.pageSize}`.execute(
    db,
  );
  const counted = await sql<{
    total: number;
  }>`select count(*) as total from document d where ${where}`.execute(db);
  return { documents: rows.rows, total: counted.rows[0]?.total ?? 0 };
}

const KIND_KEYS = DOCUMENT_KINDS.map((kind) => [kind, searchKey(KIND_RULES[kind].label.vi)] as const);
const kindsCalled = (word: string): DocumentKind[] =>
  KIND_KEYS.filter(([, key]) => key.split(' ').includes(word)).map(([kind]) => kind);

function conditionOf(query: RegisterQuery): RawBuilder<unknown> {
  const { from, to } = rangeOf(query.path);
  const words = (query.words ?? '').split(' ').filter(Boolean);
  const conditions = [
    sql`d.scope_path >= ${from} and d.scope_path < ${to}`,
    ...words.map(
      (word) =>
        // numbers as they are printed: 01/QĐ-UBND; and what a kind is called
        sql`((coalesce(case when d.number < 10 then '0' else '' end || d.number, '') || ' ' || d.search_key)
            like ${`%${word.replace(/[\\%_]/gu, '\\$&')}%`} or d.kind = any(${kindsCalled(word)}::text[]))`,
    ),
    ...(query.kind === null ? [] : [sql`d.kind = ${query.kind}`]),
    ...(query.state === null ? [] : [sql`d.state = ${query.state}`]),
    ...(query.year === null ? [] : [sql`d.year = ${query.year}`]),
    ...(query.subject === null
      ? []
      : [
          sql`exists (select 1 from document_subject s where s.document_id = d.id
            and s.kind = ${query.subject.kind} and s.subject_id = ${query.subject.id})`,
        ]),
  ];
  return sql.join(conditions, sql` and `);
}

/** Numbered rows of one kind, for printing them together. */
export async function listIdsToPrint(
  db: Db,
  {
    path,
    kind,
    year,
    subject,
    most,
  }: Pick<RegisterQuery, 'path' | 'kind' | 'year' | 'subject'> & { most: number },
): Promise<string[]> {
  const where = conditionOf({ path, kind, year, subject, words: null, state: null, page: 1, pageSize: 1 });
  const answer = await sql<{ id: string }>`
    select d.id from document d where ${where} and d.number is not null
      and d.state not in ('replaced', 'withdrawn') order by d.year, d.number limit ${most}`.execute(db);
  return answer.rows.map(({ id }) => id);
}

/** Documents of one kind at one step, in the order they were made: what a batch acts on. */
export async function listBatchIds(
  db: Db,
  wanted: Pick<RegisterQuery, 'path' | 'kind' | 'state' | 'year' | 'subject'> & { readonly most: number },
): Promise<string[]> {
  const where = conditionOf({ ...wanted, words: null, page: 1, pageSize: 1 });
  const answer = await sql<{ id: string }>`
    select d.id from document d where ${where} and (d.state <> 'draft' or d.number is null)
    order by d.number nulls last, d.created_at, d.id limit ${wanted.most}`.execute(db);
  return answer.rows.map(({ id }) => id);
}

/** Every document that has a record, for checking. */
export async function listRecordedIds(db: Db, after: string | null, most: number): Promise<string[]> {
  const answer = await sql<{ id: string }>`
    select d.id from document d where (${after}::uuid is null or d.id > ${after}::uuid)
      and (d.state <> 'draft' or d.number is not null) and d.forgotten_at is null order by d.id limit ${most}`.execute(
    db,
  );
  return answer.rows.map(({ id }) => id);
}
