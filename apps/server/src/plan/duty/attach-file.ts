import { MOST_EVIDENCE_MB } from '@benvung/contract/plan-duty';
import type { PlanDutyProblemCode } from '@benvung/domain/plan/duty/problems';
import { ok, type Problem, type Result, refuse } from '@benvung/domain/shared/result';
import { cleanPhoto } from '../../platform/clean-photo.ts';
import type { Db } from '../../platform/database/database.ts';
import { hashOf, putFile } from '../../platform/files/file.store.ts';
import type { Acting } from '../../review/review.public.ts';
import { findDuty, holdDuty, type StoredDuty } from './duty.store.ts';
import { addEvent, insertFile, listFiles } from './duty-history.store.ts';
import { type DutyLook, viewDuty } from './view-duty.ts';

export const EVIDENCE_BYTES = MOST_EVIDENCE_MB * 1024 ** 2;
const MOST_FILES = 20;

interface Attached {
  readonly name: string;
  readonly bytes: Buffer;
  readonly look: DutyLook;
  readonly acting: Acting;
}

type Answer = Result<
  { readonly duty: StoredDuty; readonly hash: string; readonly files: number; readonly size: number },
  Problem<PlanDutyProblemCode | 'shared.not-found'>
>;

/** Keeps a file as evidence of a duty that is still to be done; a photo without what the camera wrote into it. */
export async function attachFile(
  db: Db,
  id: string,
  { name, bytes, look, acting }: Attached,
): Promise<Answer> {
  if (!(await holdDuty(db, id))) return refuse('shared.not-found');
  const seen = await viewDuty(db, id, look);
  const duty = await findDuty(db, id);
  if (!seen.ok || duty === undefined) return refuse('shared.not-found');
  if (!seen.value.mayAttach) return refuse('plan-duty.not-the-receiver');
  const kept = evidenceOf(bytes, name);
  if (kept === null) return refuse('plan-duty.file-type-unknown');
  const hash = hashOf(kept.bytes);
  const there = await listFiles(db, id);
  const answer = { duty, hash, size: kept.bytes.length };
  if (there.some((file) => file.hash === hash)) return ok({ ...answer, files: there.length });
  if (there.length >= MOST_FILES) return refuse('plan-duty.too-many-files', { most: MOST_FILES });
  const { scopePath } = duty;
  await putFile(db, { ownerId: id, ...kept, scopePath, at: acting.at });
  await insertFile(db, duty, {
    hash,
    name,
    mediaType: kept.mediaType,
    size: kept.bytes.length,
    addedBy: acting.actor,
    addedAt: acting.at,
  });
  const { at, today, actor } = acting;
  await addEvent(db, duty, { act: 'attach', at, onDay: today, actor, words: name, day: null });
  return ok({ ...answer, files: there.length + 1 });
}

const OFFICE_TYPES = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

/** The file as it is kept, its type told by its first bytes; null when it is none of those that are taken. */
function evidenceOf(file: Buffer, name: string): { bytes: Uint8Array; mediaType: string } | null {
  if (file.length > EVIDENCE_BYTES) return null;
  if (file.subarray(0, 5).toString('latin1') === '%PDF-')
    return { bytes: file, mediaType: 'application/pdf' };
  const ending = /\.(docx|xlsx)$/iu.exec(name)?.[1]?.toLowerCase();
  if (file.subarray(0, 4).toString('latin1') === 'PK\u0003\u0004' && (ending === 'docx' || ending === 'xlsx'))
    return { bytes: file, mediaType: OFFICE_TYPES[ending] };
  return cleanPhoto(file);
}
