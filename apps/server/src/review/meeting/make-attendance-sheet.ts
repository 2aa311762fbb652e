import type { DocumentProblemCode } from '@benvung/domain/document/problems';
import { ATTENDEE_KINDS, type AttendeeKind } from '@benvung/domain/review/meeting/meeting';
import { ok, type Problem, type Result, refuse } from '@benvung/domain/shared/result';
import { makeDocument } from '../../document/document.public.ts';
import type { Db } from '../../platform/database/database.ts';
import type { Acting } from '../case/take-case-steps.ts';
import { paperMaker, villageNamesOn } from '../paper-ground.ts';
import { ATTENDEE_WORDS, whereAndWhen } from './make-minutes.ts';
import { findMeeting, listVotes, type StoredMeeting } from './meeting.store.ts';
import { agendaCases } from './read-meeting.ts';

/** Lines for those who may come before anybody was counted. */
const LINES: Readonly<Record<Exclude<AttendeeKind, 'reviewedHouseholds'>, number>> = {
  otherHouseholds: 15,
  committee: 3,
  povertyOfficer: 1,
  partyCell: 1,
  massOrganisations: 5,
  enumerators: 2,
  fatherlandFront: 1,
};

interface SheetMade {
  readonly id: string;
  readonly meeting: StoredMeeting;
}

type Made = Promise<Result<SheetMade, Problem<DocumentProblemCode | 'shared.not-found'>>>;

/** The sheet that those who come to a meeting sign: a line for each household on the agenda, and for the others. */
export async function makeAttendanceSheet(
  db: Db,
  { meetingId, acting }: { readonly meetingId: string; readonly acting: Acting },
): Made {
  const meeting = await findMeeting(db, meetingId);
  if (meeting === undefined) return refuse('shared.not-found');
  const households = (await agendaCases(db, meeting, await listVotes(db, meeting))).length;
  const villageOf = await villageNamesOn(db, [meeting.villageId], meeting.heldOn);
  const made = await makeDocument(
    db,
    {
      kind: 'attendanceSheet',
      unitId: meeting.originCommuneId,
      aboutUnitId: meeting.villageId,
      day: meeting.heldOn,
      data: {
        ...whereAndWhen(meeting, villageOf(meeting.villageId)),
        groups: ATTENDEE_KINDS.map((kind) => ({
          group: ATTENDEE_WORDS[kind],
          lines: Math.max(
            meeting.attendance[kind] ?? 0,
            kind === 'reviewedHouseholds' ? households : LINES[kind],
          ),
        })),
      },
      signatory: null,
      subjects: [
        { kind: 'meeting', id: meeting.id },
        { kind: 'round', id: meeting.roundId },
        { kind: 'village', id: String(meeting.villageId) },
      ],
      origin: acting.origin ?? null,
    },
    paperMaker(acting),
  );
  return made.ok ? ok({ id: made.value.id, meeting }) : made;
}
