import type { AgendaItem, MeetingList, MeetingView } from '@benvung/contract/review-meeting';
import { agendaRank, votesNeeded } from '@benvung/domain/review/meeting/meeting';
import type { ReviewProblemCode } from '@benvung/domain/review/problems';
import { ok, type Problem, type Result, refuse } from '@benvung/domain/shared/result';
import type { Language } from '@benvung/domain/shared/text';
import type { Db } from '../../platform/database/database.ts';
import { listLastKnownUnits } from '../../territory/territory.public.ts';
import { listCasesById, type StoredCase } from '../case/case.store.ts';
import { listCases } from '../case/case-board.store.ts';
import { type Acting, type CaseGround, caseGroundOf } from '../case/take-case-steps.ts';
import { refOf } from '../read-opening-plan.ts';
import { findRoundById, type ReviewRound } from '../review-round.store.ts';
import { standardsOfRound } from '../round-standards.ts';
import {
  type AgendaFacts,
  findMeeting,
  listAgendaFacts,
  listMeetingOfficers,
  listMeetings,
  listVotes,
  type StoredMeeting,
  type StoredVote,
} from './meeting.store.ts';

type Refused = Problem<ReviewProblemCode | 'shared.not-found'>;

/** More households than any village has. */
const MOST = 5_000;

/** The cases a meeting decides: those scored in its village, and those it voted on already. */
export async function agendaCases(
  db: Db,
  meeting: StoredMeeting,
  voted: readonly StoredVote[],
): Promise<StoredCase[]> {
  if (meeting.state === 'planned') {
    const scored = await listCases(db, {
      roundId: meeting.roundId,
      villageId: meeting.villageId,
      states: ['scored'],
      postingOver: null,
      offset: 0,
      limit: MOST,
    });
    return scored.cases.sort((a, b) => agendaRank(a.standing) - agendaRank(b.standing));
  }
  const position = new Map(
    voted.filter(({ outcome }) => outcome !== null).map((vote) => [vote.caseId, vote.position]),
  );
  const decided = await listCasesById(db, {
    originCommuneId: meeting.originCommuneId,
    ids: [...position.keys()],
  });
  return decided.sort((a, b) => (position.get(a.id) ?? 0) - (position.get(b.id) ?? 0));
}

export interface ReadMeetingGround {
  readonly meeting: StoredMeeting;
  readonly round: ReviewRound;
  readonly ground: CaseGround;
}

export async function meetingGround(
  db: Db,
  id: string,
  acting: Acting,
): Promise<Result<ReadMeetingGround, Refused>> {
  const meeting = await findMeeting(db, id);
  const round = meeting === undefined ? undefined : await findRoundById(db, meeting.roundId);
  if (meeting === undefined || round === undefined) return refuse('shared.not-found');
  const ground = await caseGroundOf(db, round, acting);
  return ground.ok ? ok({ meeting, round, ground: ground.value }) : ground;
}

export async function readMeeting(
  db: Db,
  { id, acting, language }: { readonly id: string; readonly acting: Acting; readonly language: Language },
): Promise<Result<MeetingView, Refused>> {
  const found = await meetingGround(db, id, acting);
  if (!found.ok) return found;
  const { meeting, round, ground } = found.value;
  const votes = await listVotes(db, meeting);
  const cases = await agendaCases(db, meeting, votes);
  const facts = await listAgendaFacts(db, {
    roundId: round.id,
    standardId: round.standardId,
    householdIds: cases.map(({ householdId }) => householdId),
  });
  const units = await listLastKnownUnits(db, [meeting.villageId, round.communeId], acting.today);
  const [village, commune] = [units.get(meeting.villageId), units.get(round.communeId)];
  if (commune === undefined) return refuse('shared.not-found');
  const byCase = new Map(votes.map((vote) => [vote.caseId, vote]));
  const { percent } = ground.procedure.agreement;
  return ok({
    id: meeting.id,
    roundId: round.id,
    year: meeting.year,
    village: village === undefined ? null : refOf(village),
    commune: refOf(commune),
    state: meeting.state,
    heldOn: meeting.heldOn,
    beginsAt: meeting.beginsAt,
    endedAt: meeting.endedAt,
    place: meeting.place,
    chair: meeting.chair,
    secretary: meeting.secretary,
    chairPosition: meeting.chairPosition,
    secretaryPosition: meeting.secretaryPosition,
    known: await listMeetingOfficers(db, meeting.originCommuneId),
    attendance: meeting.attendance,
    present: meeting.present,
    needed: votesNeeded(meeting.present, percent),
    percent,
    copies: ground.procedure.minutesCopies,
    notes: meeting.notes,
    documentId: meeting.documentId,
    agenda: cases.map((one) =>
      itemOf(one, { vote: byCase.get(one.id), facts: facts.get(one.householdId), round, language }),
    ),
    version: meeting.version,
  });
}

/** What may be said of a household in front of the village (UX 3.5): no lack of health, work or school. */
const SHOWN_DIMENSIONS: readonly string[] = ['housing', 'waterSanitation', 'information'];

interface Item {
  readonly vote: StoredVote | undefined;
  readonly facts: AgendaFacts | undefined;
  readonly round: ReviewRound;
  readonly language: Language;
}

function itemOf(one: StoredCase, { vote, facts, round, language }: Item): AgendaItem {
  const { indicators } = standardsOfRound(round).national.standard;
  const deprivations = facts?.deprivations ?? '';
  const decided = vote?.outcome ?? null;
  const of = decided === null ? one.standing.class : (vote?.class ?? null);
  return {
    caseId: one.id,
    head: one.headName,
    persons: facts?.persons ?? null,
    opening: one.standing.opening,
    class: of,
    incomeScore: facts?.incomeScore ?? null,
    deprivationScore: facts?.deprivationScore ?? null,
    lacks: indicators.flatMap(({ dimension, label, sensitive }, at) =>
      deprivations[at] === '1' && !sensitive && SHOWN_DIMENSIONS.includes(dimension) ? [label[language]] : [],
    ),
    agreed: vote?.agreed ?? null,
    outcome: decided,
    opinion: vote?.opinion ?? null,
    changed: decided === null && vote?.agreed != null && vote.class !== one.standing.class,
  };
}

/** The meetings of a round, and the villages whose results wait for one. */
export async function readMeetings(
  db: Db,
  { roundId, today }: { readonly roundId: string; readonly today: string },
): Promise<Result<MeetingList, Refused>> {
  const round = await findRoundById(db, roundId);
  if (round === undefined) return refuse('shared.not-found');
  const meetings = await listMeetings(db, roundId);
  const { cases } = await listCases(db, {
    roundId,
    villageId: null,
    states: ['scored'],
    postingOver: null,
    offset: 0,
    limit: MOST * 4,
  });
  const scored = new Map<number, number>();
  for (const { villageId } of cases) scored.set(villageId, (scored.get(villageId) ?? 0) + 1);
  const units = await listLastKnownUnits(
    db,
    [...new Set([...meetings.map((one) => one.villageId), ...scored.keys()])],
    today,
  );
  const ref = (id: number) => {
    const unit = units.get(id);
    return unit === undefined ? null : refOf(unit);
  };
  const lines: MeetingList['meetings'] = [];
  for (const meeting of meetings) {
    const votes = await listVotes(db, meeting);
    const voted = votes.filter(({ agreed }) => agreed !== null).length;
    lines.push({
      id: meeting.id,
      village: ref(meeting.villageId),
      state: meeting.state,
      heldOn: meeting.heldOn,
      beginsAt: meeting.beginsAt,
      place: meeting.place,
      present: meeting.present,
      agreed: votes.filter(({ outcome }) => outcome === 'agreed').length,
      rejected: votes.filter(({ outcome }) => outcome === 'rejected').length,
      waiting: meeting.state === 'planned' ? Math.max(0, (scored.get(meeting.villageId) ?? 0) - voted) : 0,
    });
  }
  const planned = new Set(
    meetings.filter(({ state }) => state === 'planned').map(({ villageId }) => villageId),
  );
  const waiting = [...scored].filter(([villageId]) => !planned.has(villageId));
  return ok({
    meetings: lines,
    waiting: waiting.map(([villageId, count]) => ({ villageId, village: ref(villageId), cases: count })),
  });
}
