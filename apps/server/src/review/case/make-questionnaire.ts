import type { QuestionnaireData } from '@benvung/domain/document/document-data';
import { sensitiveFieldOf } from '@benvung/domain/household/sensitive-fields';
import { ok, refuse } from '@benvung/domain/shared/result';
import { writeAnswer } from '@benvung/domain/standard/questionnaire/answer-text';
import type { CompiledQuestionnaire } from '@benvung/domain/standard/questionnaire/compile-questionnaire';
import type {
  Answers,
  HouseholdAnswers,
  Question,
} from '@benvung/domain/standard/questionnaire/questionnaire';
import { nameInSentence } from '@benvung/domain/territory/unit-type';
import { makeDocument } from '../../document/document.public.ts';
import type { Acted } from '../../household/household.public.ts';
import { findHousehold } from '../../household/household.public.ts';
import type { Db } from '../../platform/database/database.ts';
import { listLastKnownUnits, listLineage } from '../../territory/territory.public.ts';
import { listAnswers } from '../entry/entry.store.ts';
import { questionnaireOf } from '../entry/entry-round.ts';
import { listVisitors } from '../entry/visitor.store.ts';
import { findAccountName } from '../grievance/grievance.store.ts';
import { classWord, headWord, paperMaker } from '../paper-ground.ts';
import { findInterview } from '../quality/interview.store.ts';
import { findRecord } from '../review-record.store.ts';
import { findRoundById, type ReviewRound } from '../review-round.store.ts';
import { findCase } from './case.store.ts';
import type { Acting } from './take-case-steps.ts';

type Interview = Awaited<ReturnType<typeof findInterview>>;

/** Closed answers are written on the paper by hand, by who gave them: a stored file never tells them. */
const BY_HAND = '………………';
const NOTE_BY_HAND =
  'Dân tộc, sức khỏe và khuyết tật được giữ kín: người cung cấp thông tin tự ghi vào chỗ chấm trên bản giấy.';
const NOTE_TOTALS = 'Chỉ có tổng điểm, ghi theo phiếu giấy đã ký; các câu trả lời ở phiếu giấy.';
const NOTE_UNVERIFIED = 'Thang điểm chưa kiểm chứng: kết quả tạm tính, chưa dùng để công nhận.';
const ROSTER_FACTS = ['fullName', 'relation', 'sex', 'birthDate', 'ethnicity'];

/** The questionnaire of a household as it was answered, as a paper for its signature and the file. */
export async function makeQuestionnairePaper(
  db: Db,
  { caseId, acting }: { readonly caseId: string; readonly acting: Acting },
): Acted<{ id: string; year: number; scopePath: string }> {
  const one = await findCase(db, caseId);
  const round = one === undefined ? undefined : await findRoundById(db, one.roundId);
  if (one === undefined || round === undefined) return refuse('shared.not-found');
  const { householdId, originCommuneId, villageId } = one;
  const { standardId } = round;
  const found = one.standing.class;
  if (found === null) return refuse('review.case-undetermined');
  const record = await findRecord(db, { roundId: round.id, householdId, standardId });
  const stored = (await listAnswers(db, round.id, [householdId])).get(householdId);
  const asked =
    stored?.answers == null ? null : questionnaireOf(round, stored.questionnaireHash ?? undefined);
  if (asked !== null && !asked.ok) return asked;
  const interview = await findInterview(db, { originCommuneId, householdId, year: round.year });
  const household = await findHousehold(db, householdId);
  const village = (await listLastKnownUnits(db, [villageId], acting.today)).get(villageId);
  const lineage = village === undefined ? [] : await listLineage(db, village, acting.today);
  const answers = stored?.answers ?? null;
  const made = await makeDocument(
    db,
    {
      kind: 'questionnaire',
      unitId: round.communeId,
      ...(village?.validTo === null ? { aboutUnitId: villageId } : {}),
      day: acting.today,
      data: {
        year: round.year,
        head: headWord(one.headName),
        address: lineage
          .filter(({ level }) => level !== 'nation')
          .map(({ level, name }) => (level === 'village' ? name : nameInSentence(name)))
          .reverse()
          .join(', '),
        ...(household?.listCode == null ? {} : { code: household.listCode }),
        enumerator: await enumeratorOf(db, { round, householdId, interview }),
        day: interview?.startedAt?.slice(0, 10) ?? interview?.recordedOn ?? null,
        ...(asked === null || answers === null
          ? { roster: [], sections: [] }
          : answered(asked.value, answers)),
        incomeScore: record?.incomeScore ?? null,
        deprivationScore: record?.deprivationScore ?? null,
        result: classWord(found),
        notes: [
          answers === null ? NOTE_TOTALS : NOTE_BY_HAND,
          ...(one.standing.verified ? [] : [NOTE_UNVERIFIED]),
        ],
      },
      signatory: null,
      origin: acting.origin ?? null,
      subjects: [
        { kind: 'case', id: caseId },
        { kind: 'household', id: householdId },
        { kind: 'round', id: round.id },
      ],
    },
    paperMaker(acting),
  );
  if (!made.ok) return made;
  return ok({ id: made.value.id, year: round.year, scopePath: one.scopePath });
}

/** Who was at the house: by name, as the person of an account, or as the case tells it. */
async function enumeratorOf(
  db: Db,
  { round, householdId, interview }: { round: ReviewRound; householdId: string; interview: Interview },
): Promise<string | null> {
  if (interview?.enumerator != null) return interview.enumerator;
  const account = interview?.enumeratorAccount ?? null;
  if (account !== null) return (await findAccountName(db, account)) ?? null;
  return (
    (await listVisitors(db, { roundId: round.id, householdIds: [householdId] })).get(householdId) ?? null
  );
}

const factOf = ({ fact }: Question): string => fact?.split('.').at(-1) ?? '';

/** What may be printed of an answer: closed fields, and an illness among the causes, are left to be written by hand. */
function printed(question: Question, value: Answers[string]): string {
  const fact = factOf(question);
  if (question.fact?.startsWith('member.') === true && sensitiveFieldOf(fact as never) !== undefined)
    return BY_HAND;
  if (Array.isArray(value) && value.includes('illness')) {
    const open = value.filter((each) => each !== 'illness');
    const { words } = writeAnswer(question, open, 'vi');
    return words === '' ? BY_HAND : `${words}, ${BY_HAND}`;
  }
  const { words } = writeAnswer(question, value, 'vi');
  return question.unit === null || typeof value !== 'number' ? words : `${words} ${question.unit.vi}`;
}

function answered(
  { questionnaire, memberQuestions }: CompiledQuestionnaire,
  { household, members }: HouseholdAnswers,
): Pick<QuestionnaireData, 'roster' | 'sections'> {
  const codeOf = new Map(memberQuestions.map((question) => [factOf(question), question]));
  const cell = (own: Answers, fact: string): string => {
    const question = codeOf.get(fact);
    return question === undefined ? '' : printed(question, own[question.code]);
  };
  const rows = (questions: readonly Question[], own: Answers) =>
    questions
      .filter(({ code }) => own[code] !== undefined)
      .map((question) => ({
        number: question.number,
        question: question.label.vi,
        answer: printed(question, own[question.code]),
      }));
  const rest = memberQuestions.filter((question) => !ROSTER_FACTS.includes(factOf(question)));
  const ofMembers = members.map(({ answers }, at) => ({
    title: `Thành viên ${at + 1}: ${cell(answers, 'fullName')}`,
    rows: rows(rest, answers),
  }));
  const ofHousehold = questionnaire.sections
    .filter(({ level }) => level === 'household')
    .map(({ title, questions }) => ({ title: title.vi, rows: rows(questions, household) }));
  return {
    roster: members.map(({ answers }) => ({
      name: cell(answers, 'fullName'),
      relation: cell(answers, 'relation'),
      sex: cell(answers, 'sex'),
      birth: cell(answers, 'birthDate'),
      ethnicGroup: BY_HAND,
    })),
    sections: [...ofMembers, ...ofHousehold].filter((section) => section.rows.length > 0),
  };
}
