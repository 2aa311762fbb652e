import type { GrievancePage } from '@benvung/contract/review-public';
import { grievanceDue, grievanceNumber } from '@benvung/domain/review/grievance/decide-grievance-act';
import type {
  GrievanceCategory,
  GrievanceProcedure,
} from '@benvung/domain/review/grievance/grievance-category';
import { postingStateOf } from '@benvung/domain/review/posting/posted-list';
import type { ReviewProblemCode } from '@benvung/domain/review/problems';
import { yearOf } from '@benvung/domain/shared/day';
import { ok, type Problem, type Result, refuse } from '@benvung/domain/shared/result';
import { timeInVietnam } from '../../platform/clock.ts';
import type { Db } from '../../platform/database/database.ts';
import { newId } from '../../platform/ids.ts';
import { regulations } from '../../standard/standard.public.ts';
import type { Acting } from '../case/take-case-steps.ts';
import { readWorkingCalendar } from '../law/review-law.ts';
import { findPostedCase, type StoredPosting } from '../posting/posting.store.ts';
import { publicKeyOf } from '../public/public-code.ts';
import { putPublicPage } from '../public/public-page.store.ts';
import { nextSeries } from '../series.store.ts';
import {
  type GrievanceChannel,
  insertGrievanceEvent,
  type StoredGrievance,
  upsertGrievance,
} from './grievance.store.ts';

export interface GrievanceReceived {
  readonly posting: StoredPosting;
  readonly category: GrievanceCategory;
  readonly channel: GrievanceChannel;
  /** Of the household on the list. */
  readonly number: number | null;
  /** Head of the household that is not on it. */
  readonly householdName: string | null;
  readonly about: string;
  readonly complainantName: string | null;
  readonly phone: string | null;
  readonly receiptCode: string;
  readonly acting: Acting;
}

/** The rules for grievances in force on a day. */
export function grievanceProcedureOn(day: string): GrievanceProcedure {
  const found = regulations().grievanceProcedures.findLast(
    ({ from, to }) => from <= day && (to === null || day <= to),
  );
  if (found === undefined) throw new Error(`No rules for grievances on ${day}.`);
  return found;
}

const orNull = (text: string | null): string | null =>
  text === null || text.trim() === '' ? null : text.trim();

/**
 * Takes a grievance in and gives it its number and day. The case stays where it is until the officer sends someone:
 * a message without an account must not stop a household's case by itself. It cannot be submitted meanwhile.
 */
export async function receiveGrievance(
  db: Db,
  received: GrievanceReceived,
): Promise<Result<StoredGrievance, Problem<ReviewProblemCode>>> {
  const { posting, category, acting } = received;
  const now = { today: acting.today, time: timeInVietnam(acting.at) };
  if (posting.withdrawnOn !== null) return refuse('review.posting-withdrawn');
  if (received.channel === 'public' && postingStateOf(posting.content, now) === 'over')
    return refuse('review.posting-over');
  const caseId =
    category === 'household' && received.number !== null
      ? await findPostedCase(db, { postingId: posting.id, number: received.number })
      : undefined;
  const householdName = category === 'absent' ? orNull(received.householdName) : null;
  if ((category === 'household' && caseId === undefined) || (category === 'absent' && householdName === null))
    return refuse('review.grievance-household-missing');
  const year = yearOf(acting.today);
  const law = { procedure: grievanceProcedureOn(acting.today), calendar: await readWorkingCalendar(db) };
  const due = grievanceDue(law, category, acting.today);
  const series = await nextSeries(db, 'review_grievance', { communeId: posting.originCommuneId, year });
  const grievance: StoredGrievance = {
    ...NOTHING_DONE,
    originCommuneId: posting.originCommuneId,
    id: newId(),
    number: grievanceNumber(year, series),
    series,
    receiptKey: publicKeyOf(received.receiptCode),
    roundId: posting.roundId,
    year,
    villageId: posting.villageId,
    caseId: caseId ?? null,
    postingId: posting.id,
    category,
    channel: received.channel,
    about: received.about.trim(),
    complainantName: orNull(received.complainantName),
    phone: orNull(received.phone),
    householdName,
    postedNumber: caseId === undefined ? null : received.number,
    receivedOn: acting.today,
    dueOn: due.day,
    dueUncertain: due.uncertain || due.provisional,
    updatedAt: acting.at,
    scopePath: posting.scopePath,
  };
  await keepReceived(db, grievance, { commune: posting.content.commune, acting });
  return ok(grievance);
}

const NOTHING_DONE = {
  state: 'received',
  verifier: null,
  verifierAccount: null,
  verifiedOn: null,
  finding: null,
  outcome: null,
  answer: null,
  answeredOn: null,
  documentId: null,
  requestCaseId: null,
  version: 1,
} as const;

async function keepReceived(
  db: Db,
  grievance: StoredGrievance,
  { commune, acting }: { commune: string; acting: Acting },
): Promise<void> {
  await upsertGrievance(db, grievance);
  await insertGrievanceEvent(db, grievance, {
    number: 1,
    act: 'receive',
    detail: { channel: grievance.channel, category: grievance.category },
    actor: acting.actor,
    onDay: acting.today,
    at: acting.at,
  });
  await putPublicPage(db, 'grievance', {
    code: grievance.receiptKey,
    subjectId: grievance.id,
    opensOn: acting.today,
    endsOn: null,
    content: grievancePageOf(grievance, { commune, assignedOn: null, closedOn: null }),
    originCommuneId: grievance.originCommuneId,
    scopePath: grievance.scopePath,
  });
}

/** Picks field by field what the holder of the receipt may see. */
export const grievancePageOf = (
  { number, category, state, receivedOn, dueOn, verifiedOn, answeredOn }: StoredGrievance,
  { commune, assignedOn, closedOn }: Pick<GrievancePage, 'commune' | 'assignedOn' | 'closedOn'>,
): GrievancePage => ({
  number,
  commune,
  category,
  state,
  receivedOn,
  dueOn,
  assignedOn,
  verifiedOn,
  answeredOn,
  closedOn,
});
