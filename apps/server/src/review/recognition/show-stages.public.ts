import type { ProblemCode } from '@benvung/contract/problem-texts';
import type { Signatory } from '@benvung/domain/document/document-frame';
import { ok, type Problem, type Result, refuse } from '@benvung/domain/shared/result';
import type { Db } from '../../platform/database/database.ts';
import { findUnitOn } from '../../territory/territory.public.ts';
import { lockCasesOfVillage } from '../case/case.store.ts';
import type { Acting } from '../case/take-case-steps.ts';
import { closeMeeting, planMeeting, recordAttendance, recordVote } from '../meeting/hold-meeting.ts';
import { openPosting, planPosting } from '../posting/open-posting.ts';
import { listVillagesToMeet } from '../posting/posting.store.ts';
import { listRoundsOfCommunes, type ReviewRound } from '../review-round.store.ts';
import { giveOpinion } from './give-opinion.ts';
import { issueCertificates } from './issue-certificates.ts';
import { recogniseCases } from './recognise-cases.ts';
import { submitCases } from './submit-cases.ts';

export interface StagesToShow {
  readonly communeId: number;
  readonly year: number;
  readonly places: readonly string[];
  /** Who acts for the commune and for its superior on a day. */
  readonly officer: (day: string) => Acting;
  readonly superior: (day: string) => Acting;
  readonly chairman: Signatory;
  readonly superiorSigns: Signatory;
  readonly superiorPath: string;
  /** What each village comes to, the next village with results a line. */
  readonly villages: readonly VillageCourse[];
}

interface VillageCourse {
  readonly met: string;
  readonly posted?: string;
  readonly submitted?: string;
  readonly answered?: string;
  readonly recognised?: string;
  /** How many of its households the meeting does not agree to. */
  readonly rejected?: number;
  /** How many the superior sends back. */
  readonly returned?: number;
}

type Done<Value> = Promise<Result<Value, Problem<ProblemCode>>>;
const ATTENDANCE = { committee: 3, reviewedHouseholds: 22, otherHouseholds: 31 } as const;
const [AGREED, TOO_FEW] = [52, 21];
/** 21:15 in Việt Nam. */
const ENDED_AT = '14:15:00.000Z';

/**
 * For the demonstration: villages of a round stand at every step from the meeting to the certificate. Every step is
 * taken by the acts people take, on the days they are told for.
 */
export async function showStages(db: Db, told: StagesToShow): Done<null> {
  const [round] = await listRoundsOfCommunes(db, told.year, [told.communeId]);
  if (round === undefined) return refuse('review.round-not-begun');
  const villages = await listVillagesToMeet(db, round.id);
  for (const [at, course] of told.villages.entries()) {
    const villageId = villages[at];
    if (villageId === undefined) return refuse('review.nothing-to-do');
    const shown = await showVillage(db, { told, round, villageId, course });
    if (!shown.ok) return shown;
  }
  return ok(null);
}

interface Village {
  readonly told: StagesToShow;
  readonly round: ReviewRound;
  readonly villageId: number;
  readonly course: VillageCourse;
}

async function showVillage(db: Db, village: Village): Done<null> {
  const { told, round, villageId, course } = village;
  const met = await meet(db, village);
  if (!met.ok || course.posted === undefined) return met;
  const wanted = { roundId: round.id, villageId, acting: told.officer(course.posted) };
  const planned = await planPosting(db, wanted);
  if (!planned.ok) return planned;
  const posted = await openPosting(db, { ...wanted, hash: planned.value.hash, places: told.places });
  if (!posted.ok) return posted;
  return course.submitted === undefined ? ok(null) : sendUp(db, village, course.submitted);
}

/** The meeting of a village, each household its own vote. */
async function meet(db: Db, { told, round, villageId, course }: Village): Done<null> {
  const acting = { ...told.officer(course.met), at: `${course.met}T${ENDED_AT}` };
  const village = await findUnitOn(db, villageId, course.met);
  if (village === undefined) return refuse('shared.not-found');
  const time = { heldOn: course.met, beginsAt: '19:00', place: 'Nhà văn hóa thôn' };
  const planned = await planMeeting(db, { roundId: round.id, village, ...time });
  if (!planned.ok) return planned;
  const { id } = planned.value;
  const attended = await recordAttendance(db, {
    id,
    version: planned.value.version,
    ...time,
    chair: 'Hồ Văn Trình Diễn',
    secretary: 'Lê Thị Trình Diễn',
    attendance: ATTENDANCE,
    acting,
  });
  if (!attended.ok) return attended;
  const cases = await lockCasesOfVillage(
    db,
    { originCommuneId: round.communeId, roundId: round.id, villageId },
    ['scored'],
  );
  for (const [at, { id: caseId }] of cases.entries()) {
    const agreed = at < (course.rejected ?? 0) ? TOO_FEW : AGREED;
    const voted = await recordVote(db, { id, caseId, agreed, opinion: '', acting });
    if (!voted.ok) return voted;
  }
  const closed = await closeMeeting(db, { id, version: attended.value.version, notes: '', acting });
  return closed.ok ? ok(null) : closed;
}

/** To the superior and back, as far as the village has come. */
async function sendUp(db: Db, { told, round, course }: Village, day: string): Done<null> {
  const numbered = { number: null, signatory: told.chairman };
  const sent = await submitCases(db, { roundId: round.id, ...numbered, acting: told.officer(day) });
  if (!sent.ok || course.answered === undefined) return sent.ok ? ok(null) : sent;
  const { submission, cases } = sent.value;
  const answered = await giveOpinion(db, {
    id: submission.id,
    version: submission.version,
    number: null,
    signatory: told.superiorSigns,
    opinion: '',
    returned: cases
      .slice(0, course.returned ?? 0)
      .map(({ id: caseId }) => ({ caseId, reason: 'Biên bản họp thôn thiếu chữ ký của thư ký.' })),
    areas: [told.superiorPath],
    acting: told.superior(course.answered),
  });
  if (!answered.ok || course.recognised === undefined) return answered.ok ? ok(null) : answered;
  const acting = told.officer(course.recognised);
  const decided = await recogniseCases(db, {
    roundId: round.id,
    ...numbered,
    decidedOn: course.recognised,
    expected: cases.length - (course.returned ?? 0),
    acting,
  });
  if (!decided.ok) return decided;
  const issued = await issueCertificates(db, { decisionId: decided.value.decision.id, ...numbered, acting });
  return issued.ok ? ok(null) : issued;
}
