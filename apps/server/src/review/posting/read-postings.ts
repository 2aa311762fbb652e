import type { PostingDesk, PostingLine, PostingView } from '@benvung/contract/review-posting';
import { postingStateOf } from '@benvung/domain/review/posting/posted-list';
import { groupedCode } from '@benvung/domain/shared/printed-code';
import { ok, type Problem, type Result, refuse } from '@benvung/domain/shared/result';
import { renderSVG } from 'uqr';
import { timeInVietnam } from '../../platform/clock.ts';
import type { Db } from '../../platform/database/database.ts';
import { listLastKnownUnits, type UnitOnDay } from '../../territory/territory.public.ts';
import type { Acting } from '../case/take-case-steps.ts';
import { countViews } from '../public/public-page.store.ts';
import { refOf } from '../read-opening-plan.ts';
import {
  findPosting,
  listPhotos,
  listPostings,
  listVillagesToPost,
  type StoredPhoto,
  type StoredPosting,
} from './posting.store.ts';

const PAGE_SIZE = 100;
/** A commune has a few dozen villages; a province would have thousands, and posts none itself. */
const MOST_WAITING = 200;

export interface DeskWanted {
  readonly unit: UnitOnDay;
  readonly year: number;
  readonly page: number;
  readonly acting: Acting;
  readonly may: PostingDesk['may'];
}

/** The postings of a unit and the villages that may post next. */
export async function readPostingDesk(
  db: Db,
  { unit, year, page, acting, may }: DeskWanted,
): Promise<PostingDesk> {
  const { path } = unit;
  const found = await listPostings(db, { path, year, offset: (page - 1) * PAGE_SIZE, limit: PAGE_SIZE });
  const waiting = page === 1 ? (await listVillagesToPost(db, { path, year })).slice(0, MOST_WAITING) : [];
  const ids = [...found.postings, ...waiting].map(({ villageId }) => villageId);
  const villages = await listLastKnownUnits(db, ids, acting.today);
  const lines = await linesOf(db, found.postings, acting);
  return {
    unit: refOf(unit),
    year,
    today: acting.today,
    may,
    postings: lines,
    waiting: waiting.map((each) => ({ ...each, village: villages.get(each.villageId)?.name ?? '' })),
    page: { page, pageSize: PAGE_SIZE, total: found.total },
  };
}

async function linesOf(db: Db, postings: readonly StoredPosting[], acting: Acting): Promise<PostingLine[]> {
  const photos = await listPhotos(
    db,
    postings.map(({ id }) => id),
  );
  const views = await countViews(
    db,
    postings.map(({ code }) => code),
  );
  return postings.map((one) =>
    lineOf(one, {
      acting,
      photos: photos.filter(({ postingId }) => postingId === one.id),
      views: views.get(one.code) ?? 0,
    }),
  );
}

const contentNow = ({ content, withdrawnOn }: StoredPosting) =>
  withdrawnOn === null ? content : { ...content, withdrawnOn };

const lineOf = (
  one: StoredPosting,
  { acting, photos, views }: { acting: Acting; photos: readonly StoredPhoto[]; views: number },
): PostingLine => ({
  id: one.id,
  village: one.content.village,
  code: groupedCode(one.code),
  households: one.content.lines.length,
  from: one.openedOn,
  until: one.endsOn,
  closes: one.endsAt,
  state: postingStateOf(contentNow(one), { today: acting.today, time: timeInVietnam(acting.at) }),
  provisional: one.provisional,
  photos: photos.length,
  views,
  documentId: one.documentId,
  withdrawnOn: one.withdrawnOn,
  withdrawnReason: one.withdrawnReason,
});

/** The short address on a sheet: eight signs after `/t/`. */
export const addressOfPosting = (origin: string, { code }: Pick<StoredPosting, 'code'>): string =>
  `${origin}/t/${groupedCode(code)}`;

/** One posting with its list, its evidence and what its sheet bears. */
export async function readPosting(
  db: Db,
  {
    id,
    origin,
    acting,
    mayPhotograph,
    mayWithdraw,
  }: { id: string; origin: string; acting: Acting; mayPhotograph: boolean; mayWithdraw: boolean },
): Promise<Result<{ view: PostingView; scopePath: string }, Problem<'shared.not-found'>>> {
  const one = await findPosting(db, id);
  if (one === undefined) return refuse('shared.not-found');
  const [line] = await linesOf(db, [one], acting);
  const photos = await listPhotos(db, [id]);
  const address = addressOfPosting(origin, one);
  return ok({
    scopePath: one.scopePath,
    view: {
      ...line!,
      list: { ...one.content, lines: [...one.content.lines] },
      hash: one.contentHash,
      places: one.places.split('\n').filter((place) => place !== ''),
      openedBy: one.openedBy,
      openedAt: one.openedAt,
      address,
      qr: renderSVG(address, { ecc: 'M', border: 2 }),
      evidence: photos.map(({ id: photoId, place, size, contentHash, addedBy, addedAt }) => ({
        id: photoId,
        place,
        size,
        contentHash,
        addedBy,
        addedAt,
      })),
      mayPhotograph: mayPhotograph && one.withdrawnOn === null,
      mayWithdraw: mayWithdraw && one.withdrawnOn === null,
    },
  });
}
