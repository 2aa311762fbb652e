import { MOST_PHOTO_MB } from '@benvung/contract/review-posting';
import type { ReviewProblemCode } from '@benvung/domain/review/problems';
import { ok, type Problem, type Result, refuse } from '@benvung/domain/shared/result';
import { cleanPhoto } from '../../platform/clean-photo.ts';
import type { Db } from '../../platform/database/database.ts';
import { hashOf } from '../../platform/files/file.store.ts';
import { newId } from '../../platform/ids.ts';
import type { Acting } from '../case/take-case-steps.ts';
import { findPosting, insertPhoto, listPhotos, type StoredPhoto } from './posting.store.ts';

/** What a telephone's camera makes at its best; a larger file is no photo of a sheet. */
export const PHOTO_BYTES = MOST_PHOTO_MB * 1024 ** 2;
const MOST_PHOTOS = 20;

/**
 * Keeps the photo of a posted sheet as evidence: its type is told by its content, and what the camera wrote into it of
 * place, time and telephone is left out. The same photo twice is kept once.
 */
export async function addPhoto(
  db: Db,
  told: {
    readonly postingId: string;
    readonly place: string;
    readonly file: Uint8Array;
    readonly acting: Acting;
  },
): Promise<Result<StoredPhoto, Problem<ReviewProblemCode | 'shared.not-found'>>> {
  const posting = await findPosting(db, told.postingId);
  if (posting === undefined) return refuse('shared.not-found');
  const clean = cleanPhoto(told.file);
  if (clean === null) return refuse('review.photo-unreadable');
  const contentHash = hashOf(clean.bytes);
  const there = await listPhotos(db, [posting.id]);
  const same = there.find((photo) => photo.contentHash === contentHash && photo.place === told.place);
  if (same !== undefined) return ok(same);
  if (there.length >= MOST_PHOTOS) return refuse('review.photo-too-many', { most: MOST_PHOTOS });
  const { acting } = told;
  const photo: StoredPhoto = {
    originCommuneId: posting.originCommuneId,
    id: newId(),
    postingId: posting.id,
    place: told.place,
    mediaType: clean.mediaType,
    size: clean.bytes.length,
    contentHash,
    addedBy: acting.actor,
    accountId: acting.accountId,
    addedAt: acting.at,
    scopePath: posting.scopePath,
  };
  await insertPhoto(db, photo, clean.bytes);
  return ok(photo);
}
