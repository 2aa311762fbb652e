import { numberDocument } from '../../document/document.public.ts';
import type { Db } from '../../platform/database/database.ts';
import { listUnmatched, NUMBERED_ACTS, type NumberedAct, putReference } from './match-numbers.store.ts';

export interface MatchedNumber {
  readonly act: NumberedAct;
  readonly id: string;
  readonly told: string | null;
  /** What act and document are called now; null when the number told is another document's: a person decides. */
  readonly reference: string | null;
}

interface By {
  readonly actor: string;
  readonly now: string;
}

/**
 * Acts from before they took their numbers from the register: a document without a number takes the one its act told, if
 * nothing bears it; an act whose document has another is called by that one, which is printed on the paper.
 */
export async function matchNumbers(db: Db, { actor, now }: By): Promise<MatchedNumber[]> {
  const by = { accountId: null, actor, now };
  const matched: MatchedNumber[] = [];
  for (const act of NUMBERED_ACTS)
    for (const one of await listUnmatched(db, act)) {
      const wanted = /^\s*0*(\d{1,5})\s*\//u.exec(one.told ?? '')?.[1];
      const given = await numberDocument(
        db,
        one.documentId,
        by,
        wanted === undefined ? null : Number(wanted),
      );
      const reference = given.ok
        ? given.value.reference
        : given.problem.code === 'document.already-numbered'
          ? String(given.problem.detail?.reference)
          : null;
      if (reference !== null) await putReference(db, act, { ...one, reference });
      matched.push({ act, id: one.id, told: one.told, reference });
    }
  return matched;
}
