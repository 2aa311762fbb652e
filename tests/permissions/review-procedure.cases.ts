import { putMeeting, type StoredMeeting } from '../../apps/server/src/review/meeting/meeting.store.ts';
import { putCertificates } from '../../apps/server/src/review/recognition/certificate.store.ts';
import { insertDecision } from '../../apps/server/src/review/recognition/decision.store.ts';
import {
  putSubmission,
  putSubmittedCases,
  type StoredSubmission,
} from '../../apps/server/src/review/recognition/submission.store.ts';
import type { CrossAreaCases } from './cross-area-case.ts';
import { prepareIncoming } from './document.cases.ts';
import { PROCEDURE_ROUND, prepareProcedureRounds, prepareStandingCase } from './prepare-procedure.ts';
import type { World } from './world.ts';

const at = (end: string) => `00000000-0000-7000-8000-0000000000${end}`;
const [SCORED, POSTED, SENT, RECALLED, CLEARED, MEETING, ENDING, CLOSED] = [
  at('b1'),
  at('b2'),
  at('b3'),
  at('b4'),
  at('b5'),
  at('c1'),
  at('c2'),
  at('c3'),
];
const [ANSWERED, TAKEN_BACK, DECISION, CERTIFICATE, LOST, SPOILED] = [
  at('d1'),
  at('d2'),
  at('e1'),
  at('f1'),
  at('f2'),
  at('f3'),
];
const [SENT_ON_PAPER, ON_PAPER, INCOMING] = [at('b6'), at('d3'), at('a3')];
const poor = { class: 'POOR', verified: true } as const;

async function prepareMeeting(
  world: World,
  id: string = MEETING,
  changes: Partial<StoredMeeting> = {},
): Promise<void> {
  await prepareProcedureRounds(world);
  const { otherCommune, otherVillage } = world.places;
  await prepareStandingCase(world, SCORED, { ...poor, state: 'scored' });
  await putMeeting(world.database.db, {
    originCommuneId: otherCommune.id,
    id,
    roundId: PROCEDURE_ROUND.id,
    villageId: otherVillage.id,
    year: PROCEDURE_ROUND.year,
    state: 'planned',
    heldOn: '2024-10-15',
    beginsAt: null,
    place: null,
    chair: null,
    secretary: null,
    chairPosition: null,
    secretaryPosition: null,
    endedAt: null,
    attendance: { committee: 5 },
    present: 5,
    notes: null,
    documentId: null,
    version: 1,
    scopePath: otherVillage.path,
    ...changes,
  });
}

/** A meeting that can end: its only household has its vote. */
async function prepareEnding(world: World): Promise<void> {
  await prepareMeeting(world, ENDING);
  const { otherCommune, otherVillage } = world.places;
  await world.database.withSession((session) =>
    session.query(
      `insert into review_meeting_vote (origin_commune_id, meeting_id, case_id, position, class, agreed, present, scope_path)
       values ($1, $2, $3, 1, 'POOR', 5, 5, $4) on conflict do nothing`,
      [otherCommune.id, ENDING, SCORED, otherVillage.path],
    ),
  );
}

async function prepareSubmission(
  world: World,
  { id, caseId, scopePath }: { id: string; caseId: string; scopePath: string },
): Promise<void> {
  await prepareProcedureRounds(world);
  const { otherCommune } = world.places;
  const standing = { ...poor, state: 'submitted', last: { act: 'submit', from: 'posted' } } as const;
  await prepareStandingCase(world, caseId, standing, { submissionId: id });
  const submission: StoredSubmission = {
    originCommuneId: otherCommune.id,
    id,
    roundId: PROCEDURE_ROUND.id,
    year: PROCEDURE_ROUND.year,
    number: '12/TTr-UBND Hương Phú',
    submittedOn: '2024-10-10',
    submittedBy: 'nguoi.nha',
    dueOn: '2024-10-17',
    provisional: false,
    superior: 'Chủ tịch UBND huyện',
    content: { cases: 1, tables: [] },
    contentHash: '',
    state: 'submitted',
    opinion: null,
    opinionNumber: null,
    opinionBy: null,
    opinionOn: null,
    signatory: null,
    opinionSignatory: null,
    documentId: null,
    opinionDocumentId: null,
    version: 1,
    scopePath,
  };
  await putSubmission(world.database.db, submission);
  await putSubmittedCases(world.database.db, submission, [
    { caseId, class: 'POOR', answer: null, reason: null },
  ]);
}

const prepareRecalled = (world: World) =>
  prepareSubmission(world, { id: TAKEN_BACK, caseId: RECALLED, scopePath: world.places.otherCommune.path });
const prepareAnswered = (world: World) =>
  prepareSubmission(world, { id: ANSWERED, caseId: SENT, scopePath: world.places.otherCommune.path });
const prepareOnPaper = async (world: World): Promise<void> => {
  await prepareSubmission(world, {
    id: ON_PAPER,
    caseId: SENT_ON_PAPER,
    scopePath: world.places.otherCommune.path,
  });
  await prepareIncoming(world, INCOMING);
};
const SIGNATORY = { name: 'Ông Đức', position: 'Phó Chủ tịch', authority: 'KT' };

async function prepareDecision(world: World): Promise<void> {
  await prepareProcedureRounds(world);
  const { otherCommune } = world.places;
  await world.database.withSession((session) =>
    session.query('delete from review_decision where id = $1', [DECISION]),
  );
  await insertDecision(world.database.db, {
    originCommuneId: otherCommune.id,
    id: DECISION,
    roundId: PROCEDURE_ROUND.id,
    year: PROCEDURE_ROUND.year,
    number: '31/QĐ-UBND',
    decidedOn: '2024-10-15',
    signedBy: 'Ông Đức',
    signatory: null,
    recordedBy: 'nguoi.nha',
    counts: { POOR: 1, NEAR_POOR: 0, POVERTY_EXIT: 0, NEAR_POVERTY_EXIT: 0, REFUSED: 0 },
    contentHash: '',
    documentId: null,
    at: '2024-10-15T02:00:00Z',
    scopePath: otherCommune.path,
  });
}

async function prepareCertificates(world: World): Promise<void> {
  await prepareDecision(world);
  const { otherCommune, otherVillage } = world.places;
  await putCertificates(
    world.database.db,
    [CERTIFICATE, LOST, SPOILED].map((id, index) => ({
      originCommuneId: otherCommune.id,
      id,
      householdOrigin: otherCommune.id,
      householdId: CLEARED,
      caseId: CLEARED,
      decisionId: DECISION,
      year: PROCEDURE_ROUND.year,
      series: index + 901,
      number: `0${index + 901}/GCN-HN.HCN`,
      code: `4F7K92Q${index}`,
      class: 'POOR' as const,
      headName: 'Hồ Văn Giấy',
      state: 'valid' as const,
      issuedOn: '2024-10-15',
      issuedBy: 'nguoi.nha',
      endedOn: null,
      endedReason: null,
      endedBy: null,
      replacedBy: null,
      documentId: null,
      version: 1,
      scopePath: otherVillage.path,
    })),
  );
}

const command = ({ newId }: World, fields: object = {}) => ({ commandId: newId(), ...fields });
const unitAndYear = ({ places }: World) => `unit=${places.otherCommune.id}&year=${PROCEDURE_ROUND.year}`;
const kept = { refused: ['shared.not-found'] } as const;

export const reviewProcedureCases: CrossAreaCases = {
  'GET /api/rounds/:id/meetings': {
    prepare: prepareMeeting,
    request: () => ({ method: 'GET', url: `/api/rounds/${PROCEDURE_ROUND.id}/meetings` }),
    expected: kept,
  },
  'POST /api/rounds/:id/meetings': {
    prepare: async (world) => {
      await prepareProcedureRounds(world);
      await world.database.withSession((session) =>
        session.query("update review_meeting set state = 'cancelled' where state = 'planned'"),
      );
    },
    request: (world) => ({
      method: 'POST',
      url: `/api/rounds/${PROCEDURE_ROUND.id}/meetings`,
      payload: command(world, {
        villageId: world.places.otherVillage.id,
        heldOn: '2024-10-16',
        beginsAt: '19:00',
        place: 'Nhà văn hóa',
      }),
    }),
    expected: { refused: ['review.unit-not-found'] },
  },
  'GET /api/review-meetings/:id': {
    prepare: prepareMeeting,
    request: () => ({ method: 'GET', url: `/api/review-meetings/${MEETING}` }),
    expected: kept,
  },
  'PUT /api/review-meetings/:id/attendance': {
    prepare: prepareMeeting,
    request: (world) => ({
      method: 'PUT',
      url: `/api/review-meetings/${MEETING}/attendance`,
      payload: command(world, {
        version: 1,
        heldOn: '2024-10-15',
        beginsAt: null,
        place: '',
        chair: 'Ông Páo',
        secretary: 'Bà Mẩy',
        attendance: { committee: 5 },
      }),
    }),
    expected: kept,
  },
  'POST /api/review-meetings/:id/attendance-paper': {
    prepare: prepareMeeting,
    request: ({ newId }) => ({
      method: 'POST',
      url: `/api/review-meetings/${MEETING}/attendance-paper`,
      payload: { commandId: newId() },
    }),
    expected: { refused: ['shared.not-found'] },
  },
  'PUT /api/review-meetings/:id/votes/:caseId': {
    prepare: prepareMeeting,
    request: (world) => ({
      method: 'PUT',
      url: `/api/review-meetings/${MEETING}/votes/${SCORED}`,
      payload: command(world, { agreed: 5, opinion: '' }),
    }),
    expected: kept,
  },
  'POST /api/review-meetings/:id/close': {
    prepare: prepareEnding,
    request: (world) => ({
      method: 'POST',
      url: `/api/review-meetings/${ENDING}/close`,
      payload: command(world, { version: 1 }),
    }),
    expected: kept,
  },
  'POST /api/review-meetings/:id/reopen': {
    prepare: (world) => prepareMeeting(world, CLOSED, { state: 'closed' }),
    request: (world) => ({
      method: 'POST',
      url: `/api/review-meetings/${CLOSED}/reopen`,
      payload: command(world, { version: 1, reason: 'đếm nhầm' }),
    }),
    expected: kept,
  },
  'GET /api/recognition-desk': {
    prepare: prepareAnswered,
    request: (world) => ({ method: 'GET', url: `/api/recognition-desk?${unitAndYear(world)}` }),
    expected: { refused: ['review.unit-not-found'] },
  },
  'POST /api/rounds/:id/submissions': {
    prepare: async (world) => {
      await prepareProcedureRounds(world);
      await prepareStandingCase(world, POSTED, { ...poor, state: 'posted', postingEndsOn: '2024-10-10' });
    },
    request: (world) => ({
      method: 'POST',
      url: `/api/rounds/${PROCEDURE_ROUND.id}/submissions`,
      payload: command(world, { number: 13, signatory: SIGNATORY }),
    }),
    expected: kept,
  },
  'GET /api/review-submissions/:id': {
    prepare: prepareAnswered,
    request: () => ({ method: 'GET', url: `/api/review-submissions/${ANSWERED}` }),
    expected: kept,
  },
  'POST /api/review-submissions/:id/opinion': {
    prepare: prepareAnswered,
    request: (world) => ({
      method: 'POST',
      url: `/api/review-submissions/${ANSWERED}/opinion`,
      payload: command(world, {
        version: 1,
        number: null,
        signatory: SIGNATORY,
        opinion: '',
        returned: [],
      }),
    }),
    by: 'superior',
    expected: kept,
  },
  'POST /api/review-submissions/:id/outside-opinion': {
    prepare: prepareOnPaper,
    request: (world) => ({
      method: 'POST',
      url: `/api/review-submissions/${ON_PAPER}/outside-opinion`,
      payload: command(world, { version: 1, documentId: INCOMING, opinion: '', returned: [] }),
    }),
    expected: kept,
  },
  'POST /api/review-submissions/:id/recall': {
    prepare: prepareRecalled,
    request: (world) => ({
      method: 'POST',
      url: `/api/review-submissions/${TAKEN_BACK}/recall`,
      payload: command(world, { version: 1, reason: 'thiếu biểu' }),
    }),
    expected: kept,
  },
  'POST /api/rounds/:id/report-paper': {
    prepare: async (world) => {
      await prepareProcedureRounds(world);
      await prepareStandingCase(world, CLEARED, { ...poor, state: 'recognised' });
    },
    request: (world) => ({
      method: 'POST',
      url: `/api/rounds/${PROCEDURE_ROUND.id}/report-paper`,
      payload: command(world, {}),
    }),
    expected: { refused: ['shared.not-found'] },
  },
  'POST /api/rounds/:id/recognitions': {
    prepare: async (world) => {
      await prepareProcedureRounds(world);
      await world.database.withSession((session) =>
        session.query("update review_case set state = 'gone' where state = 'cleared'"),
      );
      await prepareStandingCase(world, CLEARED, { ...poor, state: 'cleared' });
    },
    request: (world) => ({
      method: 'POST',
      url: `/api/rounds/${PROCEDURE_ROUND.id}/recognitions`,
      payload: command(world, {
        number: null,
        decidedOn: '2024-10-15',
        signatory: SIGNATORY,
        expected: 1,
      }),
    }),
    expected: kept,
  },
  'GET /api/review-decisions/:id': {
    prepare: prepareDecision,
    request: () => ({ method: 'GET', url: `/api/review-decisions/${DECISION}` }),
    expected: kept,
  },
  'POST /api/review-decisions/:id/certificates': {
    prepare: prepareDecision,
    request: (world) => ({
      method: 'POST',
      url: `/api/review-decisions/${DECISION}/certificates`,
      payload: command(world, { number: null, signatory: SIGNATORY }),
    }),
    expected: kept,
  },
  'GET /api/review-certificates': {
    prepare: prepareCertificates,
    request: (world) => ({ method: 'GET', url: `/api/review-certificates?${unitAndYear(world)}` }),
    expected: { refused: ['review.unit-not-found'] },
  },
  'GET /api/review-certificates/:id': {
    prepare: prepareCertificates,
    request: () => ({ method: 'GET', url: `/api/review-certificates/${CERTIFICATE}` }),
    expected: kept,
  },
  'POST /api/review-certificates/:id/revocation': {
    prepare: prepareCertificates,
    request: (world) => ({
      method: 'POST',
      url: `/api/review-certificates/${LOST}/revocation`,
      payload: command(world, { version: 1, reason: 'cấp nhầm' }),
    }),
    expected: kept,
  },
  'POST /api/review-certificates/:id/reissue': {
    prepare: prepareCertificates,
    request: (world) => ({
      method: 'POST',
      url: `/api/review-certificates/${SPOILED}/reissue`,
      payload: command(world, { version: 1, reason: 'rách' }),
    }),
    expected: kept,
  },
};
