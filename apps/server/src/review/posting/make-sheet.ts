import type { ProblemCode } from '@benvung/contract/problem-texts';
import { groupedCode } from '@benvung/domain/shared/printed-code';
import { ok, type Problem, type Result, refuse } from '@benvung/domain/shared/result';
import { makeDocument } from '../../document/document.public.ts';
import type { AuditNote } from '../../platform/audit/audit-entry.ts';
import type { Db } from '../../platform/database/database.ts';
import type { Acting } from '../case/take-case-steps.ts';
import { resultWords } from '../public/public-words.ts';
import { findPosting, putSheet, type StoredPosting } from './posting.store.ts';

export interface SheetToMake {
  /** Scheme and host of the public page. */
  readonly origin: string;
  readonly acting: Acting;
  /** User name, as in the log. */
  readonly username: string;
  readonly audit: (note: AuditNote) => void;
}

type Made = Promise<Result<string, Problem<ProblemCode>>>;

/** The sheet for the notice board: the posted list and nothing else, with its address, hash and places. */
export async function makeSheet(db: Db, posting: StoredPosting, told: SheetToMake): Made {
  if (posting.documentId !== null) return ok(posting.documentId);
  const { content } = posting;
  const made = await makeDocument(
    db,
    {
      kind: 'postingSheet',
      unitId: posting.originCommuneId,
      day: posting.openedOn,
      data: {
        year: content.year,
        village: content.village,
        from: content.from,
        until: `${content.until}T${content.closes}`,
        rows: content.lines.map(({ head, result }) => ({ head, result: resultWords.vi[result] })),
        address: `${told.origin}/t/${groupedCode(posting.code)}`,
        hash: posting.contentHash,
        places: posting.places.split('\n').filter((place) => place !== ''),
      },
      signatory: null,
      subjects: [
        { kind: 'posting', id: posting.id },
        { kind: 'round', id: posting.roundId },
      ],
      origin: told.origin,
    },
    {
      accountId: told.acting.accountId,
      actor: told.username,
      now: told.acting.at,
      audit: told.audit,
    },
  );
  if (!made.ok) return made;
  await putSheet(db, posting, made.value.id);
  return ok(made.value.id);
}

/** Makes the sheet of a posting that has none yet. */
export async function makeSheetOf(db: Db, postingId: string, told: SheetToMake): Made {
  const posting = await findPosting(db, postingId);
  return posting === undefined ? refuse('shared.not-found') : makeSheet(db, posting, told);
}
