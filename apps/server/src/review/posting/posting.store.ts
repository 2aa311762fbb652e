import type { PostedList } from '@benvung/domain/review/posting/posted-list';
import { sql } from 'kysely';
import { rangeOf } from '../../platform/database/area-scope.ts';
import type { Db } from '../../platform/database/database.ts';

export interface StoredPosting {
  readonly originCommuneId: number;
  readonly id: string;
  readonly roundId: string;
  readonly villageId: number;
  readonly year: number;
  readonly code: string;
  readonly openedOn: string;
  readonly openedAt: string;
  readonly openedBy: string;
  readonly endsOn: string;
  readonly endsAt: string;
  readonly provisional: boolean;
  /** Where the sheet hangs, one place a line. */
  readonly places: string;
  readonly content: PostedList;
  readonly contentHash: string;
  readonly documentId: string | null;
  readonly withdrawnOn: string | null;
  readonly withdrawnReason: string | null;
  readonly scopePath: string;
}

export async function insertPosting(
  db: Db,
  one: StoredPosting,
  cases: readonly { readonly caseId: string; readonly number: number; readonly class: string }[],
): Promise<void> {
  await sql`insert into review_posting (origin_commune_id, id, round_id, village_id, year, code, opened_on, opened_at,
      opened_by, ends_on, ends_at, provisional, places, content, content_hash, photos, document_id, version, scope_path)
    values (${one.originCommuneId}, ${one.id}::uuid, ${one.roundId}::uuid, ${one.villageId}, ${one.year}, ${one.code},
      ${one.openedOn}::date, ${one.openedAt}::timestamptz, ${one.openedBy}, ${one.endsOn}::date, ${one.endsAt},
      ${one.provisional}, ${one.places}, ${JSON.stringify(one.content)}::jsonb, ${one.contentHash}, '[]'::jsonb,
      ${one.documentId}::uuid, 1, ${one.scopePath})`.execute(db);
  const rows = cases.map(({ caseId, number, class: found }) => ({
    origin_commune_id: one.originCommuneId,
    posting_id: one.id,
    case_id: caseId,
    position: number,
    class: found,
    scope_path: one.scopePath,
  }));
  await sql`insert into review_posting_line
    select * from jsonb_populate_recordset(null::review_posting_line, ${JSON.stringify(rows)}::jsonb)`.execute(
    db,
  );
}

const COLUMNS = sql`p.origin_commune_id as "originCommuneId", p.id, p.round_id as "roundId",
  p.village_id as "villageId", p.year, p.code, p.opened_on as "openedOn", to_json(p.opened_at)#>>'{}' as "openedAt",
  p.opened_by as "openedBy", p.ends_on as "endsOn", p.ends_at as "endsAt", p.provisional, p.places, p.content,
  p.content_hash as "contentHash", p.document_id as "documentId",
  p.withdrawn_on as "withdrawnOn", p.withdrawn_reason as "withdrawnReason", p.scope_path as "scopePath"`;

export async function findPosting(db: Db, id: string): Promise<StoredPosting | undefined> {
  const answer = await sql<StoredPosting>`select ${COLUMNS} from review_posting p
    where p.id = ${id}::uuid`.execute(db);
  return answer.rows[0];
}

const inYear = (path: string, year: number) => {
  const { from, to } = rangeOf(path);
  return sql`p.scope_path >= ${from} and p.scope_path < ${to} and p.year = ${year}`;
};

/** Postings of a year under a path, the latest to end first. */
export async function listPostings(
  db: Db,
  wanted: { readonly path: string; readonly year: number; readonly offset: number; readonly limit: number },
): Promise<{ postings: StoredPosting[]; total: number }> {
  const where = inYear(wanted.path, wanted.year);
  const answer = await sql<StoredPosting>`select ${COLUMNS} from review_posting p where ${where}
    order by p.ends_on desc, p.opened_at desc, p.id limit ${wanted.limit} offset ${wanted.offset}`.execute(
    db,
  );
  const counted = await sql<{ total: number }>`select count(*) as total from review_posting p
    where ${where}`.execute(db);
  return { postings: answer.rows, total: Number(counted.rows[0]?.total ?? 0) };
}

/** Postings that end on a day and have no photo, or none at all places. */
export async function countPostingsWithoutPhoto(db: Db, path: string, endsOn: string): Promise<number> {
  const { from, to } = rangeOf(path);
  const answer = await sql<{ count: number }>`select count(*) as count from review_posting p
    where p.scope_path >= ${from} and p.scope_path < ${to} and p.ends_on = ${endsOn}::date
      and p.withdrawn_on is null and not exists (select 1 from review_posting_photo f
        where f.origin_commune_id = p.origin_commune_id and f.posting_id = p.id)`.execute(db);
  return Number(answer.rows[0]?.count ?? 0);
}

/** The sheet that was made of a posting. */
export async function putSheet(
  db: Db,
  { originCommuneId, id }: Pick<StoredPosting, 'originCommuneId' | 'id'>,
  documentId: string,
): Promise<void> {
  await sql`update review_posting set document_id = ${documentId}::uuid
    where origin_commune_id = ${originCommuneId} and id = ${id}::uuid`.execute(db);
}

/** A wrong posting is taken down; what hung stays as it was. */
export async function putWithdrawal(
  db: Db,
  {
    originCommuneId,
    id,
    withdrawnOn,
    withdrawnReason,
  }: Pick<StoredPosting, 'originCommuneId' | 'id' | 'withdrawnOn' | 'withdrawnReason'>,
): Promise<void> {
  await sql`update review_posting set withdrawn_on = ${withdrawnOn}::date, withdrawn_reason = ${withdrawnReason},
      version = version + 1
    where origin_commune_id = ${originCommuneId} and id = ${id}::uuid`.execute(db);
}

/** The cases on a posting. */
export async function listPostedCases(
  db: Db,
  { originCommuneId, id }: Pick<StoredPosting, 'originCommuneId' | 'id'>,
): Promise<string[]> {
  const answer = await sql<{ id: string }>`select case_id as id from review_posting_line
    where origin_commune_id = ${originCommuneId} and posting_id = ${id}::uuid order by position`.execute(db);
  return answer.rows.map((row) => row.id);
}

export interface VillageToPost {
  readonly roundId: string;
  readonly villageId: number;
  /** Cases whose result may be posted now. */
  readonly ready: number;
  /** Cases that still wait for their meeting. */
  readonly notMet: number;
}

/** Villages with something to post, or that cannot post yet. */
export async function listVillagesToPost(
  db: Db,
  { path, year }: { readonly path: string; readonly year: number },
): Promise<VillageToPost[]> {
  const { from, to } = rangeOf(path);
  const answer = await sql<VillageToPost>`select round_id as "roundId", village_id as "villageId",
      (count(*) filter (where state in ('agreed', 'reverified')))::int as ready,
      (count(*) filter (where state in ('listed', 'surveyed', 'scored', 'rejected')))::int as "notMet"
    from review_case where scope_path >= ${from} and scope_path < ${to} and year = ${year}
    group by round_id, village_id
    having count(*) filter (where state in ('agreed', 'reverified', 'listed', 'surveyed', 'scored', 'rejected')) > 0
    order by 3 desc, 2`.execute(db);
  return answer.rows;
}

export interface StoredPhoto {
  readonly originCommuneId: number;
  readonly id: string;
  readonly postingId: string;
  readonly place: string;
  readonly mediaType: string;
  readonly size: number;
  readonly contentHash: string;
  readonly addedBy: string;
  readonly accountId: string | null;
  readonly addedAt: string;
  readonly scopePath: string;
}

export async function insertPhoto(db: Db, photo: StoredPhoto, bytes: Uint8Array): Promise<void> {
  await sql`insert into review_posting_photo (origin_commune_id, id, posting_id, place, media_type, bytes, size,
      content_hash, added_by, account_id, added_at, scope_path)
    values (${photo.originCommuneId}, ${photo.id}::uuid, ${photo.postingId}::uuid, ${photo.place},
      ${photo.mediaType}, ${Buffer.from(bytes)}, ${photo.size}, ${photo.contentHash}, ${photo.addedBy},
      ${photo.accountId}::uuid, ${photo.addedAt}::timestamptz, ${photo.scopePath})`.execute(db);
}

/** The photos of postings, without their bytes, oldest first. */
export async function listPhotos(db: Db, postingIds: readonly string[]): Promise<StoredPhoto[]> {
  const answer =
    await sql<StoredPhoto>`select origin_commune_id as "originCommuneId", id, posting_id as "postingId",
      place, media_type as "mediaType", size, content_hash as "contentHash", added_by as "addedBy",
      account_id as "accountId", to_json(added_at)#>>'{}' as "addedAt", scope_path as "scopePath"
    from review_posting_photo where posting_id = any(${[...postingIds]}::uuid[]) order by added_at, id`.execute(
      db,
    );
  return answer.rows;
}

export async function readPhoto(
  db: Db,
  { postingId, id }: { readonly postingId: string; readonly id: string },
): Promise<{ mediaType: string; bytes: Uint8Array } | undefined> {
  const answer = await sql<{ mediaType: string; bytes: Uint8Array }>`select media_type as "mediaType", bytes
    from review_posting_photo where posting_id = ${postingId}::uuid and id = ${id}::uuid`.execute(db);
  return answer.rows[0];
}

/** The case of a number on a posted list. */
export async function findPostedCase(
  db: Db,
  { postingId, number }: { readonly postingId: string; readonly number: number },
): Promise<string | undefined> {
  const answer = await sql<{ caseId: string }>`select case_id as "caseId" from review_posting_line
    where posting_id = ${postingId}::uuid and position = ${number}`.execute(db);
  return answer.rows[0]?.caseId;
}

/** The village of a round with the most cases that wait for their meeting. */
export const findFullestVillage = async (db: Db, roundId: string): Promise<number | undefined> =>
  (await listVillagesToMeet(db, roundId))[0];

/** Villages with results that wait for a meeting, the fullest first. */
export async function listVillagesToMeet(db: Db, roundId: string): Promise<number[]> {
  const answer = await sql<{ id: number }>`select village_id as id from review_case
    where round_id = ${roundId}::uuid and state = 'scored' and verified group by village_id
    order by count(*) desc, village_id`.execute(db);
  return answer.rows.map(({ id }) => id);
}
