import type { MemberFacts } from '../household/household-facts.ts';
import type { HouseholdFlags } from '../review/review-record.ts';
import { DEPRIVATION_LETTERS } from '../standard/household-class.ts';
import type { ColumnMap, SourceRow } from './column-map.ts';
import { type ColumnKey, LOCAL_COLUMNS } from './exchange-columns.ts';
import { cellAddress, type ExchangeIssue } from './exchange-issue.ts';
import {
  areaWords,
  arrivalWords,
  causeWords,
  classWords,
  deprivationWords,
  evidenceWords,
  goneWords,
  stageWords,
  wishWords,
} from './exchange-words.ts';
import type { ListedHousehold, ListedPlace, ListedReview, ListKind } from './listed-household.ts';
import { toiletWords, waterWords } from './member-words.ts';
import { tidyText } from './read-cell.ts';
import { type MemberContext, readMember } from './read-member.ts';
import type { RowReader } from './row-reader.ts';
import { foldWord } from './vocabulary.ts';

export interface HouseholdContext extends Omit<MemberContext, 'headOnly'> {
  readonly map: ColumnMap;
  readonly kind: ListKind;
  found(issue: ExchangeIssue): void;
}

const MOST_PERSONS = 60;
const MOST_POINTS = 1000;
const MOST_INCOME = 1_000_000_000;

/** One household from its rows; `null` when they name nobody. Every doubt is reported at its cell. */
export function readHousehold(context: HouseholdContext, rows: readonly SourceRow[]): ListedHousehold | null {
  const first = rows[0];
  if (first === undefined) return null;
  const membersListed = context.map.layout === 'members';
  const memberContext: MemberContext = { ...context, headOnly: !membersListed };
  const members = rows.flatMap((row) => readMember(memberContext, row) ?? []);
  const { read } = context;
  reportDisagreement(read, rows);
  const settled = membersListed ? settleHead(context, rows, members) : members;
  const head = settled.find((member) => member.relation === 'head');
  const headName = head?.fullName ?? read.name(first, 'headName');
  if (headName === null) return null;
  const persons = read.whole(first, 'persons', MOST_PERSONS);
  if (membersListed && persons !== null && persons !== settled.length)
    read.report('warning', first, 'persons', {
      code: 'exchange.persons-differ',
      detail: { listed: settled.length },
    });
  return {
    list: context.kind,
    at: { sheet: first.sheet, row: first.row },
    householdKey: read.text(first, 'householdKey', 40),
    listCode: read.text(first, 'listCode', 60),
    registrationNumber: read.text(first, 'registrationNumber', 60),
    phone: read.text(first, 'phone', 40),
    address: read.text(first, 'address', 500),
    note: read.text(first, 'note'),
    place: readPlace(read, first),
    headName,
    members: settled,
    membersListed,
    persons,
    review: readReview(context, first),
    facts: readFacts(read, first),
  };
}

export function readPlace(read: RowReader, row: SourceRow): ListedPlace {
  return {
    province: read.name(row, 'province'),
    district: read.name(row, 'district'),
    districtCode: read.text(row, 'districtCode', 10),
    commune: read.name(row, 'commune'),
    communeCode: read.text(row, 'communeCode', 10),
    village: read.name(row, 'village'),
  };
}

/** Facts of the household are told on its first row; a later row that tells another one is refused. */
const TOLD_ONCE: readonly ColumnKey[] = [
  'class',
  'localClass',
  'incomeScore',
  'deprivationScore',
  'openingClass',
];

function reportDisagreement(read: RowReader, rows: readonly SourceRow[]): void {
  const [first, ...others] = rows;
  if (first === undefined || others.length === 0) return;
  for (const key of TOLD_ONCE) {
    if (!read.has(key)) continue;
    const told = read.raw(first, key);
    const different = others.find((row) => {
      const again = read.raw(row, key);
      return again !== '' && again !== told && foldWord(again) !== foldWord(told);
    });
    if (different !== undefined)
      read.report('error', different, key, { code: 'exchange.rows-disagree', detail: { first: told } });
  }
}

/** Exactly one head: two are refused; none is settled by the head's name when the list has that column. */
function settleHead(
  { read }: HouseholdContext,
  rows: readonly SourceRow[],
  members: readonly MemberFacts[],
): readonly MemberFacts[] {
  const first = rows[0] as SourceRow;
  const heads = members.filter((member) => member.relation === 'head');
  const headName = read.raw(first, 'headName');
  if (heads.length === 1) return members;
  if (heads.length > 1) {
    const second = rows.find((row) => tidyText(read.raw(row, 'fullName')) === heads[1]?.fullName) ?? first;
    read.report('error', second, 'relation', {
      code: 'exchange.two-heads',
      detail: { first: heads[0]?.fullName ?? '', second: heads[1]?.fullName ?? '' },
    });
    return members;
  }
  const named = members.findIndex((member) => foldWord(member.fullName) === foldWord(headName));
  const place = named >= 0 ? named : members.length === 1 && headName === '' ? 0 : -1;
  if (place < 0) {
    if (members.length > 0) read.report('error', first, 'relation', { code: 'exchange.no-head' });
    return members;
  }
  read.report('warning', rows[place] ?? first, 'relation', { code: 'exchange.head-not-marked' });
  return members.map((member, index) =>
    index === place ? { ...member, relation: 'head' as const } : member,
  );
}

function readFacts(read: RowReader, row: SourceRow): ListedHousehold['facts'] {
  return {
    areaType: read.choice(row, 'areaType', areaWords),
    surveyDay: read.day(row, 'surveyDay'),
    causes: read.choices(row, 'causes', causeWords),
    wishes: read.choices(row, 'wishes', wishWords),
    monthlyIncomePerPerson: read.whole(row, 'monthlyIncomePerPerson', MOST_INCOME),
    farmHousehold: read.yesNo(row, 'farmHousehold'),
    dwelling: {
      durableWall: read.yesNo(row, 'durableWall'),
      durablePillar: read.yesNo(row, 'durablePillar'),
      durableRoof: read.yesNo(row, 'durableRoof'),
      areaSquareMetres: read.measure(row, 'areaSquareMetres', 10_000),
      water: read.choice(row, 'water', waterWords),
      toilet: read.choice(row, 'toilet', toiletWords),
      usesInternet: read.yesNo(row, 'usesInternet'),
      usesPhoneSubscription: read.yesNo(row, 'usesPhoneSubscription'),
      ownsInformationDevice: read.yesNo(row, 'ownsInformationDevice'),
      hearsLoudspeaker: read.yesNo(row, 'hearsLoudspeaker'),
    },
  };
}

function readReview(context: HouseholdContext, row: SourceRow): ListedReview {
  const { read } = context;
  const classes = readClasses(context, row);
  const deprivations = readDeprivations(context, row);
  const headEthnicity = read.raw(row, 'headEthnicity');
  return {
    year: read.whole(row, 'year', 2200),
    standardId: read.text(row, 'standard', 60),
    ...classes,
    openingPersons: read.whole(row, 'openingPersons', MOST_PERSONS),
    openingVillage: read.name(row, 'openingVillage'),
    openingCommuneCode: read.text(row, 'openingCommuneCode', 10),
    computedClass: read.choice(row, 'computedClass', classWords),
    overrideReason: read.text(row, 'overrideReason'),
    goneReason: read.choice(row, 'goneReason', goneWords),
    arrivalReason: read.choice(row, 'arrivalReason', arrivalWords),
    stage: read.choice(row, 'stage', stageWords),
    incomeScore: read.whole(row, 'incomeScore', MOST_POINTS),
    deprivationScore: readDeprivationScore(context, row, deprivations),
    deprivations,
    evidence: readEvidence(read, row),
    scorecardId: read.text(row, 'scorecard', 100),
    verified: read.yesNo(row, 'verified'),
    flags: readFlags(read, row),
    oncePoor: read.yesNo(row, 'oncePoor'),
    onceNearPoor: read.yesNo(row, 'onceNearPoor'),
    headEthnicity: headEthnicity === '' ? null : (context.findEthnicity(headEthnicity) ?? null),
    children: read.whole(row, 'children', MOST_PERSONS),
    childrenDeprivedOfHealth: read.whole(row, 'childrenDeprivedOfHealth', MOST_PERSONS),
    childrenDeprivedOfEducation: read.whole(row, 'childrenDeprivedOfEducation', MOST_PERSONS),
    decisionNumber: read.text(row, 'decisionNumber', 100),
    decisionDay: read.day(row, 'decisionDay'),
    local: readLocal(context, row),
  };
}

const PATTERN = /^[01?-]+$/u;

/** What the file says under the local standard; null where all of its cells are blank. */
function readLocal({ read, kind }: HouseholdContext, row: SourceRow): ListedReview['local'] {
  if ([...LOCAL_COLUMNS].every((key) => read.raw(row, key) === '')) return null;
  const told = read.choice(row, 'localClass', classWords);
  const toldOpening = read.choice(row, 'localOpeningClass', classWords);
  const deprivations = read.text(row, 'localDeprivations', 80)?.replaceAll(' ', '') ?? null;
  return {
    openingClass: kind === 'opening' ? (toldOpening ?? told) : toldOpening,
    class: kind === 'opening' ? null : told,
    computedClass: read.choice(row, 'localComputedClass', classWords),
    overrideReason: read.text(row, 'localOverrideReason'),
    arrivalReason: read.choice(row, 'localArrivalReason', arrivalWords),
    stage: read.choice(row, 'localStage', stageWords),
    deprivations: deprivations !== null && PATTERN.test(deprivations) ? deprivations : null,
    verified: read.yesNo(row, 'localVerified'),
    oncePoor: read.yesNo(row, 'localOncePoor'),
    onceNearPoor: read.yesNo(row, 'localOnceNearPoor'),
  };
}

/** The sheet fills what its columns leave open: on "Thoát nghèo" everyone was poor and, unless told, is not. */
function readClasses({ read, kind }: HouseholdContext, row: SourceRow) {
  const told = read.choice(row, 'class', classWords);
  const toldOpening = read.choice(row, 'openingClass', classWords);
  const gone = read.raw(row, 'goneReason') !== '';
  if (gone && told !== null) read.report('error', row, 'goneReason', { code: 'exchange.class-and-gone' });
  if (kind === 'opening') return { openingClass: toldOpening ?? told, class: null };
  if (kind === 'afterReview') return { openingClass: toldOpening, class: told };
  const before = kind === 'povertyExit' ? ('POOR' as const) : ('NEAR_POOR' as const);
  return { openingClass: toldOpening ?? before, class: told ?? (gone ? null : ('NOT_POOR' as const)) };
}

function readEvidence(read: RowReader, row: SourceRow): string | null {
  const text = read.text(row, 'evidence', 100);
  return text === null ? null : (evidenceWords.find(text) ?? text);
}

function readFlags(read: RowReader, row: SourceRow): ListedReview['flags'] {
  const flag = (key: keyof HouseholdFlags) => read.yesNo(row, key);
  return {
    minority: flag('minority'),
    localMinority: flag('localMinority'),
    noLabourCapacity: flag('noLabourCapacity'),
    merit: flag('merit'),
    femaleHead: flag('femaleHead'),
    socialAssistance: flag('socialAssistance'),
    recentlyExited: flag('recentlyExited'),
  };
}

/** The pattern of the standard's indicators; `null` when the household's cells are all blank. */
function readDeprivations({ map, found }: HouseholdContext, row: SourceRow): string | null {
  const cells = map.indicators.map((column) => (column < 0 ? '' : tidyText(row.cells[column] ?? '')));
  if (cells.every((cell) => cell === '')) return null;
  return cells
    .map((cell, index) => {
      // A blank beside filled ones is "không" on the official lists, which tick only what is lacking.
      if (cell === '') return map.indicators[index] === -1 ? DEPRIVATION_LETTERS.unknown : '0';
      const state = deprivationWords.find(cell);
      if (state !== undefined) return DEPRIVATION_LETTERS[state];
      if (/^[✓✔☑√]$/u.test(cell)) return '1';
      if (/^[-–]$/u.test(cell)) return '-';
      if (cell === '?') return '?';
      found({
        severity: 'error',
        at: cellAddress(row, map.indicators[index]),
        code: 'exchange.word-unknown',
        detail: { column: '', value: cell, word: cell, words: deprivationWords.labels.join(', ') },
      });
      return DEPRIVATION_LETTERS.unknown;
    })
    .join('');
}

/** Points B are ten times the lacking indicators: a list that says otherwise is kept and marked. */
function readDeprivationScore(
  { read }: HouseholdContext,
  row: SourceRow,
  pattern: string | null,
): number | null {
  const score = read.whole(row, 'deprivationScore', MOST_POINTS);
  if (score === null || pattern === null) return score;
  const counted = 10 * [...pattern].filter((letter) => letter === DEPRIVATION_LETTERS.deprived).length;
  if (counted !== score)
    read.report('warning', row, 'deprivationScore', { code: 'exchange.score-differs', detail: { counted } });
  return score;
}
