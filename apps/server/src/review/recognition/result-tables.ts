import type { ReportData } from '@benvung/domain/document/document-data';
import { type RecognitionList, recognitionListsOf } from '@benvung/domain/review/case/decide-case-act';
import { groupThousands } from '@benvung/domain/shared/phrase';
import { personSortKey, sortKey } from '@benvung/domain/shared/vietnamese-text';
import { CLASS_LABELS } from '@benvung/domain/standard/class-labels';
import { HOUSEHOLD_CLASSES } from '@benvung/domain/standard/household-class';
import type { StoredCase } from '../case/case.store.ts';
import { classWord, headWord } from '../paper-ground.ts';

type ReportTable = ReportData['tables'][number];
type VillageName = (id: number) => string;

const LISTS: readonly (readonly [RecognitionList, string])[] = [
  ['POOR', 'Hộ nghèo'],
  ['NEAR_POOR', 'Hộ cận nghèo'],
  ['POVERTY_EXIT', 'Thoát nghèo'],
  ['NEAR_POVERTY_EXIT', 'Thoát cận nghèo'],
];
const figure = (label: string, group?: string) => ({
  label,
  width: 2,
  align: 'right' as const,
  ...(group === undefined ? {} : { group }),
});

/** How many households of each village come to which list. The total stands first, bold. */
export function tableByVillage(cases: readonly StoredCase[], villageOf: VillageName): ReportTable {
  const villages = [...new Set(cases.map(({ villageId }) => villageId))];
  const line = (those: readonly StoredCase[]) => [
    groupThousands(those.length),
    ...LISTS.map(([list]) =>
      groupThousands(those.filter(({ standing }) => recognitionListsOf(standing).includes(list)).length),
    ),
  ];
  return {
    title: 'Tổng hợp kết quả rà soát theo thôn, tổ dân phố',
    columns: [
      { label: 'STT', width: 1, align: 'centre' },
      { label: 'Thôn, tổ dân phố', width: 4 },
      figure('Số hộ rà soát'),
      ...LISTS.map(([, label]) => figure(label)),
    ],
    rows: [
      ['', 'Tổng số', ...line(cases)],
      ...villages.map((id, at) => [
        String(at + 1),
        villageOf(id),
        ...line(cases.filter(({ villageId }) => villageId === id)),
      ]),
    ],
    boldRows: [0],
  };
}

/** What households were at the opening against what they are now; every household stands in one cell. */
export function tableOfMovements(cases: readonly StoredCase[]): ReportTable {
  const to = HOUSEHOLD_CLASSES.filter((of) => cases.some(({ standing }) => standing.class === of));
  const from = [...HOUSEHOLD_CLASSES, null].filter((of) =>
    cases.some(({ standing }) => standing.opening === of),
  );
  const line = (label: string, those: readonly StoredCase[]) => [
    label,
    groupThousands(those.length),
    ...to.map((of) => groupThousands(those.filter(({ standing }) => standing.class === of).length)),
  ];
  return {
    title: 'Diễn biến của các hộ trong kỳ',
    columns: [
      { label: 'Đầu kỳ', width: 4 },
      figure('Số hộ'),
      ...to.map((of) => figure(classWord(of), 'Kết quả rà soát')),
    ],
    rows: [
      line('Tổng số', cases),
      ...from.map((of) =>
        line(
          of === null ? 'Ngoài danh sách' : classWord(of),
          cases.filter(({ standing }) => standing.opening === of),
        ),
      ),
    ],
    boldRows: [0],
  };
}

export const listOfHouseholds = (cases: readonly StoredCase[], villageOf: VillageName): ReportTable => ({
  title: 'Danh sách hộ trình xin ý kiến',
  columns: [
    { label: 'STT', width: 1, align: 'centre' },
    { label: 'Họ và tên chủ hộ', width: 4 },
    { label: 'Thôn, tổ dân phố', width: 3 },
    { label: 'Đầu kỳ', width: 2.6 },
    { label: 'Kết quả rà soát', width: 3 },
  ],
  rows: [...cases]
    .sort(byVillageAndHead(villageOf))
    .map(({ headName, villageId, standing }, at) => [
      String(at + 1),
      headWord(headName),
      villageOf(villageId),
      standing.opening === null ? 'Ngoài danh sách' : classWord(standing.opening),
      classWord(standing.class ?? 'UNDETERMINED'),
    ]),
});

const byVillageAndHead =
  (villageOf: VillageName) =>
  (a: StoredCase, b: StoredCase): number => {
    const keyOf = (one: StoredCase) => `${sortKey(villageOf(one.villageId))} ${personSortKey(one.headName)}`;
    return keyOf(a) < keyOf(b) ? -1 : 1;
  };

type Summary = ReportData['summary'];

/** Households and persons of each result; `rate` against all households of the commune, where their number is known. */
export function summaryOf(
  cases: readonly StoredCase[],
  personsOf: (householdId: string) => number | null,
  base: { readonly households: number; readonly persons: number | null } | null,
): Summary {
  // a household whose persons are not known leaves the sum unknown
  const personsIn = (those: readonly StoredCase[]): number | null => {
    const known = those.map(({ householdId }) => personsOf(householdId));
    return known.some((one) => one === null) ? null : known.reduce<number>((sum, one) => sum + (one ?? 0), 0);
  };
  const lines = LISTS.map(([list, label]) => {
    const those = cases.filter(({ standing }) => recognitionListsOf(standing).includes(list));
    const isClass = list === 'POOR' || list === 'NEAR_POOR';
    const rate =
      base === null || base.households === 0 || !isClass
        ? null
        : ((those.length / base.households) * 100).toFixed(2).replace('.', ',');
    return { label, households: those.length, persons: personsIn(those), rate };
  });
  const reviewed = {
    label: 'Số hộ được rà soát',
    households: cases.length,
    persons: personsIn(cases),
  };
  const all =
    base === null ? [] : [{ label: 'Tổng số hộ dân cư', households: base.households, persons: base.persons }];
  const others = cases.filter(({ standing }) => recognitionListsOf(standing).length === 0).length;
  const rest =
    others === 0
      ? []
      : [
          {
            label: `${CLASS_LABELS.NOT_POOR.vi.replace(/^h/u, 'H')}, ngoài danh sách đầu kỳ`,
            households: others,
          },
        ];
  return [...all, reviewed, ...lines, ...rest];
}
