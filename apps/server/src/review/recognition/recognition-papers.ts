import type { RecognisedHousehold } from '@benvung/domain/document/document-data';
import type { Signatory } from '@benvung/domain/document/document-frame';
import { ok } from '@benvung/domain/shared/result';
import { makeDocuments, numberDocument } from '../../document/document.public.ts';
import type { Db } from '../../platform/database/database.ts';
import type { StoredCase } from '../case/case.store.ts';
import type { Acting } from '../case/take-case-steps.ts';
import { headWord, type Papers, paperMaker, standardWords, villageNamesOn } from '../paper-ground.ts';
import type { StoredReviewRecord } from '../review-record.store.ts';
import type { ReviewRound } from '../review-round.store.ts';
import type { DecisionLine, DecisionList, StoredDecision } from './decision.store.ts';
import { findSubmission } from './submission.store.ts';
import { superiorInFull } from './superior-of.ts';

interface Recognised {
  readonly round: ReviewRound;
  readonly decision: Pick<StoredDecision, 'id' | 'decidedOn'>;
  /** The number the paper register gave; null takes the next one. */
  readonly number: number | null;
  readonly signatory: Signatory;
  readonly lines: readonly DecisionLine[];
  readonly cases: readonly StoredCase[];
  /** By household. */
  readonly records: ReadonlyMap<string, readonly StoredReviewRecord[]>;
  readonly acting: Acting;
}

interface RecognitionPapers {
  readonly decisionDocumentId: string;
  /** `31/QĐ-UBND` */
  readonly reference: string;
  /** Long work that draws the files. */
  readonly jobId: string | null;
  /** The paper a case's household has of it: its refusal, otherwise the decision. */
  readonly documentOf: (caseId: string) => string;
}

/** The decision with its four lists and its number, and a refusal with its reasons for each household that is not recognised. */
export async function makeRecognitionPapers(db: Db, told: Recognised): Papers<RecognitionPapers> {
  const { round, decision, lines, cases, acting } = told;
  const { id, decidedOn } = decision;
  const villageOf = await villageNamesOn(
    db,
    cases.map(({ villageId }) => villageId),
    decidedOn,
  );
  const byId = new Map(cases.map((one) => [one.id, one]));
  const listed = (list: DecisionList) =>
    lines
      .filter((line) => line.list === list)
      .map((line) => householdOf(told, { line, subject: byId.get(line.caseId)!, villageOf }));
  const frame = {
    unitId: round.communeId,
    day: decidedOn,
    signatory: told.signatory,
    origin: acting.origin ?? null,
  };
  const refused = lines.filter(({ list }) => list === 'REFUSED');
  const made = await makeDocuments(
    db,
    [
      {
        ...frame,
        kind: 'recognition',
        data: {
          year: round.year,
          roundKind: round.kind === 'PERIODIC' ? 'periodic' : 'adHoc',
          standard: standardWords(round),
          ...(await citationsOf(db, cases)),
          lists: {
            poor: listed('POOR'),
            nearPoor: listed('NEAR_POOR'),
            exitedPoor: listed('POVERTY_EXIT'),
            exitedNearPoor: listed('NEAR_POVERTY_EXIT'),
          },
        },
        subjects: [
          { kind: 'decision', id },
          { kind: 'round', id: round.id },
          ...cases.map((one) => ({ kind: 'case', id: one.id })),
        ],
      },
      ...refused.map((line) => ({
        ...frame,
        kind: 'refusal' as const,
        data: refusalOf(round, { line, subject: byId.get(line.caseId)!, villageOf }),
        subjects: [
          { kind: 'decision', id },
          { kind: 'case', id: line.caseId },
          { kind: 'household', id: byId.get(line.caseId)!.householdId },
        ],
      })),
    ],
    paperMaker(acting),
  );
  if (!made.ok) return made;
  const [main, ...refusals] = made.value.map((document) => document.id);
  const own = new Map(refused.map(({ caseId }, at) => [caseId, refusals[at]!]));
  const numbered = await numberDocument(db, main!, paperMaker(acting), told.number);
  if (!numbered.ok) return numbered;
  return ok({
    decisionDocumentId: main!,
    reference: numbered.value.reference,
    jobId: numbered.value.jobId,
    documentOf: (caseId) => own.get(caseId) ?? main!,
  });
}

interface Listed {
  readonly line: DecisionLine;
  readonly subject: StoredCase;
  readonly villageOf: (id: number) => string;
}

function householdOf(
  { round, records }: Recognised,
  { line, subject, villageOf }: Listed,
): RecognisedHousehold {
  const record = records.get(subject.householdId)?.find(({ standardId }) => standardId === round.standardId);
  return {
    head: headWord(subject.headName),
    village: villageOf(subject.villageId),
    members: record?.closing?.persons ?? record?.opening?.persons ?? null,
    incomeScore: record?.incomeScore ?? null,
    deprivationScore: record?.deprivationScore ?? null,
    ...(line.list === 'POVERTY_EXIT' && line.class === 'NEAR_POOR' ? { note: 'Còn là hộ cận nghèo' } : {}),
  };
}

const refusalOf = (round: ReviewRound, { line, subject, villageOf }: Listed) => ({
  year: round.year,
  head: headWord(subject.headName),
  village: villageOf(subject.villageId),
  requestDay: subject.standing.requestedOn,
  ...(subject.request?.form === '01' || subject.request?.form === '04'
    ? { requestForm: subject.request.form as '01' | '04' }
    : {}),
  asked: 'công nhận hộ nghèo, hộ cận nghèo',
  reasons: [line.reason ?? ''],
});

/** The submission the cases went up with last, and the superior's opinion on it, as far as they bear numbers. */
async function citationsOf(db: Db, cases: readonly StoredCase[]) {
  const ids = new Set(cases.flatMap(({ submissionId }) => submissionId ?? []));
  const found = await Promise.all([...ids].map((id) => findSubmission(db, id)));
  const last = found
    .filter((one) => one !== undefined)
    .sort((a, b) => (a.submittedOn < b.submittedOn ? -1 : 1))
    .at(-1);
  const cited = (reference: string | null | undefined, day: string | null | undefined) =>
    reference && day ? { reference, day } : null;
  const opinion = cited(last?.opinionNumber, last?.opinionOn);
  // a paper that came in names its body; within the system the superior is known, and who pressed is not the body
  const body = last?.opinionSignatory === null ? last.opinionBy : superiorInFull(last?.superior ?? '');
  return {
    opinion: opinion === null ? null : { ...opinion, ...(body ? { body } : {}) },
    submission: cited(last?.number, last?.submittedOn),
  };
}
