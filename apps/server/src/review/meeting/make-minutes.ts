import { ATTENDEE_KINDS, type AttendeeKind } from '@benvung/domain/review/meeting/meeting';
import { ok } from '@benvung/domain/shared/result';
import { makeDocument } from '../../document/document.public.ts';
import { timeInVietnam } from '../../platform/clock.ts';
import type { Db } from '../../platform/database/database.ts';
import type { StoredCase } from '../case/case.store.ts';
import type { Acting } from '../case/take-case-steps.ts';
import { classWord, headWord, type Papers, paperMaker, villageNamesOn } from '../paper-ground.ts';
import type { ReviewRound } from '../review-round.store.ts';
import { listAgendaFacts, type StoredMeeting, type StoredVote } from './meeting.store.ts';

export const ATTENDEE_WORDS: Readonly<Record<AttendeeKind, string>> = {
  reviewedHouseholds: 'Đại diện hộ được rà soát',
  otherHouseholds: 'Đại diện hộ khác',
  committee: 'Ban Chỉ đạo rà soát cấp xã',
  povertyOfficer: 'Công chức phụ trách giảm nghèo',
  partyCell: 'Bí thư chi bộ',
  massOrganisations: 'Đoàn thể',
  enumerators: 'Rà soát viên',
  fatherlandFront: 'Mặt trận Tổ quốc (giám sát)',
};
const LEFT_BLANK = '………………';

export interface DecidedCase {
  readonly subject: StoredCase;
  readonly vote: StoredVote;
  readonly agreed: number;
  readonly outcome: 'agreed' | 'rejected';
}

interface MeetingToWrite {
  readonly meeting: StoredMeeting;
  readonly round: ReviewRound;
  readonly decided: readonly DecidedCase[];
  readonly notes: string;
  readonly acting: Acting;
}

/** Told to the system on a later day, or before the meeting was to begin, the hour it ended is not known. */
function endOf({ heldOn, beginsAt }: StoredMeeting, { today, at }: Acting): string | null {
  const time = timeInVietnam(at);
  return today === heldOn && (beginsAt === null || time >= beginsAt) ? `${today}T${time}` : null;
}

/** What every paper of a meeting says of its place and hour. */
export const whereAndWhen = (meeting: StoredMeeting, village: string) => ({
  year: meeting.year,
  village,
  place: meeting.place || LEFT_BLANK,
  startedAt: meeting.beginsAt === null ? meeting.heldOn : `${meeting.heldOn}T${meeting.beginsAt}`,
});

/** The minutes of a meeting that ends, seen in its village: who came, each household's vote. Answers the document's id. */
export async function makeMinutes(db: Db, told: MeetingToWrite): Papers<string> {
  const { meeting, round, decided, notes, acting } = told;
  const facts = await listAgendaFacts(db, {
    roundId: round.id,
    standardId: round.standardId,
    householdIds: decided.map(({ subject }) => subject.householdId),
  });
  const villageOf = await villageNamesOn(db, [meeting.villageId], meeting.heldOn);
  const made = await makeDocument(
    db,
    {
      kind: 'meetingMinutes',
      unitId: meeting.originCommuneId,
      aboutUnitId: meeting.villageId,
      day: meeting.heldOn,
      data: {
        ...whereAndWhen(meeting, villageOf(meeting.villageId)),
        endedAt: endOf(meeting, acting),
        chair: { name: meeting.chair || LEFT_BLANK, position: meeting.chairPosition || 'chủ trì cuộc họp' },
        secretary: {
          name: meeting.secretary || LEFT_BLANK,
          position: meeting.secretaryPosition || 'thư ký cuộc họp',
        },
        attendance: ATTENDEE_KINDS.flatMap((group) => {
          const count = meeting.attendance[group] ?? 0;
          return count === 0 ? [] : [{ group: ATTENDEE_WORDS[group], count }];
        }),
        present: meeting.present,
        households: decided.map(({ subject, vote, agreed, outcome }) => ({
          head: headWord(subject.headName),
          members: facts.get(subject.householdId)?.persons ?? null,
          previousClass: subject.standing.opening === null ? null : classWord(subject.standing.opening),
          proposal: classWord(subject.standing.class ?? 'UNDETERMINED'),
          agree: agreed,
          agreed: outcome === 'agreed',
          ...(vote.opinion === null ? {} : { opinion: vote.opinion }),
        })),
        remarks: notes.split('\n').filter((line) => line.trim() !== ''),
        representatives: [],
      },
      signatory: null,
      subjects: [
        { kind: 'meeting', id: meeting.id },
        { kind: 'round', id: round.id },
        { kind: 'village', id: String(meeting.villageId) },
        ...decided.map(({ subject }) => ({ kind: 'case', id: subject.id })),
      ],
      origin: acting.origin ?? null,
    },
    paperMaker(acting),
  );
  return made.ok ? ok(made.value.id) : made;
}
