import type { OfficialTable } from '@benvung/contract/report';
import type { ReportForm } from '@benvung/domain/report/report-form';
import { classifyMovement, type ListedClass } from '@benvung/domain/review/movement';
import type { Db } from '../platform/database/database.ts';
import { recordOfRow, type StoredReviewRecord } from '../review/review.public.ts';
import { type ListedHousehold, type ListedMember, type ListWanted, readList } from './list.store.ts';
import { ethnicGroupName } from './report-regulations.ts';
import { listReportUnits, type ReportUnit, unitRefOf } from './report-unit.store.ts';

/** What stands where the reader may not read. */
const CLOSED = 'kín';

type Cells = Readonly<Record<string, string | null>>;

/** Households listed in a class with their members, one row a member (forms 14 and 15). */
export async function computeList(
  db: Db,
  form: ReportForm,
  wanted: ListWanted & { readonly ethnicityClosed: boolean },
): Promise<Pick<OfficialTable, 'rows' | 'total'>> {
  const households = await readList(db, wanted);
  const ids = [...new Set(households.map((household) => household.villageId))];
  const villages = new Map(
    (await listReportUnits(db, ids, wanted.day)).map((unit) => [unit.id, unit] as const),
  );
  const rows = households.flatMap((household, at) =>
    rowsOf(form, household, {
      number: at + 1,
      village: villages.get(household.villageId),
      ethnicityClosed: wanted.ethnicityClosed,
    }),
  );
  const total = form.columns.map(({ key }) => {
    if (key === 'householdNumber') return households.length;
    return key === 'memberNumber' ? rows.length : null;
  });
  return { rows, total };
}

function rowsOf(
  form: ReportForm,
  household: ListedHousehold,
  {
    number,
    village,
    ethnicityClosed,
  }: { number: number; village: ReportUnit | undefined; ethnicityClosed: boolean },
): OfficialTable['rows'] {
  const record = recordOfRow(household.record);
  const members = household.members.length > 0 ? household.members : [headAlone(household)];
  return members.map((member, at) => {
    const cells: Cells = {
      ...(at === 0 ? householdCells(record, form.listOf ?? 'POOR', number) : {}),
      ...memberCells(member, at + 1),
      ...(ethnicityClosed ? { ethnicity: CLOSED, localMinority: at === 0 ? CLOSED : null } : {}),
    };
    return {
      unit: village === undefined ? null : unitRefOf(village),
      line: null,
      kind: at === 0 ? 'household' : 'member',
      values: form.columns.map(({ value }) => ('field' in value ? (cells[value.field] ?? null) : null)),
    };
  });
}

const headAlone = ({ headName }: ListedHousehold): ListedMember => ({
  fullName: headName,
  sex: null,
  birthDate: null,
  ethnicity: null,
  relation: 'head',
});

const mark = (holds: boolean): string | null => (holds ? 'x' : null);

function householdCells(record: StoredReviewRecord, listOf: ListedClass, number: number): Cells {
  const kinds = classifyMovement(record).map((movement) => movement.kind);
  const relapsed = kinds.some((kind) => kind === 'relapse' || kind === 'nearPovertyRelapse');
  const old = record.opening?.class === listOf;
  const flags = record.closing?.flags;
  return {
    householdNumber: String(number),
    isNew: mark(!old && !relapsed),
    isRelapse: mark(relapsed),
    isOld: mark(old),
    merit: mark(flags?.merit ?? false),
    localMinority: mark(flags?.localMinority ?? false),
    noLabourCapacity: mark(flags?.noLabourCapacity ?? false),
    ...Object.fromEntries((record.closing?.wishes ?? []).map((wish) => [wish, 'x'])),
  };
}

const RELATION_WORDS: Readonly<Record<string, string>> = {
  head: 'Chủ hộ',
  spouse: 'Vợ/chồng',
  child: 'Con',
  parent: 'Bố/mẹ',
  grandparent: 'Ông/bà',
  grandchild: 'Cháu',
  sibling: 'Anh/chị/em',
  other: 'Khác',
};

function memberCells(member: ListedMember, number: number): Cells {
  const year = member.birthDate?.slice(0, 4) ?? null;
  return {
    memberNumber: String(number),
    fullName: member.fullName,
    bornMale: member.sex === 'female' ? null : year,
    bornFemale: member.sex === 'female' ? year : null,
    ethnicity: member.ethnicity === null ? null : (ethnicGroupName(member.ethnicity) ?? member.ethnicity),
    relation: RELATION_WORDS[member.relation] ?? member.relation,
  };
}
