import type { EntryContent } from '@benvung/contract/review-entry';
import { ok, refuse } from '@benvung/domain/shared/result';
import { type Acted, findHousehold } from '../../household/household.public.ts';
import { canonicalJson } from '../../platform/audit/audit-entry.ts';
import { isInside } from '../../platform/http/principal.ts';
import { findUnitOn } from '../../territory/territory.public.ts';
import { deleteDraft, findDraft, putDraft } from './entry.store.ts';
import { findOpenEntryRound } from './entry-round.ts';
import type { EntryGround } from './record-entry.ts';

export interface DraftToSave {
  readonly roundId: string;
  readonly householdId: string;
  readonly villageId: number;
  readonly draftVersion: number;
  readonly content: EntryContent | null;
  readonly missing: number;
  readonly at: string | null;
}

/** Keeps what is typed, for its typist alone; over another version of it only when that one was seen. */
export async function saveDraft(
  ground: EntryGround,
  draft: DraftToSave,
): Acted<{ draftVersion: number; savedAt: string }> {
  const { db, areas, today, at } = ground;
  const found = await findOpenEntryRound(db, draft.roundId, today);
  if (!found.ok) return found;
  const { round } = found.value;
  const village = await findUnitOn(db, draft.villageId, today);
  const household = await findHousehold(db, draft.householdId);
  const scopePath = household?.scopePath ?? village?.path;
  if (scopePath === undefined || !isInside(areas, scopePath) || !scopePath.startsWith(round.scopePath))
    return refuse('review.household-elsewhere');
  const key = {
    originCommuneId: round.communeId,
    roundId: round.id,
    householdId: draft.householdId,
    accountId: ground.accountId,
  };
  const stored = await findDraft(db, key);
  const now = stored?.version ?? 0;
  if (now !== draft.draftVersion) {
    const isSame = stored !== undefined && canonicalJson(stored.content) === canonicalJson(draft.content);
    return isSame ? ok({ draftVersion: now, savedAt: stored.savedAt }) : refuse('review.draft-changed');
  }
  const { content } = draft;
  if (content === null) {
    await deleteDraft(db, key);
    return ok({ draftVersion: 0, savedAt: at });
  }
  await putDraft(db, key, {
    villageId: household?.villageId ?? draft.villageId,
    content,
    missing: draft.missing,
    at: draft.at,
    version: now + 1,
    savedAt: at,
    scopePath,
  });
  return ok({ draftVersion: now + 1, savedAt: at });
}
