import type { Signatory } from '@benvung/domain/document/document-frame';
import { ok } from '@benvung/domain/shared/result';
import { nameInSentence } from '@benvung/domain/territory/unit-type';
import { makeDocument, numberDocument } from '../../document/document.public.ts';
import type { Db } from '../../platform/database/database.ts';
import { findUnitInPlace } from '../../territory/territory.public.ts';
import type { StoredCase } from '../case/case.store.ts';
import type { Acting } from '../case/take-case-steps.ts';
import { listAgendaFacts } from '../meeting/meeting.store.ts';
import { headWord, type Papers, paperMaker, villageNamesOn } from '../paper-ground.ts';
import type { ReviewRound } from '../review-round.store.ts';
import { listOfHouseholds, summaryOf, tableByVillage, tableOfMovements } from './result-tables.ts';
import type { StoredSubmission } from './submission.store.ts';
import { superiorInFull } from './superior-of.ts';

/** The paper of an act, with the number its register gave it. */
export interface NumberedPaper {
  readonly documentId: string;
  readonly reference: string;
  /** Long work that draws the file. */
  readonly jobId: string | null;
}

interface Signing {
  /** The number the paper register gave; null takes the next one. */
  readonly number: number | null;
  readonly signatory: Signatory;
}

interface SubmissionToWrite extends Signing {
  readonly submission: StoredSubmission;
  readonly round: ReviewRound;
  readonly cases: readonly StoredCase[];
  readonly acting: Acting;
}

const subjectsOf = ({
  submission,
  round,
  cases,
}: Pick<SubmissionToWrite, 'submission' | 'round' | 'cases'>) => [
  { kind: 'submission', id: submission.id },
  { kind: 'round', id: round.id },
  ...cases.map(({ id }) => ({ kind: 'case', id })),
];

/** The submission to the superior: how many households of each result, and all of them by name. */
export async function makeSubmissionPaper(db: Db, told: SubmissionToWrite): Papers<NumberedPaper> {
  const { submission, round, cases, acting } = told;
  const facts = await listAgendaFacts(db, {
    roundId: round.id,
    standardId: round.standardId,
    householdIds: cases.map(({ householdId }) => householdId),
  });
  const villageOf = await villageNamesOn(
    db,
    cases.map(({ villageId }) => villageId),
    submission.submittedOn,
  );
  const made = await makeDocument(
    db,
    {
      kind: 'submission',
      unitId: submission.originCommuneId,
      day: submission.submittedOn,
      data: {
        year: submission.year,
        roundKind: round.kind === 'PERIODIC' ? 'periodic' : 'adHoc',
        addressee: superiorInFull(submission.superior),
        summary: summaryOf(cases, (id) => facts.get(id)?.persons ?? null, null),
        tables: [
          tableByVillage(cases, villageOf),
          tableOfMovements(cases),
          listOfHouseholds(cases, villageOf),
        ],
      },
      signatory: told.signatory,
      subjects: subjectsOf(told),
      origin: acting.origin ?? null,
    },
    paperMaker(acting),
  );
  return made.ok ? numbered(db, made.value.id, told) : made;
}

/** Of a submission made before submissions bore numbers. */
const LEFT_BLANK = '……/TTr-UBND';

async function numbered(
  db: Db,
  documentId: string,
  { number, acting }: Pick<SubmissionToWrite, 'number' | 'acting'>,
): Papers<NumberedPaper> {
  const given = await numberDocument(db, documentId, paperMaker(acting), number);
  return given.ok ? ok({ documentId, reference: given.value.reference, jobId: given.value.jobId }) : given;
}

interface OpinionToWrite extends SubmissionToWrite {
  /** Why a case is returned, by case. */
  readonly reasons: ReadonlyMap<string, string>;
}

/** The superior's opinion, issued by the unit above and seen by the commune it is about. */
export async function makeOpinionPaper(db: Db, told: OpinionToWrite): Papers<NumberedPaper> {
  const { submission, cases, reasons, acting } = told;
  const commune = await findUnitInPlace(db, submission.originCommuneId, acting.today);
  const villageOf = await villageNamesOn(
    db,
    cases.map(({ villageId }) => villageId),
    acting.today,
  );
  const name = commune?.name ?? '';
  const made = await makeDocument(
    db,
    {
      kind: 'opinion',
      unitId: commune?.parentId ?? 0,
      aboutUnitId: commune?.id ?? submission.originCommuneId,
      day: acting.today,
      data: {
        year: submission.year,
        commune: nameInSentence(name),
        submission: { reference: submission.number ?? LEFT_BLANK, day: submission.submittedOn },
        outcome: reasons.size < cases.length ? 'clear' : 'returned',
        returned: cases
          .filter(({ id }) => reasons.has(id))
          .map(({ id, headName, villageId }) => ({
            head: headWord(headName),
            village: villageOf(villageId),
            reason: reasons.get(id) ?? '',
          })),
      },
      signatory: told.signatory,
      subjects: subjectsOf(told),
      origin: acting.origin ?? null,
    },
    paperMaker(acting),
  );
  return made.ok ? numbered(db, made.value.id, told) : made;
}
