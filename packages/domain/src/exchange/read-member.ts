import type { MemberFacts, Relation, Sex } from '../household/household-facts.ts';
import { checkIdentityNumber, plainIdentityNumber } from '../household/identity-number.ts';
import { ageOn, yearOf } from '../shared/day.ts';
import type { SourceRow } from './column-map.ts';
import { relationWords, sexWords, yesNoWords } from './exchange-words.ts';
import {
  allowanceWords,
  attendanceWords,
  disabilityDegreeWords,
  disabilityFormWords,
  educationWords,
  labourWords,
  maritalWords,
  nutritionWords,
} from './member-words.ts';
import { readBirthDate } from './read-cell.ts';
import type { RowReader } from './row-reader.ts';

export interface MemberContext {
  readonly read: RowReader;
  newId(): string;
  findEthnicity(text: string): string | undefined;
  /** Ages are compared, and births in the future refused, on this day. */
  readonly referenceDay: string;
  /** One row a household: the only member told of is its head. */
  readonly headOnly: boolean;
}

/** One member from one row; `null` when the row names nobody. */
export function readMember(context: MemberContext, row: SourceRow): MemberFacts | null {
  const { read } = context;
  const nameColumn = context.headOnly && !read.has('fullName') ? 'headName' : 'fullName';
  const fullName = read.name(row, nameColumn);
  if (fullName === null) {
    read.report('error', row, nameColumn, { code: 'exchange.value-missing' });
    return null;
  }
  const birth = readBirth(context, row);
  const sex = read.choice(row, 'sex', sexWords) ?? birth.sex;
  const identityNumber = readIdentityNumber(context, row, sex, birth.date);
  return {
    personId: context.newId(),
    fullName,
    relation: context.headOnly ? 'head' : readRelation(read, row),
    sex,
    birthDate: birth.date,
    ethnicity: readEthnicity(context, row),
    identityNumber,
    maritalStatus: read.choice(row, 'maritalStatus', maritalWords),
    educationFinished: read.choice(row, 'educationFinished', educationWords),
    attending: read.choice(row, 'attending', attendanceWords),
    vocationalCertificate: read.yesNo(row, 'vocationalCertificate'),
    labourStatus: read.choice(row, 'labourStatus', labourWords),
    healthInsurance: read.yesNo(row, 'healthInsurance'),
    insuranceGroup: read.text(row, 'insuranceGroup', 200),
    nutrition: read.choice(row, 'nutrition', nutritionWords),
    disabilityForm: read.choice(row, 'disabilityForm', disabilityFormWords),
    disabilityDegree: read.choice(row, 'disabilityDegree', disabilityDegreeWords),
    meritGroup: readMeritGroup(read, row),
    monthlyAllowance: readAllowance(read, row),
    untreatedIllness: read.yesNo(row, 'untreatedIllness'),
  };
}

function readAllowance(read: RowReader, row: SourceRow): string | null {
  const text = read.text(row, 'monthlyAllowance', 200);
  return text === null ? null : (allowanceWords.find(text) ?? text);
}

/** "Không" in this column says that there is none, which is what a blank says of it too. */
function readMeritGroup(read: RowReader, row: SourceRow): string | null {
  const text = read.text(row, 'meritGroup', 200);
  return text === null || yesNoWords.find(text) === 'no' ? null : text;
}

/** A relation nobody knows is kept as "khác", and said so: the word itself stays in the file. */
function readRelation(read: RowReader, row: SourceRow): Relation {
  const text = read.raw(row, 'relation');
  if (text === '') {
    if (read.has('relation')) read.report('warning', row, 'relation', { code: 'exchange.relation-unknown' });
    return 'other';
  }
  const relation = relationWords.find(text);
  if (relation === undefined) read.report('warning', row, 'relation', { code: 'exchange.relation-unknown' });
  return relation ?? 'other';
}

function readEthnicity(context: MemberContext, row: SourceRow): string | null {
  const text = context.read.raw(row, 'ethnicity');
  if (text === '') return null;
  const code = context.findEthnicity(text);
  if (code === undefined)
    context.read.report('error', row, 'ethnicity', { code: 'exchange.ethnicity-unknown' });
  return code ?? null;
}

interface Birth {
  readonly date: string | null;
  /** Official lists print the year in a column for men or one for women. */
  readonly sex: Sex | null;
}

function readBirth({ read, referenceDay }: MemberContext, row: SourceRow): Birth {
  const birth = readBirthCell(read, row);
  if (birth.date === null) return birth;
  if (birth.date > referenceDay.slice(0, birth.date.length)) {
    read.report('error', row, 'birthDate', { code: 'exchange.day-in-future', detail: { day: referenceDay } });
    return birth;
  }
  const age = read.whole(row, 'age', 150);
  if (age !== null) {
    const youngest = ageOn(birth.date.length === 4 ? `${birth.date}-12-31` : birth.date, referenceDay);
    const oldest = yearOf(referenceDay) - Number(birth.date.slice(0, 4));
    if (age < youngest - 1 || age > oldest + 1)
      read.report('warning', row, 'age', {
        code: 'exchange.age-differs',
        detail: { birth: birth.date, oldest },
      });
  }
  return birth;
}

function readBirthCell(read: RowReader, row: SourceRow): Birth {
  if (read.raw(row, 'birthDate') !== '') return { date: read.birthDate(row, 'birthDate'), sex: null };
  const male = read.raw(row, 'birthYearMale');
  const female = read.raw(row, 'birthYearFemale');
  if (male !== '' && female !== '') {
    read.report('error', row, 'birthYearFemale', { code: 'exchange.birth-in-two-columns' });
    return { date: null, sex: null };
  }
  const key = male !== '' ? 'birthYearMale' : 'birthYearFemale';
  if (read.raw(row, key) === '') return { date: null, sex: null };
  const isTick = 'problem' in readBirthDate(read.raw(row, key)) && read.raw(row, key).toLowerCase() === 'x';
  return {
    date: isTick ? null : read.birthDate(row, key),
    sex: key === 'birthYearMale' ? 'male' : 'female',
  };
}

/** Numbers are kept as they are typed; what contradicts the person is a warning, never a refusal. */
function readIdentityNumber(
  { read, referenceDay }: MemberContext,
  row: SourceRow,
  sex: Sex | null,
  birthDate: string | null,
): string | null {
  const text = read.raw(row, 'identityNumber');
  if (text === '') return null;
  const number = plainIdentityNumber(text);
  for (const doubt of checkIdentityNumber(number, { sex, birthDate, today: referenceDay }))
    read.report('warning', row, 'identityNumber', {
      code: 'exchange.identity-suspect',
      detail: { value: maskIdentityNumber(number), doubt: doubt.code },
    });
  return number;
}

/** Messages travel; the number itself stays closed: `020185…`. */
export const maskIdentityNumber = (number: string): string =>
  number.length > 6 ? `${number.slice(0, 6)}…` : number;
