import type { DocumentDataByKind, DocumentKind } from '@benvung/domain/document/document-data';
import type { DocumentFrame, Series } from '@benvung/domain/document/document-frame';
import type { DocumentState } from '@benvung/domain/document/document-state';
import type { DocumentType } from '@benvung/domain/document/document-types';
import { sql } from 'kysely';
import type { Db } from '../platform/database/database.ts';

/** What a frame keeps; number, day and symbol are columns of their own. */
export type KeptFrame = Omit<DocumentFrame, 'number' | 'day' | 'symbol' | 'verification'> & {
  readonly address: string | null;
};

export interface StoredDocument {
  readonly id: string;
  readonly kind: DocumentKind;
  readonly unitId: number;
  readonly series: Series;
  readonly type: DocumentType;
  readonly symbol: string;
  readonly number: number | null;
  readonly year: number;
  readonly day: string;
  readonly title: string;
  readonly state: DocumentState;
  readonly data: DocumentDataByKind[DocumentKind];
  readonly frame: KeptFrame;
  readonly dataHash: string;
  readonly composition: number;
  readonly templateId: string | null;
  readonly code: string;
  readonly issuer: string;
  readonly createdAt: string;
  readonly createdBy: string;
  readonly numberedAt: string | null;
  readonly signedAt: string | null;
  readonly issuedAt: string | null;
  readonly endedAt: string | null;
  readonly endReason: string | null;
  readonly replacedBy: string | null;
  readonly scopePath: string;
  readonly version: number;
}

export type DocumentLine = Omit<StoredDocument, 'data' | 'frame' | 'dataHash'>;

const LINE = sql`d.id, d.kind, d.unit_id as "unitId", d.series, d.type, d.symbol, d.number, d.year, d.day, d.title,
  d.state, d.composition, d.template_id as "templateId", d.code, d.issuer, d.created_at as "createdAt",
  d.created_by as "createdBy", d.numbered_at as "numberedAt", d.signed_at as "signedAt",
  d.issued_at as "issuedAt", d.ended_at as "endedAt", d.end_reason as "endReason",
  d.replaced_by as "replacedBy", d.scope_path as "scopePath", d.version`;
const WHOLE = sql`${LINE}, d.data, d.frame, d.data_hash as "dataHash"`;

export type DocumentToAdd = Omit<
  StoredDocument,
  | 'number'
  | 'state'
  | 'numberedAt'
  | 'signedAt'
  | 'issuedAt'
  | 'endedAt'
  | 'endReason'
  | 'replacedBy'
  | 'version'
> & {
  readonly searchKey: string;
  readonly subjects: readonly { readonly kind: string; readonly id: string }[];
};

const ROWS_A_STATEMENT = 500;

export async function insertDocuments(db: Db, documents: readonly DocumentToAdd[]): Promise<void> {
  for (let from = 0; from < documents.length; from += ROWS_A_STATEMENT) {
    const rows = documents.slice(from, from + ROWS_A_STATEMENT).map(({ subjects: _subjects, ...one }) => one);
    await sql`
      insert into document (id, kind, unit_id, series, type, symbol, year, day, title, search_key, state, data, frame,
        data_hash, composition, template_id, code, issuer, created_at, created_by, scope_path, version)
      select id, kind, "unitId", series, type, symbol, year, day, title, "searchKey", 'draft', data, frame, "dataHash",
        composition, "templateId", code, issuer, "createdAt", "createdBy", "scopePath", 1
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, kind text, "unitId" bigint, series text,
        type text, symbol text, year integer, day date, title text, "searchKey" text, data jsonb, frame jsonb,
        "dataHash" text, composition integer, "templateId" uuid, code text, issuer text, "createdAt" timestamptz,
        "createdBy" text, "scopePath" text)`.execute(db);
  }
  const subjects = documents.flatMap(({ id, scopePath, subjects: about }) =>
    about.map((subject) => ({ document: id, kind: subject.kind, subject: subject.id, scope: scopePath })),
  );
  if (subjects.length === 0) return;
  await sql`
    insert into document_subject (document_id, kind, subject_id, scope_path)
    select document, kind, subject, scope from jsonb_to_recordset(${JSON.stringify(subjects)}::jsonb)
      as r (document uuid, kind text, subject text, scope text) on conflict do nothing`.execute(db);
}

export async function findDocument(db: Db, id: string): Promise<StoredDocument | undefined> {
  const answer = await sql<StoredDocument>`select ${WHOLE} from document d where d.id = ${id}::uuid`.execute(
    db,
  );
  return answer.rows[0];
}

/** Held until the transaction ends. */
export async function lockDocument(db: Db, id: string): Promise<StoredDocument | undefined> {
  const answer = await sql<StoredDocument>`
    select ${WHOLE} from document d where d.id = ${id}::uuid for update`.execute(db);
  return answer.rows[0];
}

/** The whole documents, held until the transaction ends. */
export async function lockWholeDocuments(db: Db, ids: readonly string[]): Promise<StoredDocument[]> {
  const answer = await sql<StoredDocument>`
    select ${WHOLE} from document d where d.id = any(${[...ids]}::uuid[])
    order by d.year, d.number nulls last, d.created_at, d.id for update`.execute(db);
  return answer.rows;
}

export async function listWholeDocuments(db: Db, ids: readonly string[]): Promise<StoredDocument[]> {
  const answer = await sql<StoredDocument>`
    select ${WHOLE} from document d where d.id = any(${[...ids]}::uuid[]) order by d.year, d.number, d.id`.execute(
    db,
  );
  return answer.rows;
}

/** Whose numbers: a body's, of one type, from 1 in each year. */
export type NumberSeries = Pick<StoredDocument, 'unitId' | 'series' | 'type' | 'year'>;

/** The next numbers of a series, gapless: others wait until this transaction ends. Answers the first of them. */
export async function takeNumbers(
  db: Db,
  series: NumberSeries & { readonly unitPath: string },
  count: number,
): Promise<number> {
  const answer = await sql<{ last: number }>`
    insert into document_series (unit_id, series, type, year, last_number, scope_path)
    values (${series.unitId}, ${series.series}, ${series.type}, ${series.year}, ${count}, ${series.unitPath})
    on conflict (unit_id, series, type, year)
      do update set last_number = document_series.last_number + excluded.last_number
    returning last_number as last`.execute(db);
  return (answer.rows[0]?.last ?? count) - count + 1;
}

/** The highest number given in a series, which others then wait for until this transaction ends; 0 before the first. */
export async function holdSeries(
  db: Db,
  series: NumberSeries & { readonly unitPath: string },
): Promise<number> {
  const answer = await sql<{ last: number }>`
    insert into document_series (unit_id, series, type, year, last_number, scope_path)
    values (${series.unitId}, ${series.series}, ${series.type}, ${series.year}, 0, ${series.unitPath})
    on conflict (unit_id, series, type, year) do update set last_number = document_series.last_number
    returning last_number as last`.execute(db);
  return answer.rows[0]?.last ?? 0;
}

/** Numbers given outside the order raise the next one, and leave a gap. */
export async function raiseSeries(db: Db, series: NumberSeries, last: number): Promise<void> {
  await sql`update document_series set last_number = greatest(last_number, ${last}::integer)
    where unit_id = ${series.unitId} and series = ${series.series} and type = ${series.type} and year = ${series.year}`.execute(
    db,
  );
}

/** Numbers in use between two, both included. */
export async function listNumbers(
  db: Db,
  { unitId, series, type, year }: NumberSeries,
  { from, to }: { readonly from: number; readonly to: number },
): Promise<number[]> {
  const answer = await sql<{ number: number }>`select number from document where unit_id = ${unitId}
    and series = ${series} and type = ${type} and year = ${year} and number between ${from} and ${to}
    order by number`.execute(db);
  return answer.rows.map(({ number }) => number);
}

export async function reserveNumbers(
  db: Db,
  given: readonly { readonly id: string; readonly number: number }[],
): Promise<void> {
  await sql`
    update document d set number = r.number, version = d.version + 1
    from jsonb_to_recordset(${JSON.stringify(given)}::jsonb) as r (id uuid, number integer)
    where d.id = r.id and d.number is null`.execute(db);
}

export interface StateChange {
  readonly id: string;
  readonly state: DocumentState;
  readonly at: string;
  readonly endReason?: string | undefined;
  readonly replacedBy?: string | undefined;
}

export async function putState(db: Db, { id, ...change }: StateChange): Promise<void> {
  await putStates(db, [id], change);
}

export async function putStates(
  db: Db,
  ids: readonly string[],
  change: Omit<StateChange, 'id'>,
): Promise<void> {
  const { state, at } = change;
  const ended = state === 'replaced' || state === 'withdrawn';
  await sql`
    update document set state = ${state}, version = version + 1,
      numbered_at = case when ${state} = 'numbered' then ${at}::timestamptz else numbered_at end,
      signed_at = case when ${state} = 'signed' then ${at}::timestamptz else signed_at end,
      issued_at = case when ${state} = 'issued' then ${at}::timestamptz else issued_at end,
      ended_at = case when ${ended} then ${at}::timestamptz else ended_at end,
      end_reason = coalesce(${change.endReason ?? null}, end_reason),
      replaced_by = coalesce(${change.replacedBy ?? null}::uuid, replaced_by)
    where id = any(${[...ids]}::uuid[])`.execute(db);
}

export async function removeDraft(db: Db, id: string): Promise<void> {
  for (const table of ['document_event', 'document_subject', 'document_copy'] as const)
    await sql`delete from ${sql.table(table)} where document_id = ${id}::uuid`.execute(db);
  await sql`delete from document where id = ${id}::uuid and state = 'draft' and number is null`.execute(db);
}

/** A demonstration database carries its own day; its papers say so. */
export async function isDemonstration(db: Db): Promise<boolean> {
  const answer = await sql<{ found: boolean }>`
    select exists (select 1 from setting where name = 'today') as found`.execute(db);
  return answer.rows[0]?.found === true;
}
