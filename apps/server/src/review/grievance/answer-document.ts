import type { ProblemCode } from '@benvung/contract/problem-texts';
import { ok, type Problem, type Result } from '@benvung/domain/shared/result';
import { makeDocument } from '../../document/document.public.ts';
import type { AuditNote } from '../../platform/audit/audit-entry.ts';
import type { Db } from '../../platform/database/database.ts';
import { listLastKnownUnits } from '../../territory/territory.public.ts';
import type { Acting } from '../case/take-case-steps.ts';
import { type StoredGrievance, upsertGrievance } from './grievance.store.ts';

export interface AnswerToMake {
  readonly origin: string;
  readonly acting: Acting;
  /** User name, as in the log. */
  readonly username: string;
  readonly audit: (note: AuditNote) => void;
}

/** The written answer: what was asked, what was found, what follows. What is not handled is answered as not upheld. */
export async function makeAnswerDocument(
  db: Db,
  grievance: StoredGrievance,
  told: AnswerToMake,
): Promise<Result<StoredGrievance, Problem<ProblemCode>>> {
  const { today, accountId, at } = told.acting;
  const villages = await listLastKnownUnits(db, [grievance.villageId ?? 0], today);
  const outcome =
    grievance.outcome === 'upheld' || grievance.outcome === 'partly' ? grievance.outcome : 'rejected';
  const made = await makeDocument(
    db,
    {
      kind: 'grievanceAnswer',
      unitId: grievance.originCommuneId,
      day: today,
      data: {
        receipt: grievance.number,
        name: grievance.complainantName,
        village: villages.get(grievance.villageId ?? 0)?.name ?? '',
        receivedDay: grievance.receivedOn,
        content: grievance.about,
        findings: (grievance.finding ?? '').split('\n').filter((line) => line.trim() !== ''),
        outcome,
        decision: grievance.answer ?? '',
      },
      signatory: null,
      subjects: [{ kind: 'grievance', id: grievance.id }],
      origin: told.origin,
    },
    { accountId, actor: told.username, now: at, audit: told.audit },
  );
  if (!made.ok) return made;
  const written = { ...grievance, documentId: made.value.id };
  await upsertGrievance(db, written);
  return ok(written);
}
