import type { HouseholdFacts } from '@benvung/domain/household/household-facts';
import type { ReviewEvidence } from '@benvung/domain/standard/review-evidence';
import { householdFactsSchema } from '@benvung/regulations/household-facts.schema';
import { reviewEvidenceSchema } from '@benvung/regulations/review-evidence.schema';
import Papa from 'papaparse';
import { z } from 'zod';
import { refusal } from '../platform/cli/command.ts';

/** One household to classify, and what its file calls it. */
export interface FactsLine {
  readonly id: string;
  readonly facts: HouseholdFacts;
  readonly evidence: ReviewEvidence;
}

const jsonLine = z.strictObject({
  id: z.string().optional(),
  facts: householdFactsSchema,
  evidence: reviewEvidenceSchema,
});

/** JSON lines `{id?, facts, evidence}`: what is left out of the facts is not known. */
export function readFactsLines(text: string): FactsLine[] {
  return text.split(/\r?\n/u).flatMap((line, index) => {
    if (line.trim() === '') return [];
    const place = `Dòng ${index + 1}`;
    let value: unknown;
    try {
      value = JSON.parse(line);
    } catch {
      throw refusal(`${place}: không phải một dòng JSON.`, `line ${index + 1} is not JSON`);
    }
    const parsed = jsonLine.safeParse(value);
    if (parsed.success) return [{ ...parsed.data, id: parsed.data.id ?? `${index + 1}` }];
    const [issue] = parsed.error.issues;
    const at = issue?.path.join('.') ?? '';
    throw refusal(`${place}, “${at}”: ${issue?.message}`, `line ${index + 1}, "${at}": ${issue?.message}`);
  });
}

/** The totals list of a paper round: one household a row, A and B from the signed form. */
const COLUMNS = {
  id: ['id', 'mã hộ', 'ma ho', 'household'],
  areaType: ['areatype', 'khu vực', 'khu vuc', 'area'],
  incomeScore: ['incomescore', 'điểm a', 'diem a', 'b1', 'a'],
  deprivationScore: ['deprivationscore', 'điểm b', 'diem b', 'b2', 'b'],
  income: ['monthlyincomeperperson', 'thu nhập', 'thu nhap', 'income'],
  farm: ['farmhousehold', 'nông lâm ngư', 'nong lam ngu', 'farm'],
} as const;
type Column = keyof typeof COLUMNS;

const AREAS = new Map([
  ['rural', 'rural'],
  ['nông thôn', 'rural'],
  ['nong thon', 'rural'],
  ['urban', 'urban'],
  ['thành thị', 'urban'],
  ['thanh thi', 'urban'],
] as const);
const YES_NO = new Map([
  ['1', true],
  ['true', true],
  ['x', true],
  ['có', true],
  ['0', false],
  ['false', false],
  ['không', false],
]);

export function readTotalsTable(text: string, surveyDay: string): FactsLine[] {
  const { data } = Papa.parse<string[]>(text.replace(/^\uFEFF/u, ''), {
    delimitersToGuess: [',', ';', '\t'],
    skipEmptyLines: true,
  });
  const [header = [], ...rows] = data;
  const names = header.map((name) => name.trim().normalize('NFC').toLocaleLowerCase('vi'));
  const place = (column: Column) =>
    names.findIndex((name) => (COLUMNS[column] as readonly string[]).includes(name));
  for (const column of ['areaType', 'incomeScore', 'deprivationScore'] as const)
    if (place(column) < 0)
      throw refusal(
        `Tệp thiếu cột “${COLUMNS[column][1]}”. Các cột: ${header.join(', ')}.`,
        `the column ${COLUMNS[column][0]} is missing`,
      );
  return rows.map((cells, index) =>
    totalsLine((column) => (cells[place(column)] ?? '').trim(), index + 2, surveyDay),
  );
}

function totalsLine(cell: (column: Column) => string, row: number, surveyDay: string): FactsLine {
  const whole = (column: Column): number | null => {
    const text = cell(column);
    if (text === '') return null;
    const value = Number(text);
    if (!Number.isInteger(value) || value < 0) throw badCell(row, column, text, 'số nguyên không âm');
    return value;
  };
  const areaType = AREAS.get(cell('areaType').normalize('NFC').toLocaleLowerCase('vi') as 'rural');
  if (areaType === undefined) throw badCell(row, 'areaType', cell('areaType'), 'nông thôn hoặc thành thị');
  const facts = householdFactsSchema.parse({
    areaType,
    surveyDay,
    members: [],
    dwelling: {},
    monthlyIncomePerPerson: whole('income'),
    farmHousehold: YES_NO.get(cell('farm').toLocaleLowerCase('vi')) ?? null,
  });
  const incomeScore = whole('incomeScore');
  const form = { kind: 'signedForm', deprivations: null, form: null } as const;
  const evidence = { ...form, incomeScore, deprivationScore: whole('deprivationScore') };
  return { id: cell('id') || `${row}`, facts, evidence };
}

const badCell = (row: number, column: Column, text: string, expected: string) =>
  refusal(
    `Dòng ${row}, cột “${COLUMNS[column][1]}”: “${text}” không phải ${expected}.`,
    `row ${row}, ${COLUMNS[column][0]}: "${text}" is not accepted`,
  );
