import type {
  CertificatePage,
  GrievancePage,
  RequestChannelPage,
  RequestPage,
} from '@benvung/contract/review-public';
import type { PostedList } from '@benvung/domain/review/posting/posted-list';
import { sql } from 'kysely';
import type { Db } from '../../platform/database/database.ts';
import { publicKeyOf } from './public-code.ts';

interface Contents {
  readonly posting: PostedList;
  readonly grievance: GrievancePage;
  readonly certificate: CertificatePage;
  readonly request: RequestPage;
  readonly requestChannel: RequestChannelPage;
}
type Kind = keyof Contents;

export interface PublicPage<K extends Kind> {
  /** The printed code of a posting; of a grievance, request or certificate what `publicKeyOf` makes of its code. */
  readonly code: string;
  readonly subjectId: string;
  readonly opensOn: string;
  readonly endsOn: string | null;
  readonly content: Contents[K];
  /** Where its subject is kept. */
  readonly originCommuneId: number;
  readonly scopePath: string;
}

export async function putPublicPage<K extends Kind>(db: Db, kind: K, page: PublicPage<K>): Promise<void> {
  await sql`insert into review_public_page
      (code, kind, subject_id, opens_on, ends_on, content, origin_commune_id, subject_path)
    values (${page.code}, ${kind}, ${page.subjectId}::uuid, ${page.opensOn}::date, ${page.endsOn}::date,
      ${JSON.stringify(page.content)}::jsonb, ${page.originCommuneId}, ${page.scopePath})
    on conflict (code) do update set ends_on = excluded.ends_on, content = excluded.content`.execute(db);
}

export async function findPublicPage<K extends Kind>(
  db: Db,
  kind: K,
  code: string,
): Promise<PublicPage<K> | undefined> {
  const answer = await sql<PublicPage<K>>`select code, subject_id as "subjectId", opens_on as "opensOn",
      ends_on as "endsOn", content, origin_commune_id as "originCommuneId", subject_path as "scopePath"
    from review_public_page where code = ${code} and kind = ${kind}`.execute(db);
  return answer.rows[0];
}

/** What a page shows after another step; its address stays. */
export async function changePublicPage<K extends Kind>(
  db: Db,
  kind: K,
  { subjectId, content }: { readonly subjectId: string; readonly content: Contents[K] },
): Promise<void> {
  await sql`update review_public_page set content = ${JSON.stringify(content)}::jsonb
    where subject_id = ${subjectId}::uuid and kind = ${kind}`.execute(db);
}

/** The page of a certificate, made with its first state and changed with each later one. */
export async function putCertificatePage(
  db: Db,
  page: Omit<PublicPage<'certificate'>, 'code' | 'endsOn'> & { readonly plainCode: string },
): Promise<void> {
  await putPublicPage(db, 'certificate', { ...page, code: publicKeyOf(page.plainCode), endsOn: null });
}

export async function addViews(db: Db, views: ReadonlyMap<string, number>): Promise<void> {
  await sql`update review_public_page p set views = p.views + v.seen
    from unnest(${[...views.keys()]}::text[], ${[...views.values()]}::int[]) as v (code, seen)
    where p.code = v.code and p.kind = 'posting'`.execute(db);
}

/** How often the public pages of postings were opened. */
export async function countViews(db: Db, codes: readonly string[]): Promise<Map<string, number>> {
  const answer = await sql<{ code: string; views: number }>`select code, views from review_public_page
    where code = any(${[...codes]}::text[])`.execute(db);
  return new Map(answer.rows.map(({ code, views }) => [code, views]));
}
