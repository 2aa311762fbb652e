import type { MemberFacts } from '../household/household-facts.ts';
import { writtenDay } from '../shared/day.ts';
import { DEPRIVATION_LETTERS, type DeprivationState } from '../standard/household-class.ts';
import {
  type ColumnKey,
  columnLabel,
  deprivationHeader,
  EXCHANGE_COLUMNS,
  LOCAL_COLUMNS,
} from './exchange-columns.ts';
import * as words from './exchange-words.ts';
import type { ListedHousehold, ListedPlace, ListedPopulation, ListedRound } from './listed-household.ts';
import * as memberWords from './member-words.ts';

type Cell = string | number | null;
type Cells = Partial<Record<ColumnKey, Cell>>;

/** Columns that files are not written with: other spellings of what another column says. */
const READ_ONLY: ReadonlySet<ColumnKey> = new Set<ColumnKey>([
  'householdNumber',
  'lineNumber',
  'birthYearMale',
  'birthYearFemale',
  'provinceCode',
]);

/** Household facts of the official columns stand on every member's row, ours on the first alone. */
const ON_EVERY_ROW: ReadonlySet<ColumnKey> = new Set<ColumnKey>([
  'rowKind',
  'householdKey',
  'listCode',
  'headName',
  'class',
  'localClass',
  'decisionNumber',
  'decisionDay',
  'incomeScore',
  'deprivationScore',
  'minority',
  'noLabourCapacity',
  'merit',
  'causes',
  'address',
  'persons',
]);

const NUMBERS: ReadonlySet<ColumnKey> = new Set<ColumnKey>([
  'incomeScore',
  'deprivationScore',
  'persons',
  'year',
  'openingPersons',
  'children',
  'childrenDeprivedOfHealth',
  'childrenDeprivedOfEducation',
  'monthlyIncomePerPerson',
  'populationHouseholds',
  'populationPersons',
  'minorityHouseholds',
  'minorityPersons',
  'localMinorityHouseholds',
  'localMinorityPersons',
]);

export interface WrittenColumns {
  readonly headers: readonly string[];
  /** Columns whose cells are numbers, to be written as such where a format has numbers. */
  readonly isNumber: readonly boolean[];
  household(household: ListedHousehold, nameOfEthnicity: (code: string) => string): string[][];
  population(line: ListedPopulation): string[];
  round(round: ListedRound): string[];
}

/**
 * The columns of written files and how each kind of row fills them; reading them back gives the same. The official
 * columns hold the national class; `withLocal` adds those of a second, local one.
 */
export function writtenColumns(indicatorLabels: readonly string[], withLocal = false): WrittenColumns {
  const keys = EXCHANGE_COLUMNS.map((column) => column.key).filter(
    (key) => !READ_ONLY.has(key) && (withLocal || !LOCAL_COLUMNS.has(key)),
  );
  const row = (cells: Cells, pattern: string | null = null): string[] => [
    ...keys.map((key) => textOf(cells[key])),
    ...indicatorLabels.map((_label, index) => indicatorText(pattern?.charAt(index) ?? '')),
  ];
  return {
    isNumber: [...keys.map((key) => NUMBERS.has(key)), ...indicatorLabels.map(() => false)],
    headers: [...keys.map(columnLabel), ...indicatorLabels.map(deprivationHeader)],
    household: (household, nameOfEthnicity) => {
      const common = householdCells(household, nameOfEthnicity);
      const repeated = Object.fromEntries(
        Object.entries(common).filter(([key]) => ON_EVERY_ROW.has(key as ColumnKey)),
      );
      const { deprivations } = household.review;
      if (household.members.length === 0) return [row(common, deprivations)];
      return household.members.map((member, index) =>
        row(
          {
            ...(index === 0 ? common : { ...repeated, ...placeCells(household.place) }),
            ...memberCells(member, nameOfEthnicity),
          },
          index === 0 ? deprivations : null,
        ),
      );
    },
    population: (line) => row(populationCells(line)),
    round: (round) => row(roundCells(round)),
  };
}

const textOf = (cell: Cell | undefined): string => (cell === null || cell === undefined ? '' : String(cell));
const yesNo = (value: boolean | null): string =>
  value === null ? '' : words.yesNoWords.label(value ? 'yes' : 'no');
const label = <Code extends string>(vocabulary: { label(code: Code): string }, code: Code | null): string =>
  code === null ? '' : vocabulary.label(code);

const dayCell = (day: string | null): string => (day === null ? '' : writtenDay(day));

const STATE_OF_LETTER = new Map<string, DeprivationState>(
  Object.entries(DEPRIVATION_LETTERS).map(([state, letter]) => [letter, state as DeprivationState]),
);
const indicatorText = (letter: string): string => {
  const state = STATE_OF_LETTER.get(letter);
  return state === undefined ? '' : words.deprivationWords.label(state);
};

function placeCells(place: ListedPlace): Cells {
  return {
    province: place.province,
    district: place.district,
    districtCode: place.districtCode,
    commune: place.commune,
    communeCode: place.communeCode,
    village: place.village,
  };
}

function householdCells(household: ListedHousehold, nameOfEthnicity: (code: string) => string): Cells {
  const { review, facts } = household;
  return {
    rowKind: words.rowKindWords.label('household'),
    householdKey: household.householdKey,
    listCode: household.listCode,
    headName: household.headName,
    ...placeCells(household.place),
    address: household.address,
    note: household.note,
    phone: household.phone,
    registrationNumber: household.registrationNumber,
    persons: household.persons,
    ...reviewCells(review),
    ...(review.local === null ? {} : localCells(review.local)),
    headEthnicity: review.headEthnicity === null ? null : nameOfEthnicity(review.headEthnicity),
    areaType: label(words.areaWords, facts.areaType),
    surveyDay: dayCell(facts.surveyDay),
    causes: facts.causes.map((cause) => words.causeWords.label(cause)).join('; '),
    wishes: facts.wishes.map((wish) => words.wishWords.label(wish)).join('; '),
    monthlyIncomePerPerson: facts.monthlyIncomePerPerson,
    farmHousehold: yesNo(facts.farmHousehold),
    ...dwellingCells(facts.dwelling),
  };
}

function reviewCells(review: ListedHousehold['review']): Cells {
  const { flags } = review;
  return {
    year: review.year,
    standard: review.standardId,
    class: label(words.classWords, review.class),
    openingClass: label(words.classWords, review.openingClass),
    openingPersons: review.openingPersons,
    openingVillage: review.openingVillage,
    openingCommuneCode: review.openingCommuneCode,
    computedClass: label(words.classWords, review.computedClass),
    overrideReason: review.overrideReason,
    goneReason: label(words.goneWords, review.goneReason),
    arrivalReason: label(words.arrivalWords, review.arrivalReason),
    stage: label(words.stageWords, review.stage),
    incomeScore: review.incomeScore,
    deprivationScore: review.deprivationScore,
    evidence: review.evidence === null ? null : evidenceText(review.evidence),
    scorecard: review.scorecardId,
    verified: yesNo(review.verified),
    minority: yesNo(flags.minority),
    localMinority: yesNo(flags.localMinority),
    noLabourCapacity: yesNo(flags.noLabourCapacity),
    merit: yesNo(flags.merit),
    femaleHead: yesNo(flags.femaleHead),
    socialAssistance: yesNo(flags.socialAssistance),
    recentlyExited: yesNo(flags.recentlyExited),
    oncePoor: yesNo(review.oncePoor),
    onceNearPoor: yesNo(review.onceNearPoor),
    children: review.children,
    childrenDeprivedOfHealth: review.childrenDeprivedOfHealth,
    childrenDeprivedOfEducation: review.childrenDeprivedOfEducation,
    decisionNumber: review.decisionNumber,
    decisionDay: dayCell(review.decisionDay),
  };
}

function localCells(local: NonNullable<ListedHousehold['review']['local']>): Cells {
  return {
    localClass: label(words.classWords, local.class),
    localOpeningClass: label(words.classWords, local.openingClass),
    localArrivalReason: label(words.arrivalWords, local.arrivalReason),
    localStage: label(words.stageWords, local.stage),
    localComputedClass: label(words.classWords, local.computedClass),
    localOverrideReason: local.overrideReason,
    // Apart, so that no spreadsheet takes them for a number.
    localDeprivations: local.deprivations === null ? null : [...local.deprivations].join(' '),
    localVerified: yesNo(local.verified),
    localOncePoor: yesNo(local.oncePoor),
    localOnceNearPoor: yesNo(local.onceNearPoor),
  };
}

function dwellingCells(dwelling: ListedHousehold['facts']['dwelling']): Cells {
  return {
    durableWall: yesNo(dwelling.durableWall),
    durablePillar: yesNo(dwelling.durablePillar),
    durableRoof: yesNo(dwelling.durableRoof),
    areaSquareMetres:
      dwelling.areaSquareMetres === null ? null : String(dwelling.areaSquareMetres).replace('.', ','),
    water: label(memberWords.waterWords, dwelling.water),
    toilet: label(memberWords.toiletWords, dwelling.toilet),
    usesInternet: yesNo(dwelling.usesInternet),
    usesPhoneSubscription: yesNo(dwelling.usesPhoneSubscription),
    ownsInformationDevice: yesNo(dwelling.ownsInformationDevice),
    hearsLoudspeaker: yesNo(dwelling.hearsLoudspeaker),
  };
}

function memberCells(member: MemberFacts, nameOfEthnicity: (code: string) => string): Cells {
  return {
    fullName: member.fullName,
    relation: words.relationWords.label(member.relation),
    birthDate: dayCell(member.birthDate),
    sex: label(words.sexWords, member.sex),
    identityNumber: member.identityNumber,
    ethnicity: member.ethnicity === null ? null : nameOfEthnicity(member.ethnicity),
    maritalStatus: label(memberWords.maritalWords, member.maritalStatus),
    educationFinished: label(memberWords.educationWords, member.educationFinished),
    attending: label(memberWords.attendanceWords, member.attending),
    vocationalCertificate: yesNo(member.vocationalCertificate),
    labourStatus: label(memberWords.labourWords, member.labourStatus),
    healthInsurance: yesNo(member.healthInsurance),
    insuranceGroup: member.insuranceGroup,
    nutrition: label(memberWords.nutritionWords, member.nutrition),
    disabilityForm: label(memberWords.disabilityFormWords, member.disabilityForm),
    disabilityDegree: label(memberWords.disabilityDegreeWords, member.disabilityDegree),
    meritGroup: member.meritGroup,
    monthlyAllowance: allowanceText(member.monthlyAllowance),
    untreatedIllness: yesNo(member.untreatedIllness),
  };
}

const evidenceText = (kind: string): string => {
  const known = words.evidenceWords.find(kind);
  return known === undefined ? kind : words.evidenceWords.label(known);
};

const allowanceText = (kind: string | null): string | null => {
  const known = kind === null ? undefined : memberWords.allowanceWords.find(kind);
  return known === undefined ? kind : memberWords.allowanceWords.label(known);
};

function populationCells(line: ListedPopulation): Cells {
  return {
    rowKind: words.rowKindWords.label('population'),
    ...placeCells(line.place),
    year: line.year,
    populationHouseholds: line.households,
    populationPersons: line.persons,
    minorityHouseholds: line.minorityHouseholds,
    minorityPersons: line.minorityPersons,
    localMinorityHouseholds: line.localMinorityHouseholds,
    localMinorityPersons: line.localMinorityPersons,
    source: line.source,
    populationDay: dayCell(line.onDay),
  };
}

function roundCells(round: ListedRound): Cells {
  return {
    rowKind: words.rowKindWords.label('round'),
    ...placeCells(round.place),
    year: round.year,
    standard: round.standardId,
    localStandard: round.localStandardId,
    roundStatus: words.roundStatusWords.label(round.status),
    referenceDay: dayCell(round.referenceDay),
    openedOn: dayCell(round.openedOn),
    closedOn: dayCell(round.closedOn),
    lockedOn: dayCell(round.lockedOn),
    source: round.source,
  };
}
