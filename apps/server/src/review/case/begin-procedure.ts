import type { DocumentProblemCode } from '@benvung/domain/document/problems';
import type { ReviewProblemCode } from '@benvung/domain/review/problems';
import { decideRoundAct } from '@benvung/domain/review/review-round';
import { ok, type Problem, type Result, refuse } from '@benvung/domain/shared/result';
import type { Db } from '../../platform/database/database.ts';
import { procedureOn } from '../law/review-law.ts';
import { listRecordsOfCommunes } from '../review-record.store.ts';
import { lockRound, type ReviewRound, setRoundProcedure } from '../review-round.store.ts';
import { lockCasesOfHouseholds } from './case.store.ts';
import { listRecords } from './follow-records-in-cases.ts';
import { makeOpeningPapers } from './opening-papers.ts';
import { type Acting, caseGroundOf, takeCaseSteps } from './take-case-steps.ts';

type Begun = Promise<
  Result<
    { round: ReviewRound; cases: number },
    Problem<ReviewProblemCode | DocumentProblemCode | 'shared.not-found'>
  >
>;

/**
 * An open round goes by the procedure in force from now on: each household on its list gets a case, where it was
 * entered already with its survey and score. A round with recognised results came from elsewhere and stays as it is.
 */
export async function beginProcedure(db: Db, roundId: string, acting: Acting): Begun {
  const before = await lockRound(db, roundId);
  if (before === undefined) return refuse('shared.not-found');
  if (before.procedureId !== null) return refuse('review.procedure-begun');
  const open = decideRoundAct(before.status, 'putRecord');
  if (!open.ok) return open;
  const found = await procedureOn(db, acting.today);
  if (!found.ok) return found;
  const named = { procedureId: found.value.procedure.id, procedureHash: found.value.hash };
  const round = { ...before, ...named, version: before.version + 1 };
  const ground = await caseGroundOf(db, round, acting);
  if (!ground.ok) return ground;
  const records = (await listRecordsOfCommunes(db, round.year, [round.communeId])).filter(
    (record) => record.roundId === round.id && record.standardId === round.standardId,
  );
  if (records.some(({ stage }) => stage === 'recognised')) return refuse('review.result-recognised');
  await setRoundProcedure(db, round.id, named);
  await listRecords(ground.value, round, records);
  const scored = new Map(
    records.flatMap((record) =>
      record.closing === null || record.closing.class === 'UNDETERMINED'
        ? []
        : [[record.householdId, record]],
    ),
  );
  const listed = await lockCasesOfHouseholds(db, {
    originCommuneId: round.communeId,
    roundIds: [round.id],
    householdIds: records.map(({ householdId }) => householdId),
  });
  const papers = await makeOpeningPapers(db, { round, cases: listed, acting });
  if (!papers.ok) return papers;
  const cases = listed.filter(({ householdId }) => scored.has(householdId));
  const by = acting.accountId ?? acting.actor;
  const taken = await takeCaseSteps(
    ground.value,
    cases.flatMap((subject) => {
      const { closing, verified } = scored.get(subject.householdId)!;
      return [
        { subject, act: { act: 'survey', by } as const },
        { subject, act: { act: 'score', by, class: closing!.class, verified } as const },
      ];
    }),
  );
  return taken.ok ? ok({ round, cases: records.length }) : taken;
}
