import type { ReviewOfHousehold } from '@benvung/contract/household';
import { type ColumnKey, columnLabel } from '@benvung/domain/exchange/exchange-columns';
import {
  areaWords,
  causeWords,
  relationWords,
  sexWords,
  wishWords,
  yesNoWords,
} from '@benvung/domain/exchange/exchange-words';
import {
  allowanceWords,
  attendanceWords,
  educationWords,
  labourWords,
  maritalWords,
  toiletWords,
  waterWords,
} from '@benvung/domain/exchange/member-words';
import type { HouseholdFacts, MemberFacts } from '@benvung/domain/household/household-facts';

type Section = ReviewOfHousehold['answers'][number];
type Item = Section['items'][number];

const yesNo = (value: boolean | null) => (value === null ? null : yesNoWords.label(value ? 'yes' : 'no'));
const word = <Code extends string>(words: { label(code: Code): string }, code: Code | null) =>
  code === null ? null : words.label(code);
const item = (key: ColumnKey, value: string | number | null): Item => ({
  key,
  label: columnLabel(key),
  value: value === null ? null : String(value),
  closed: false,
});
/** A sensitive answer is only said to be there; it is opened by a disclosure. */
const closedItem = (key: ColumnKey, isKnown: boolean): Item => ({
  key,
  label: columnLabel(key),
  value: null,
  closed: isKnown,
});

/** The answers of a review in the order of the questionnaire; sensitive ones closed. */
export function answerSections(facts: HouseholdFacts): Section[] {
  const { dwelling } = facts;
  return [
    {
      section: 'Hộ',
      items: [
        item('areaType', areaWords.label(facts.areaType)),
        item('surveyDay', facts.surveyDay),
        item('persons', facts.members.length),
        item('farmHousehold', yesNo(facts.farmHousehold)),
        item('monthlyIncomePerPerson', facts.monthlyIncomePerPerson),
        item('causes', facts.causes.map((cause) => causeWords.label(cause)).join('; ') || null),
        item('wishes', facts.wishes.map((wish) => wishWords.label(wish)).join('; ') || null),
      ],
    },
    {
      section: 'Nhà ở, nước, vệ sinh, thông tin',
      items: [
        item('durableWall', yesNo(dwelling.durableWall)),
        item('durablePillar', yesNo(dwelling.durablePillar)),
        item('durableRoof', yesNo(dwelling.durableRoof)),
        item('areaSquareMetres', dwelling.areaSquareMetres),
        item('water', word(waterWords, dwelling.water)),
        item('toilet', word(toiletWords, dwelling.toilet)),
        item('usesInternet', yesNo(dwelling.usesInternet)),
        item('usesPhoneSubscription', yesNo(dwelling.usesPhoneSubscription)),
        item('ownsInformationDevice', yesNo(dwelling.ownsInformationDevice)),
        item('hearsLoudspeaker', yesNo(dwelling.hearsLoudspeaker)),
      ],
    },
    ...facts.members.map((member) => ({ section: member.fullName, items: memberItems(member) })),
  ];
}

function memberItems(member: MemberFacts): Item[] {
  return [
    item('relation', relationWords.label(member.relation)),
    item('sex', word(sexWords, member.sex)),
    item('birthDate', member.birthDate === null ? null : member.birthDate.slice(0, 4)),
    item('maritalStatus', word(maritalWords, member.maritalStatus)),
    item('educationFinished', word(educationWords, member.educationFinished)),
    item('attending', word(attendanceWords, member.attending)),
    item('vocationalCertificate', yesNo(member.vocationalCertificate)),
    item('labourStatus', word(labourWords, member.labourStatus)),
    item('healthInsurance', yesNo(member.healthInsurance)),
    item('monthlyAllowance', allowanceText(member.monthlyAllowance)),
    closedItem('ethnicity', member.ethnicity !== null),
    closedItem('identityNumber', member.identityNumber !== null),
    closedItem('nutrition', member.nutrition !== null),
    closedItem('disabilityForm', member.disabilityForm !== null),
    closedItem('untreatedIllness', member.untreatedIllness !== null),
  ];
}

const allowanceText = (kind: string | null): string | null => {
  const known = kind === null ? undefined : allowanceWords.find(kind);
  return known === undefined ? kind : allowanceWords.label(known);
};
