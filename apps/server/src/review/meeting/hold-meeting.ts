import type { DocumentProblemCode } from '@benvung/domain/document/problems';
import { isAgreed } from '@benvung/domain/review/case/decide-case-act';
import { type Attendance, presentOf } from '@benvung/domain/review/meeting/meeting';
import type { ReviewProblemCode } from '@benvung/domain/review/problems';
import { decideRoundAct } from '@benvung/domain/review/review-round';
import { ok, type Problem, type Result, refuse } from '@benvung/domain/shared/result';
import { retirePaper } from '../../document/document.public.ts';
import type { Db } from '../../platform/database/database.ts';
import { newId } from '../../platform/ids.ts';
import type { UnitOnDay } from '../../territory/territory.public.ts';
import { lockCases } from '../case/case.store.ts';
import { type Acting, type CaseGround, takeCaseSteps } from '../case/take-case-steps.ts';
import { paperMaker } from '../paper-ground.ts';
import { findRoundById, type ReviewRound } from '../review-round.store.ts';
import { makeMinutes } from './make-minutes.ts';
import {
  listMeetings,
  listVotes,
  lockMeeting,
  putMeeting,
  putVotes,
  type StoredMeeting,
  type StoredVote,
} from './meeting.store.ts';
import { agendaCases, meetingGround } from './read-meeting.ts';

type Refused = Problem<ReviewProblemCode | DocumentProblemCode | 'shared.not-found'>;
type Held<Value> = Promise<Result<Value, Refused>>;

interface MeetingPlan {
  readonly roundId: string;
  readonly village: UnitOnDay;
  readonly heldOn: string;
  readonly beginsAt: string | null;
  readonly place: string;
}

/** A village is called to a meeting; one at a time. */
export async function planMeeting(db: Db, { roundId, village, ...plan }: MeetingPlan): Held<StoredMeeting> {
  const round = await findRoundById(db, roundId);
  if (round === undefined) return refuse('shared.not-found');
  if (!village.path.startsWith(round.scopePath))
    return refuse('review.village-not-of-commune', { village: village.id });
  if (round.procedureId === null) return refuse('review.procedure-missing');
  const open = decideRoundAct(round.status, 'putRecord');
  if (!open.ok) return open;
  const before = (await listMeetings(db, roundId)).filter((one) => one.villageId === village.id);
  if (before.some(({ state }) => state === 'planned')) return refuse('review.meeting-open-already');
  const meeting: StoredMeeting = {
    originCommuneId: round.communeId,
    id: newId(),
    roundId,
    villageId: village.id,
    year: round.year,
    state: 'planned',
    ...plan,
    chair: null,
    secretary: null,
    chairPosition: null,
    secretaryPosition: null,
    endedAt: null,
    attendance: {},
    present: 0,
    notes: null,
    documentId: null,
    version: 1,
    scopePath: village.path,
  };
  await putMeeting(db, meeting);
  return ok(meeting);
}

interface Locked {
  readonly meeting: StoredMeeting;
  readonly round: ReviewRound;
  readonly ground: CaseGround;
}

/** The meeting, held by this transaction; refused when it is over, or when another version was seen. */
async function lockPlanned(
  db: Db,
  { id, version, acting }: { id: string; version: number | null; acting: Acting },
): Held<Locked> {
  const found = await meetingGround(db, id, acting);
  if (!found.ok) return found;
  const meeting = await lockMeeting(db, found.value.meeting);
  if (meeting === undefined) return refuse('shared.not-found');
  if (meeting.state !== 'planned') return refuse('review.meeting-over');
  if (version !== null && meeting.version !== version) return refuse('review.meeting-changed');
  const { round, ground } = found.value;
  const open = decideRoundAct(round.status, 'putRecord');
  return open.ok ? ok({ meeting, round, ground }) : open;
}

interface AttendanceTold
  extends Pick<StoredMeeting, 'heldOn' | 'beginsAt' | 'place' | 'chair' | 'secretary'> {
  readonly chairPosition?: string | undefined;
  readonly secretaryPosition?: string | undefined;
  readonly id: string;
  readonly version: number;
  readonly attendance: Attendance;
  readonly acting: Acting;
}

/** Who came, who presides and who writes. */
export async function recordAttendance(
  db: Db,
  { id, version, acting, ...told }: AttendanceTold,
): Held<StoredMeeting> {
  const locked = await lockPlanned(db, { id, version, acting });
  if (!locked.ok) return locked;
  const meeting = {
    ...locked.value.meeting,
    ...told,
    chairPosition: told.chairPosition || null,
    secretaryPosition: told.secretaryPosition || null,
    present: presentOf(told.attendance),
    version: version + 1,
  };
  await putMeeting(db, meeting);
  return ok(meeting);
}

interface VoteTold {
  readonly id: string;
  readonly caseId: string;
  /** Null takes the vote back. */
  readonly agreed: number | null;
  readonly opinion: string;
  readonly acting: Acting;
}

/** How many agree with one household's result; told again it is told over. */
export async function recordVote(
  db: Db,
  { id, caseId, agreed, opinion, acting }: VoteTold,
): Held<StoredMeeting> {
  const locked = await lockPlanned(db, { id, version: null, acting });
  if (!locked.ok) return locked;
  const { meeting } = locked.value;
  const votes = await listVotes(db, meeting);
  const agenda = await agendaCases(db, meeting, votes);
  const at = agenda.findIndex((one) => one.id === caseId);
  const one = agenda[at];
  if (one === undefined) return refuse('shared.not-found');
  if (agreed !== null && meeting.present === 0) return refuse('review.meeting-no-one');
  if (agreed !== null && agreed > meeting.present)
    return refuse('review.case-vote-impossible', { present: meeting.present, agreed });
  const vote: StoredVote = {
    caseId,
    position: at + 1,
    class: one.standing.class,
    agreed,
    present: agreed === null ? null : meeting.present,
    outcome: null,
    opinion: opinion === '' ? null : opinion,
  };
  await putVotes(db, meeting, [vote]);
  return ok(meeting);
}

export interface MeetingEnded {
  readonly meeting: StoredMeeting;
  readonly agreed: number;
  readonly rejected: number;
}

/** The meeting ends: every household on its agenda is agreed to or surveyed again, all in one act. */
export async function closeMeeting(
  db: Db,
  { id, version, notes, acting }: { id: string; version: number; notes: string; acting: Acting },
): Held<MeetingEnded> {
  const locked = await lockPlanned(db, { id, version, acting });
  if (!locked.ok) return locked;
  const { ground, round } = locked.value;
  const before = locked.value.meeting;
  const { present, originCommuneId } = before;
  if (present === 0) return refuse('review.meeting-no-one');
  const votes = await listVotes(db, before);
  const agenda = await agendaCases(db, before, votes);
  if (agenda.length === 0) return refuse('review.nothing-to-do');
  const cases = await lockCases(db, { originCommuneId, ids: agenda.map((one) => one.id) });
  const byCase = new Map(votes.map((vote) => [vote.caseId, vote]));
  const missing = cases.filter((one) => byCase.get(one.id)?.agreed == null);
  if (missing.length > 0) return refuse('review.meeting-votes-missing', { count: missing.length });
  const stale = cases.filter((one) => byCase.get(one.id)?.class !== one.standing.class);
  if (stale.length > 0) return refuse('review.meeting-result-changed', { count: stale.length });
  const decided = cases.map((subject) => {
    const vote = byCase.get(subject.id)!;
    const counted = { present, agreed: vote.agreed ?? 0 };
    return {
      subject,
      vote,
      ...counted,
      outcome: isAgreed(counted, ground.procedure) ? ('agreed' as const) : ('rejected' as const),
    };
  });
  const minutes = await makeMinutes(db, { meeting: before, round, decided, notes, acting });
  if (!minutes.ok) return minutes;
  const taken = await takeCaseSteps(
    ground,
    decided.map(({ subject, vote, agreed, outcome }) => ({
      subject,
      act: {
        act: outcome === 'agreed' ? 'agree' : 'reject',
        present,
        agreed,
        ...(vote.opinion === null ? {} : { reason: vote.opinion }),
      },
      evidence: { meeting: before.id, heldOn: before.heldOn, present, agreed },
      documentId: minutes.value,
    })),
  );
  if (!taken.ok) return taken;
  const meeting: StoredMeeting = {
    ...before,
    state: 'closed',
    endedAt: acting.at,
    notes: notes || null,
    documentId: minutes.value,
    version: version + 1,
  };
  await putMeeting(db, meeting);
  await putVotes(
    db,
    meeting,
    decided.map(({ vote, outcome }) => ({ ...vote, present, outcome })),
  );
  const agreed = decided.filter(({ outcome }) => outcome === 'agreed').length;
  return ok({ meeting, agreed, rejected: decided.length - agreed });
}

/**
 * Takes a closed meeting's result back while nothing rests on it: no household of it was posted or surveyed again. Its
 * minutes are withdrawn; the next end writes new ones.
 */
export async function reopenMeeting(
  db: Db,
  { id, version, reason, acting }: { id: string; version: number; reason: string; acting: Acting },
): Held<MeetingEnded> {
  const found = await meetingGround(db, id, acting);
  if (!found.ok) return found;
  const before = await lockMeeting(db, found.value.meeting);
  if (before === undefined) return refuse('shared.not-found');
  if (before.state !== 'closed' || before.version !== version) return refuse('review.meeting-changed');
  const decided = (await listVotes(db, before)).filter(({ outcome }) => outcome !== null);
  const cases = await lockCases(db, {
    originCommuneId: before.originCommuneId,
    ids: decided.map(({ caseId }) => caseId),
  });
  const moved = cases.find(
    ({ standing }) => standing.last?.act !== 'agree' && standing.last?.act !== 'reject',
  );
  if (moved !== undefined) return refuse('review.case-cannot-undo', { act: moved.standing.last?.act ?? '' });
  const taken = await takeCaseSteps(
    found.value.ground,
    cases.map((subject) => ({ subject, act: { act: 'undo', reason }, evidence: { meeting: before.id } })),
  );
  if (!taken.ok) return taken;
  await retirePaper(db, before.documentId, { reason, today: acting.today, by: paperMaker(acting) });
  const meeting: StoredMeeting = {
    ...before,
    state: 'planned',
    endedAt: null,
    documentId: null,
    version: version + 1,
  };
  await putMeeting(db, meeting);
  await putVotes(
    db,
    meeting,
    decided.map((vote) => ({ ...vote, outcome: null })),
  );
  return ok({ meeting, agreed: 0, rejected: 0 });
}
