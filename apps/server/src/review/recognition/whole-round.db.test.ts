import { sampleClosing, sampleOpening } from '@benvung/domain/review/review-record.sample';
import { sql } from 'kysely';
import { beforeEach, expect, test } from 'vitest';
import { findDocument } from '../../document/document.store.ts';
import { keepIncoming } from '../../document/keep-incoming.ts';
import { numberDocument } from '../../document/number-document.ts';
import { readNumbering } from '../../document/read-numbering.ts';
import type { DatabaseHandle } from '../../platform/database/database.ts';
import { describeOnEachDatabase } from '../../platform/testing/test-database.ts';
import { findUnitOn } from '../../territory/territory.public.ts';
import { beginProcedure } from '../case/begin-procedure.ts';
import { lockCasesOfHouseholds } from '../case/case.store.ts';
import { caseGroundOf, takeCaseSteps } from '../case/take-case-steps.ts';
import { closeRound } from '../close-round.ts';
import { readDeadlines } from '../deadline/read-deadlines.ts';
import {
  closeMeeting,
  planMeeting,
  recordAttendance,
  recordVote,
  reopenMeeting,
} from '../meeting/hold-meeting.ts';
import { readMeeting } from '../meeting/read-meeting.ts';
import { putReviewRecords } from '../put-review-records.ts';
import {
  testActing as on,
  openTestRounds,
  testHouseholdId,
  testPaperData,
  testPaperIds,
  testPapersOf,
  testRecord,
  valueOfResult as value,
  writeTestBases,
  writeTestHousehold,
  writeTestTerritory,
} from '../review.test-support.ts';
import { listRecordsOfCommunes } from '../review-record.store.ts';
import { findRoundById, type ReviewRound } from '../review-round.store.ts';
import { listCertificatesOfHousehold, listRenewals } from './certificate.store.ts';
import { giveOpinion, recordOutsideOpinion } from './give-opinion.ts';
import { issueCertificates, reissueCertificate, revokeCertificate } from './issue-certificates.ts';
import { makeReportPaper } from './make-report.ts';
import { matchNumbers } from './match-numbers.ts';
import { readDecision, readRecognitionDesk } from './read-recognition.ts';
import { recogniseCases } from './recognise-cases.ts';
import { recallSubmission, submitCases } from './submit-cases.ts';

const id = testHouseholdId;
const signatory = { name: 'Hoàng Văn Đức', position: 'Phó Chủ tịch', authority: 'KT' } as const;
describeOnEachDatabase('a round by the procedure', (open) => {
  let handle: DatabaseHandle;
  let round: ReviewRound;

  /** Three scored households of village 71: one stays poor, one leaves, one is new and not poor; their meeting is planned. */
  beforeEach(async () => {
    handle = await open();
    await writeTestTerritory(handle.db);
    for (const number of [1, 2, 3]) await writeTestHousehold(handle.db, id(number), 71);
    round = (await openTestRounds(handle.db, 2024)).get(7)!;
    const at = { villageId: 71 };
    await putReviewRecords(
      handle.db,
      [
        testRecord(round, { householdId: id(1), opening: sampleOpening(at), closing: sampleClosing(at) }),
        testRecord(round, {
          householdId: id(2),
          opening: sampleOpening(at),
          closing: sampleClosing({ ...at, class: 'NOT_POOR' }),
        }),
        testRecord(round, {
          householdId: id(3),
          opening: null,
          arrivalReason: 'newEntry',
          closing: sampleClosing({ ...at, class: 'NOT_POOR' }),
          incomeScore: 190,
          deprivationScore: 10,
        }),
      ],
      { today: '2024-10-01' },
    );
    value(await beginProcedure(handle.db, round.id, on('2024-10-01')));
    round = (await findRoundById(handle.db, round.id))!;
  });

  const cases = () =>
    lockCasesOfHouseholds(handle.db, {
      originCommuneId: 7,
      roundIds: [round.id],
      householdIds: [id(1), id(2), id(3)],
    });
  const stateOf = async (number: number) =>
    (await cases()).find(({ householdId }) => householdId === id(number))!.standing.state;
  const papersOf = (kind: string, subject: string) => testPapersOf(handle.db, kind, subject);
  const paperNow = async (document: string | null) => {
    const { state, number, endReason } = (await findDocument(handle.db, document!))!;
    return { state, number, reason: endReason };
  };
  const paperData = (document: string | null) => testPaperData(handle.db, document);
  const plan = async () => {
    const village = (await findUnitOn(handle.db, 71, '2024-10-01'))!;
    return value(
      await planMeeting(handle.db, {
        roundId: round.id,
        village,
        heldOn: '2024-10-02',
        beginsAt: '19:00',
        place: 'Nhà văn hóa',
      }),
    );
  };

  /** Votes of each case by number, then the end. */
  const meet = async (agreed: Readonly<Record<number, number>>) => {
    const meeting = await plan();
    const acting = on('2024-10-02');
    const told = {
      heldOn: '2024-10-02',
      beginsAt: '19:00',
      place: 'Nhà văn hóa',
      chair: 'Ông Páo',
      secretary: 'Bà Mẩy',
    };
    const attendance = { reviewedHouseholds: 40, otherHouseholds: 16 };
    value(await recordAttendance(handle.db, { id: meeting.id, version: 1, ...told, attendance, acting }));
    for (const one of (await cases()).filter(({ standing }) => standing.state === 'scored')) {
      const number = Number(one.householdId.slice(-4));
      value(
        await recordVote(handle.db, {
          id: meeting.id,
          caseId: one.id,
          agreed: agreed[number] ?? 56,
          opinion: '',
          acting,
        }),
      );
    }
    return value(await closeMeeting(handle.db, { id: meeting.id, version: 2, notes: '', acting }));
  };
  const post = async (today: string) => {
    const ground = value(await caseGroundOf(handle.db, round, on(today)));
    const agreed = (await cases()).filter(({ standing }) => standing.state === 'agreed');
    value(
      await takeCaseSteps(
        ground,
        agreed.map((subject) => ({ subject, act: { act: 'post' } })),
      ),
    );
  };
  /** What the list of deadlines says of the commune on a day. */
  const due = async (today: string) => {
    const unit = (await findUnitOn(handle.db, 7, today))!;
    const { duties, late } = await readDeadlines(handle.db, { unit, page: 1, today, time: '09:00' });
    return [late, ...duties.map((one) => [one.kind, one.day, one.count, one.unit?.id, one.workingDaysLate])];
  };
  const submit = (today: string) =>
    submitCases(handle.db, { roundId: round.id, number: null, signatory, acting: on(today) });

  test('is held in a meeting: each household its own vote, below half it is surveyed again, all in one act', async () => {
    const meeting = await plan();
    const acting = on('2024-10-02');
    expect(await closeMeeting(handle.db, { id: meeting.id, version: 1, notes: '', acting })).toMatchObject({
      problem: { code: 'review.meeting-no-one' },
    });
    const view = value(await readMeeting(handle.db, { id: meeting.id, acting, language: 'vi' }));
    expect(view.agenda.map(({ class: of }) => of)).toEqual(['NOT_POOR', 'NOT_POOR', 'POOR']);
    expect(Object.keys(view.agenda[0]!)).not.toContain('ethnicity');
    const told = {
      heldOn: '2024-10-02',
      beginsAt: null,
      place: '',
      chair: 'a',
      secretary: 'b',
      attendance: { committee: 10 },
    };
    value(await recordAttendance(handle.db, { id: meeting.id, version: 1, ...told, acting }));
    const [first, second, third] = view.agenda;
    const vote = (caseId: string, agreed: number) =>
      recordVote(handle.db, { id: meeting.id, caseId, agreed, opinion: '', acting });
    expect(await vote(first!.caseId, 11)).toMatchObject({ problem: { code: 'review.case-vote-impossible' } });
    value(await vote(first!.caseId, 5));
    value(await vote(second!.caseId, 4));
    expect(await closeMeeting(handle.db, { id: meeting.id, version: 2, notes: '', acting })).toMatchObject({
      problem: { code: 'review.meeting-votes-missing', detail: { count: 1 } },
    });
    value(await vote(third!.caseId, 10));
    const rename = (name: string) =>
      sql`update review_case set head_name = ${name} where id = ${first!.caseId}::uuid`.execute(handle.db);
    await rename('x'.repeat(201));
    expect(await closeMeeting(handle.db, { id: meeting.id, version: 2, notes: '', acting })).toMatchObject({
      problem: { code: 'document.data-unfit' },
    });
    expect((await cases()).map(({ standing }) => standing.state)).toEqual(['scored', 'scored', 'scored']);
    expect(await papersOf('meeting', meeting.id)).toEqual([]);
    await rename('Hộ');
    expect(await closeMeeting(handle.db, { id: meeting.id, version: 2, notes: '', acting })).toMatchObject({
      value: { agreed: 2, rejected: 1 },
    });
    const reopened = await reopenMeeting(handle.db, {
      id: meeting.id,
      version: 3,
      reason: 'đếm nhầm',
      acting,
    });
    expect(reopened).toMatchObject({ value: { meeting: { state: 'planned', documentId: null } } });
    const [minutes] = await testPaperIds(handle.db, 'meeting', meeting.id);
    expect(await paperNow(minutes!)).toEqual({ state: 'withdrawn', number: null, reason: 'đếm nhầm' });
    expect((await cases()).map(({ standing }) => standing.state)).toEqual(['scored', 'scored', 'scored']);
  });

  test('goes upward when the posting is over, is answered only from above, and comes back in part', async () => {
    expect(await due('2024-10-02')).toEqual([0, ['toMeet', '2024-12-14', 3, 71, 0]]);
    const { meeting } = await meet({});
    expect([await papersOf('meeting', meeting.id), await papersOf('village', '71')]).toEqual([
      ['meetingMinutes'],
      ['meetingMinutes', 'reviewList'],
    ]);
    const minuted = (number: number) =>
      expect.objectContaining({ head: `Hộ 000${number}`, agree: 56, agreed: true });
    expect(await paperData(meeting.documentId)).toMatchObject({
      village: 'Thôn Một',
      startedAt: '2024-10-02T19:00',
      households: expect.arrayContaining([minuted(1), minuted(2), minuted(3)]),
    });
    await post('2024-10-03');
    expect(await due('2024-10-07')).toEqual([0, ['postingEnds', '2024-10-08', 3, 71, 0]]);
    expect(await due('2024-10-09')).toEqual([0, ['toSubmit', '2024-12-14', 3, 71, 0]]);
    expect(await submit('2024-10-07')).toMatchObject({
      problem: { code: 'review.case-posting-runs', detail: { until: '2024-10-08' } },
    });
    const { submission } = value(await submit('2024-10-09'));
    expect(await papersOf('submission', submission.id)).toEqual(['submission']);
    expect(await paperData(submission.documentId)).toMatchObject({
      addressee: 'Chủ tịch Ủy ban nhân dân huyện Đông',
      summary: [{ households: 3, persons: 12 }, { label: 'Hộ nghèo', households: 1 }, {}, {}, {}, {}],
      tables: [{ rows: [['', 'Tổng số', '3', '1', '0', '1', '0'], {}] }, {}, { rows: [{}, {}, {}] }],
    });
    expect(submission).toMatchObject({ dueOn: '2024-10-16', superior: 'Chủ tịch UBND huyện Đông' });
    value(
      await recallSubmission(handle.db, {
        id: submission.id,
        version: 1,
        reason: 'thiếu biểu',
        acting: on('2024-10-09'),
      }),
    );
    expect(await paperNow(submission.documentId)).toEqual({
      state: 'withdrawn',
      number: 1,
      reason: 'thiếu biểu',
    });
    const again = value(await submit('2024-10-09')).submission;
    expect(again.number).toBe('02/TTr-UBND');
    expect(await due('2024-10-18')).toEqual([1, ['opinion', '2024-10-16', 3, 7, 2]]);
    const [first] = await cases();
    const opinion = { id: again.id, version: 1, number: 5, signatory, opinion: '', acting: on('2024-10-10') };
    const returned = [{ caseId: first!.id, reason: 'thiếu chữ ký' }];
    expect(await giveOpinion(handle.db, { ...opinion, returned, areas: ['/1/46/461/7/'] })).toMatchObject({
      problem: { code: 'review.superior-only' },
    });
    const given = value(await giveOpinion(handle.db, { ...opinion, returned, areas: ['/1/46/461/'] }));
    expect(await papersOf('submission', again.id)).toEqual(['opinion', 'submission']);
    expect(await paperData(given.submission.opinionDocumentId)).toMatchObject({
      commune: 'xã Bảy',
      returned: [{ reason: 'thiếu chữ ký' }],
    });
    expect(await papersOf('round', round.id)).toEqual(expect.arrayContaining(['roundOpening', 'reviewList']));
    expect(await papersOf('case', first!.id)).toEqual(
      expect.arrayContaining(['reviewList', 'meetingMinutes', 'submission', 'opinion']),
    );
    expect((await cases()).map(({ standing }) => standing.state).sort()).toEqual([
      'cleared',
      'cleared',
      'returned',
    ]);
    expect(await due('2024-12-16')).toEqual([
      2,
      ['toRecognise', '2024-12-14', 2, 71, 1],
      ['toSurvey', '2024-12-14', 1, 71, 1],
    ]);
    expect(await giveOpinion(handle.db, { ...opinion, returned, areas: ['/1/46/461/'] })).toMatchObject({
      problem: { code: 'review.submission-answered' },
    });
    expect(given.submission).toMatchObject({
      opinionNumber: '05/UBND-GN',
      opinionSignatory: { position: 'Phó Chủ tịch' },
    });
    expect(await paperNow(given.submission.opinionDocumentId)).toMatchObject({
      state: 'numbered',
      number: 5,
    });
  });

  test('ends with a decision of four lists that makes its results official, and with certificates', async () => {
    await meet({});
    await post('2024-10-03');
    const { submission } = value(await submit('2024-10-09'));
    const paper = value(
      await keepIncoming(
        handle.db,
        {
          unitId: 7,
          reference: '412/UBND-LĐ',
          day: '2024-10-10',
          body: 'UBND huyện Đông',
          subject: 'Cho ý kiến',
          file: { name: 'scan.pdf', bytes: Buffer.from('%PDF-1.7\n') },
        },
        { accountId: null, actor: 'hoa', now: '2024-10-10T02:00:00Z', today: '2024-10-10', areas: null },
      ),
    );
    const opinion = {
      id: submission.id,
      version: 1,
      documentId: paper,
      opinion: '',
      returned: [],
      acting: on('2024-10-11'),
    };
    expect(
      await recordOutsideOpinion(handle.db, { ...opinion, documentId: submission.documentId! }),
    ).toMatchObject({ problem: { code: 'shared.not-found' } });
    expect(value(await recordOutsideOpinion(handle.db, opinion)).submission).toMatchObject({
      opinionNumber: '412/UBND-LĐ',
      opinionOn: '2024-10-10',
      opinionBy: 'UBND huyện Đông',
    });
    const unit = (await findUnitOn(handle.db, 7, '2024-10-11'))!;
    const desk = value(await readRecognitionDesk(handle.db, { unit, year: 2024, acting: on('2024-10-11') }));
    expect(desk.rounds[0]).toMatchObject({ cleared: 3, lists: { POOR: 1, POVERTY_EXIT: 1, REFUSED: 1 } });
    const decide = {
      roundId: round.id,
      number: 31,
      decidedOn: '2024-10-11',
      signatory,
      acting: on('2024-10-11'),
    };
    expect(await recogniseCases(handle.db, { ...decide, expected: 2 })).toMatchObject({
      problem: { code: 'review.case-changed' },
    });
    const { decision } = value(await recogniseCases(handle.db, { ...decide, expected: 3 }));
    expect(decision).toMatchObject({ number: '31/QĐ-UBND', signedBy: 'Hoàng Văn Đức', signatory });
    expect(await paperNow(decision.documentId)).toMatchObject({ state: 'numbered', number: 31 });
    const register = { unitId: 7, kind: 'recognition', day: '2024-12-01' } as const;
    expect(value(await readNumbering(handle.db, register))).toMatchObject({
      symbol: 'QĐ-UBND',
      next: 32,
      free: [{ from: 1, to: 30 }],
      signatories: [signatory],
    });
    // as it was before acts took their numbers from the register
    await sql`update review_decision set number = '214/QĐ-UBND' where id = ${decision.id}::uuid`.execute(
      handle.db,
    );
    await sql`update document set number = null, state = 'draft' where id = ${submission.documentId}::uuid`.execute(
      handle.db,
    );
    expect(await matchNumbers(handle.db, { actor: 'cli', now: '2024-10-11T03:00:00Z' })).toEqual([
      { act: 'submission', id: submission.id, told: '01/TTr-UBND', reference: '01/TTr-UBND' },
      { act: 'decision', id: decision.id, told: '214/QĐ-UBND', reference: '31/QĐ-UBND' },
    ]);
    const [, , third] = await cases();
    expect(await papersOf('decision', decision.id)).toEqual(['recognition', 'refusal']);
    expect(await paperData(decision.documentId)).toMatchObject({
      lists: {
        poor: [{ head: 'Hộ 0001', village: 'Thôn Một' }],
        nearPoor: [],
        exitedPoor: [{ head: 'Hộ 0002' }],
        exitedNearPoor: [],
      },
      opinion: { reference: '412/UBND-LĐ', day: '2024-10-10', body: 'UBND huyện Đông' },
      submission: { reference: '01/TTr-UBND' },
    });
    const report = value(await makeReportPaper(handle.db, { roundId: round.id, acting: on('2024-10-12') }));
    expect(await paperData(report.id)).toMatchObject({
      addressee: 'Chủ tịch Ủy ban nhân dân huyện Đông',
      tables: [{}, { rows: [['Tổng số', '3', '1', '2'], {}, {}] }],
    });
    expect(await papersOf('household', id(3))).toEqual(['refusal']);
    expect(await papersOf('case', third!.id)).toContain('refusal');
    expect([await stateOf(1), await stateOf(2), await stateOf(3)]).toEqual([
      'recognised',
      'exited',
      'refused',
    ]);
    const records = (await listRecordsOfCommunes(handle.db, 2024, [7])).filter(
      ({ standardId }) => standardId === round.standardId,
    );
    expect(records.map(({ stage, decisionNumber }) => [stage, decisionNumber])).toEqual(
      Array.from({ length: 3 }, () => ['recognised', '31/QĐ-UBND']),
    );
    const read = value(await readDecision(handle.db, { id: decision.id, today: '2024-10-11' }));
    expect(read.lines.find(({ list }) => list === 'REFUSED')?.reason).toContain('điểm A 190, điểm B 10');

    const issue = () =>
      issueCertificates(handle.db, {
        decisionId: decision.id,
        number: 417,
        signatory,
        acting: on('2024-10-12'),
      });
    expect(await issue()).toMatchObject({ value: { issued: 1, renewed: 0, ended: 0 } });
    expect(await issue()).toMatchObject({ value: { issued: 0, renewed: 0, ended: 0 } });
    const refused = (await testPaperIds(handle.db, 'household', id(3)))[0]!;
    const by = { accountId: null, actor: 'hoa', now: '2024-10-12T02:00:00Z' };
    expect(await numberDocument(handle.db, refused, by, 8)).toMatchObject({
      value: { reference: '08/TB-UBND' },
    });
    const [openingPaper] = await testPaperIds(handle.db, 'round', round.id, 'roundOpening');
    expect(await numberDocument(handle.db, openingPaper!, by, 31)).toMatchObject({
      problem: { code: 'document.number-taken', detail: { reference: '31/QĐ-UBND', next: 32 } },
    });
    expect(await numberDocument(handle.db, openingPaper!, by, 12)).toMatchObject({
      value: { reference: '12/QĐ-UBND' },
    });
    const [certificate] = await listCertificatesOfHousehold(handle.db, id(1));
    expect(certificate).toMatchObject({ number: '417/GCN-HN.HCN', class: 'POOR', state: 'valid' });
    expect(await papersOf('certificate', certificate!.id)).toEqual(['certificate']);
    expect(await papersOf('household', id(1))).toEqual(['certificate']);
    expect(await paperData(certificate!.documentId)).toMatchObject({
      householdClass: 'poor',
      residence: 'Thôn Một, xã Bảy, huyện Đông, tỉnh Thử',
      years: [{ year: 2024, result: 'Hộ nghèo', decision: 'QĐ số 31/QĐ-UBND ngày 11/10/2024' }],
    });
    expect(await paperNow(certificate!.documentId)).toMatchObject({ state: 'numbered', number: 417 });
    expect(await listRenewals(handle.db, certificate!)).toMatchObject([
      { year: 2024, decisionNumber: '31/QĐ-UBND' },
    ]);
    const lost = { id: certificate!.id, version: 1, reason: 'mất', acting: on('2024-11-01') };
    const reissued = value(await reissueCertificate(handle.db, lost));
    expect(reissued.number).toBe('418/GCN-HN.HCN');
    expect(await paperNow(certificate!.documentId)).toMatchObject({ state: 'replaced', reason: 'mất' });
    expect(await findDocument(handle.db, certificate!.documentId!)).toMatchObject({
      replacedBy: reissued.documentId,
    });
    value(await revokeCertificate(handle.db, { ...lost, id: reissued.id }));
    expect(await paperNow(reissued.documentId)).toMatchObject({ state: 'withdrawn', reason: 'mất' });
    expect((await listCertificatesOfHousehold(handle.db, id(1))).map(({ state }) => state)).toEqual([
      'revoked',
      'replaced',
    ]);

    await writeTestBases(handle.db, 2024);
    expect(await closeRound(handle.db, { roundId: round.id, today: '2024-12-10' })).toMatchObject({
      value: { status: 'CLOSED' },
    });
  });
});
