import type { ReviewOfHousehold } from '@benvung/contract/household';
import {
  CAUSE_LABELS,
  DWELLING_QUESTIONS,
  MEMBER_QUESTIONS,
  RELATION_LABELS,
  TOILET_LABELS,
  WATER_LABELS,
  WISH_LABELS,
  YES_NO,
} from '@benvung/domain/household/fact-labels';
import type { DwellingFacts, HouseholdFacts, MemberFacts } from '@benvung/domain/household/household-facts';
import { sensitiveFieldOf } from '@benvung/domain/household/sensitive-fields';
import { groupThousands, startUpper } from '@benvung/domain/shared/phrase';
import type { Language, Text } from '@benvung/domain/shared/text';
import { AREA_LABELS } from '@benvung/domain/standard/class-labels';
import type { ReviewEvidence } from '@benvung/domain/standard/review-evidence';
import { shownFact } from './shown-fact.ts';

type Section = ReviewOfHousehold['answers'][number];
type Item = Section['items'][number];
type Value = string | number | boolean | null;

interface Frozen {
  readonly facts: HouseholdFacts | null;
  readonly evidence: ReviewEvidence;
}

/** The answers of a review in the order of the questionnaire; what is sensitive stays closed. */
export function answerSections({ facts, evidence }: Frozen, language: Language): Section[] {
  const say = sayIn(language);
  const sections = [{ section: say(SECTIONS.form), items: formItems(evidence, say) }];
  if (facts !== null) {
    sections.push({ section: say(SECTIONS.household), items: householdItems(facts, say, language) });
    for (const member of facts.members)
      sections.push({ section: sectionOfMember(member, say), items: memberItems(member, say, language) });
    for (const { title, keys } of DWELLING_SECTIONS)
      sections.push({ section: say(title), items: dwellingItems(facts.dwelling, keys, say) });
    sections.push({ section: say(SECTIONS.needs), items: needItems(facts, say) });
  }
  return sections.filter(({ items }) => items.length > 0);
}

type Say = (text: Text) => string;
const sayIn =
  (language: Language): Say =>
  (text) =>
    text[language];

const SECTIONS = {
  form: { vi: 'Phiếu', en: 'Form' },
  household: { vi: 'Hộ', en: 'Household' },
  needs: { vi: 'Nguyên nhân, nguyện vọng', en: 'Causes and wishes' },
} as const;

const DWELLING_SECTIONS: readonly { title: Text; keys: readonly (keyof DwellingFacts)[] }[] = [
  {
    title: { vi: 'Nhà ở', en: 'Housing' },
    keys: ['durableWall', 'durablePillar', 'durableRoof', 'areaSquareMetres'],
  },
  { title: { vi: 'Nước sinh hoạt, vệ sinh', en: 'Water and sanitation' }, keys: ['water', 'toilet'] },
  {
    title: { vi: 'Thông tin', en: 'Information' },
    keys: ['usesInternet', 'usesPhoneSubscription', 'ownsInformationDevice', 'hearsLoudspeaker'],
  },
];

const FORM_QUESTIONS = {
  incomeScore: { vi: 'Điểm A trên phiếu đã ký', en: 'Score A of the signed form' },
  deprivationScore: { vi: 'Điểm B trên phiếu đã ký', en: 'Score B of the signed form' },
  deprivations: { vi: 'Chỉ số thiếu hụt đánh dấu trên phiếu', en: 'Indicators ticked on the form' },
  quickScreen: { vi: 'Phiếu nhận dạng nhanh', en: 'Quick screen' },
  score: { vi: 'Điểm A theo thang điểm', en: 'Score A by the scorecard' },
} as const;

function formItems(evidence: ReviewEvidence, say: Say): Item[] {
  const shown = (key: string, label: Text, value: Value): Item => ({
    key,
    label: say(label),
    value: value === null ? null : String(value),
    closed: false,
  });
  switch (evidence.kind) {
    case 'signedForm': {
      const ticked = evidence.deprivations;
      return [
        shown('form.incomeScore', FORM_QUESTIONS.incomeScore, evidence.incomeScore),
        shown('form.deprivationScore', FORM_QUESTIONS.deprivationScore, evidence.deprivationScore),
        ...(ticked === null
          ? []
          : [shown('form.deprivations', FORM_QUESTIONS.deprivations, tickedNumbers(ticked))]),
      ];
    }
    case 'quickScreen': {
      const outcome = {
        screenedOut: { vi: 'không phải chấm điểm', en: 'no scoring needed' },
        screenedIn: { vi: 'phải chấm điểm', en: 'scoring needed' },
      };
      return [shown('form.quickScreen', FORM_QUESTIONS.quickScreen, say(outcome[evidence.outcome]))];
    }
    case 'scored':
      return [shown('income.score', FORM_QUESTIONS.score, evidence.incomeScore)];
    default:
      return [];
  }
}

/** `0010-1` as "3, 6": the numbers of the indicators in the order of the law. */
const tickedNumbers = (pattern: string): string =>
  [...pattern].flatMap((letter, at) => (letter === '1' ? [at + 1] : [])).join(', ') || '0';

function householdItems(facts: HouseholdFacts, say: Say, language: Language): Item[] {
  const item = (key: string, label: Text, value: string | null): Item => ({
    key,
    label: say(label),
    value,
    closed: false,
  });
  const income = facts.monthlyIncomePerPerson;
  const [year, month, date] = facts.surveyDay.split('-');
  return [
    item('household.areaType', { vi: 'Khu vực', en: 'Area' }, say(AREA_LABELS[facts.areaType])),
    item('household.surveyDay', { vi: 'Ngày điều tra', en: 'Day of the survey' }, `${date}/${month}/${year}`),
    item(
      'household.farmHousehold',
      { vi: 'Hộ nông, lâm, ngư, diêm nghiệp', en: 'Farm, forestry, fishery or salt household' },
      yesNo(facts.farmHousehold, say),
    ),
    item(
      'income.monthlyIncomePerPerson',
      { vi: 'Thu nhập một người một tháng (đồng)', en: 'Income a person a month (đồng)' },
      income === null ? null : groupThousands(income, language),
    ),
  ];
}

const yesNo = (value: boolean | null, say: Say): string | null =>
  value === null ? null : say(value ? YES_NO.yes : YES_NO.no);

const sectionOfMember = ({ fullName, relation }: MemberFacts, say: Say): string =>
  `${fullName} (${say(RELATION_LABELS[relation])})`;

const ASKED = (Object.keys(MEMBER_QUESTIONS) as (keyof typeof MEMBER_QUESTIONS)[]).filter(
  (key) => key !== 'relation',
);

const yearOf = (birthDate: Value): Value => (birthDate === null ? null : String(birthDate).slice(0, 4));

function memberItems(member: MemberFacts, say: Say, language: Language): Item[] {
  return ASKED.map((key) => {
    const value = member[key];
    const closed = value !== null && sensitiveFieldOf(key) !== undefined;
    return {
      key: `member.${member.personId}.${key}`,
      label: say(MEMBER_QUESTIONS[key]),
      value: closed ? null : shownFact(key, key === 'birthDate' ? yearOf(value) : value, language),
      closed,
    };
  });
}

function dwellingItems(dwelling: DwellingFacts, keys: readonly (keyof DwellingFacts)[], say: Say): Item[] {
  return keys.map((key) => ({
    key: `dwelling.${key}`,
    label: say(DWELLING_QUESTIONS[key]),
    value: shownOfDwelling(key, dwelling, say),
    closed: false,
  }));
}

function shownOfDwelling(key: keyof DwellingFacts, dwelling: DwellingFacts, say: Say): string | null {
  const value = dwelling[key];
  if (value === null || typeof value === 'boolean') return yesNo(value, say);
  if (key === 'water' && dwelling.water !== null) return say(WATER_LABELS[dwelling.water]);
  if (key === 'toilet' && dwelling.toilet !== null) return say(TOILET_LABELS[dwelling.toilet]);
  return String(value);
}

/** Illness as a cause is health: it is always closed, so that its being there is not told by its being hidden. */
function needItems({ causes, wishes }: HouseholdFacts, say: Say): Item[] {
  const others = causes.filter((cause) => cause !== 'illness');
  return [
    {
      key: 'household.causes',
      label: say({ vi: 'Nguyên nhân nghèo', en: 'Causes of poverty' }),
      value: listed(others.map((cause) => say(CAUSE_LABELS[cause]))),
      closed: false,
    },
    {
      key: 'household.causes.illness',
      label: startUpper(say(CAUSE_LABELS.illness)),
      value: null,
      closed: true,
    },
    {
      key: 'household.wishes',
      label: say({ vi: 'Nguyện vọng hỗ trợ', en: 'Support wished for' }),
      value: listed(wishes.map((wish) => say(WISH_LABELS[wish]))),
      closed: false,
    },
  ];
}

const listed = (words: readonly string[]): string | null => (words.length === 0 ? null : words.join('; '));
