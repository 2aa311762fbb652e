import type { Attendance } from '@benvung/domain/review/meeting/meeting';
import type { HouseholdClass } from '@benvung/domain/standard/household-class';
import { sql } from 'kysely';
import type { Db } from '../../platform/database/database.ts';

export interface StoredMeeting {
  readonly originCommuneId: number;
  readonly id: string;
  readonly roundId: string;
  readonly villageId: number;
  readonly year: number;
  readonly state: 'planned' | 'closed' | 'cancelled';
  readonly heldOn: string;
  readonly beginsAt: string | null;
  readonly place: string | null;
  readonly chair: string | null;
  readonly secretary: string | null;
  readonly chairPosition: string | null;
  readonly secretaryPosition: string | null;
  readonly endedAt: string | null;
  readonly attendance: Attendance;
  readonly present: number;
  readonly notes: string | null;
  readonly documentId: string | null;
  readonly version: number;
  readonly scopePath: string;
}

const SELECTED = sql`m.origin_commune_id as "originCommuneId", m.id, m.round_id as "roundId", m.village_id as "villageId",
  m.year, m.state, m.held_on as "heldOn", m.begins_at as "beginsAt", m.place, m.chair, m.secretary,
  m.chair_position as "chairPosition", m.secretary_position as "secretaryPosition",
  to_json(m.ended_at)#>>'{}' as "endedAt", m.attendance, m.present, m.notes, m.document_id as "documentId", m.version,
  m.scope_path as "scopePath"`;

export async function putMeeting(db: Db, meeting: StoredMeeting): Promise<void> {
  const row = {
    origin_commune_id: meeting.originCommuneId,
    id: meeting.id,
    round_id: meeting.roundId,
    village_id: meeting.villageId,
    year: meeting.year,
    state: meeting.state,
    held_on: meeting.heldOn,
    begins_at: meeting.beginsAt,
    place: meeting.place,
    chair: meeting.chair,
    secretary: meeting.secretary,
    chair_position: meeting.chairPosition,
    secretary_position: meeting.secretaryPosition,
    ended_at: meeting.endedAt,
    attendance: meeting.attendance,
    present: meeting.present,
    notes: meeting.notes,
    document_id: meeting.documentId,
    version: meeting.version,
    scope_path: meeting.scopePath,
  };
  const names = Object.keys(row);
  const columns = sql.join(names.map((name) => sql.ref(name)));
  const changes = sql.join(
    names.slice(2).map((name) => sql`${sql.ref(name)} = ${sql.ref(`excluded.${name}`)}`),
  );
  await sql`insert into review_meeting (${columns})
    select ${columns} from jsonb_populate_record(null::review_meeting, ${JSON.stringify(row)}::jsonb)
    on conflict on constraint review_meeting_pk do update set ${changes}`.execute(db);
}

export interface Officer {
  readonly name: string;
  readonly position: string;
}

/** Who presided or wrote in a commune's meetings, the last first. */
export async function listMeetingOfficers(db: Db, originCommuneId: number): Promise<Officer[]> {
  const answer = await sql<Officer>`
    select name, position from (
      select chair as name, chair_position as position, held_on from review_meeting where origin_commune_id = ${originCommuneId}
      union all
      select secretary, secretary_position, held_on from review_meeting where origin_commune_id = ${originCommuneId}
    ) o where name <> '' and position <> '' group by name, position order by max(held_on) desc, name limit 12`.execute(
    db,
  );
  return answer.rows;
}

export async function findMeeting(db: Db, id: string): Promise<StoredMeeting | undefined> {
  const answer =
    await sql<StoredMeeting>`select ${SELECTED} from review_meeting m where m.id = ${id}::uuid`.execute(db);
  return answer.rows[0];
}

export async function lockMeeting(
  db: Db,
  { originCommuneId, id }: Pick<StoredMeeting, 'originCommuneId' | 'id'>,
): Promise<StoredMeeting | undefined> {
  const answer = await sql<StoredMeeting>`select ${SELECTED} from review_meeting m
    where m.origin_commune_id = ${originCommuneId} and m.id = ${id}::uuid for update`.execute(db);
  return answer.rows[0];
}

/** Meetings of a round, newest first. */
export async function listMeetings(db: Db, roundId: string): Promise<StoredMeeting[]> {
  const answer = await sql<StoredMeeting>`select ${SELECTED} from review_meeting m
    where m.round_id = ${roundId}::uuid order by m.held_on desc, m.id desc limit 500`.execute(db);
  return answer.rows;
}

export interface StoredVote {
  readonly caseId: string;
  readonly position: number;
  /** The result that was put to the vote. */
  readonly class: HouseholdClass | null;
  readonly agreed: number | null;
  readonly present: number | null;
  readonly outcome: 'agreed' | 'rejected' | null;
  readonly opinion: string | null;
}

export async function putVotes(db: Db, meeting: StoredMeeting, votes: readonly StoredVote[]): Promise<void> {
  if (votes.length === 0) return;
  const rows = votes.map((vote) => ({
    origin_commune_id: meeting.originCommuneId,
    meeting_id: meeting.id,
    case_id: vote.caseId,
    position: vote.position,
    class: vote.class,
    agreed: vote.agreed,
    present: vote.present,
    outcome: vote.outcome,
    opinion: vote.opinion,
    scope_path: meeting.scopePath,
  }));
  await sql`insert into review_meeting_vote
    select * from jsonb_populate_recordset(null::review_meeting_vote, ${JSON.stringify(rows)}::jsonb)
    on conflict on constraint review_meeting_vote_pk do update set position = excluded.position, class = excluded.class,
      agreed = excluded.agreed, present = excluded.present, outcome = excluded.outcome, opinion = excluded.opinion`.execute(
    db,
  );
}

export async function listVotes(
  db: Db,
  meeting: Pick<StoredMeeting, 'originCommuneId' | 'id'>,
): Promise<StoredVote[]> {
  const answer =
    await sql<StoredVote>`select case_id as "caseId", position, class, agreed, present, outcome, opinion
    from review_meeting_vote where origin_commune_id = ${meeting.originCommuneId} and meeting_id = ${meeting.id}::uuid
    order by position`.execute(db);
  return answer.rows;
}

/** What the agenda shows of households: nothing of health, disability, ethnicity or identity. */
export interface AgendaFacts {
  readonly householdId: string;
  readonly persons: number | null;
  readonly incomeScore: number | null;
  readonly deprivationScore: number | null;
  readonly deprivations: string | null;
}

export async function listAgendaFacts(
  db: Db,
  {
    roundId,
    standardId,
    householdIds,
  }: { roundId: string; standardId: string; householdIds: readonly string[] },
): Promise<Map<string, AgendaFacts>> {
  const answer =
    await sql<AgendaFacts>`select household_id as "householdId", coalesce(persons, opening_persons) as persons, income_score as "incomeScore",
      deprivation_score as "deprivationScore", deprivations
    from review_record where round_id = ${roundId}::uuid and standard_id = ${standardId}
      and household_id = any(${[...householdIds]}::uuid[])`.execute(db);
  return new Map(answer.rows.map((row) => [row.householdId, row]));
}
