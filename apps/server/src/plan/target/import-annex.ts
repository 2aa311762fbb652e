import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TargetAnnexRead } from '@benvung/contract/plan-target';
import type { ProblemCode } from '@benvung/contract/problem-texts';
import { checkLine, checkParts, type TargetFault } from '@benvung/domain/plan/target/check-cascade';
import { faultSentence } from '@benvung/domain/plan/target/fault-sentence';
import type { TargetKind } from '@benvung/domain/plan/target/indicator';
import {
  type AnnexRow,
  cellsOfText,
  readAnnex,
  type TargetAnnex,
} from '@benvung/domain/plan/target/read-annex';
import { ok, type Problem, type Result, refuse } from '@benvung/domain/shared/result';
import type { Language } from '@benvung/domain/shared/text';
import { searchKey } from '@benvung/domain/shared/vietnamese-text';
import { FileRefusal, readSheetRows } from '../../exchange/sheet-rows.public.ts';
import type { Db } from '../../platform/database/database.ts';
import type { ReportUnit } from '../../report/report.public.ts';
import { regulations } from '../../standard/standard.public.ts';
import { annexMistakes, missingUnits } from './annex-mistakes.ts';
import { refOf } from './read-cascade.ts';
import { listTargets } from './target.store.ts';
import { childrenOf, findTargetUnit, mapDayOf } from './target-unit.ts';

type Refused = Problem<ProblemCode>;

/** The cells of a spreadsheet, a CSV, or a text as pasted from a document. */
export async function annexCells(
  content: Buffer,
  name: string,
): Promise<Result<readonly (readonly string[])[], Refused>> {
  const isSheet = content.subarray(0, 2).toString('latin1') === 'PK' || /\.csv$/iu.test(name);
  if (!isSheet) return ok(cellsOfText(content.toString('utf8').replace(/^\ufeff/u, '')));
  const folder = await mkdtemp(join(tmpdir(), 'benvung-annex-'));
  const path = join(folder, 'annex');
  try {
    await writeFile(path, content);
    return ok((await readSheetRows(path)).map(({ cells }) => cells));
  } catch (error) {
    if (!(error instanceof FileRefusal)) throw error;
    return { ok: false, problem: { code: error.code, detail: error.detail } };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

export interface AnnexWanted {
  readonly unitId: number;
  readonly year: number;
  readonly indicator: string;
  readonly file: string;
  readonly areas: readonly string[] | null;
  readonly today: string;
  readonly language: Language;
}

/** Reads an annex and finds the unit of each row; nothing is written. */
export async function readTargetAnnex(
  db: Db,
  content: Buffer,
  wanted: AnnexWanted,
): Promise<Result<TargetAnnexRead, Refused>> {
  const { unitId, year, areas, today, language } = wanted;
  const indicator = regulations().targetIndicators.find(({ code }) => code === wanted.indicator);
  if (indicator === undefined)
    return refuse('plan-target.indicator-unknown', { indicator: wanted.indicator });
  const day = mapDayOf(year, today);
  const unit = await findTargetUnit(db, { id: unitId, areas, day });
  if (!unit.ok) return unit;
  const cells = await annexCells(content, wanted.file);
  if (!cells.ok) return cells;
  const annex = readAnnex(cells.value, indicator.kind);
  if (!annex.ok) return annex;
  const children = await childrenOf(db, unit.value, day);
  const stored = await listTargets(db, {
    year,
    unitIds: [unit.value.id, ...children.map(({ id }) => id)],
    paths: [],
  });
  const find = unitFinder(children);
  const rowOf = ({ row, name, line }: AnnexRow, found: ReportUnit | undefined) => ({
    row,
    name,
    unit: found === undefined ? null : refOf(found),
    version: stored.find((one) => one.unitId === found?.id && one.indicator === indicator.code)?.version ?? 0,
    line,
  });
  const { total, rows } = annex.value;
  const read = [
    ...(total === null ? [] : [rowOf(total, unit.value)]),
    ...rows.map((row) => rowOf(row, find(row.name))),
  ];
  return ok({
    file: wanted.file,
    indicator: indicator.code,
    rows: read,
    faults: [
      ...faultsOf(annex.value, { kind: indicator.kind, language }),
      ...missingUnits(children, read, language),
    ],
    mistakes: annexMistakes(read, {
      whole: unit.value.name,
      unread: annex.value.unread,
      forgotten: annex.value.blank.filter(({ name }) => find(name) !== undefined),
      language,
    }),
  });
}

function faultsOf(
  { total, rows, faults }: TargetAnnex,
  { kind, language }: { readonly kind: TargetKind; readonly language: Language },
): string[] {
  const inRows = faults.map(({ row, name, difference }) =>
    language === 'vi'
      ? `Dòng ${row} (${name}): đầu kỳ trừ số giảm không bằng còn lại, lệch ${difference}.`
      : `Row ${row} (${name}): opening minus decrease is not what is left, ${difference} apart.`,
  );
  const sums: TargetFault[] =
    total === null
      ? []
      : checkParts(
          kind,
          total.line,
          rows.map(({ line }) => line),
        );
  const lines = [...(total === null ? [] : [total]), ...rows];
  const ownRates = lines.flatMap(({ row, name, line }) =>
    checkLine(line, { kind, capacity: null, counted: null })
      .filter((fault) => fault.kind === 'rate' || fault.kind === 'over-base')
      .map((fault) =>
        language === 'vi'
          ? `Dòng ${row} (${name}): ${faultSentence(fault, language)}`
          : `Row ${row} (${name}): ${faultSentence(fault, language)}`,
      ),
  );
  return [...inRows, ...ownRates, ...sums.map((fault) => faultSentence(fault, language))];
}

/** By the whole name, or by the name without its type where that is one unit's alone. */
function unitFinder(units: readonly ReportUnit[]): (name: string) => ReportUnit | undefined {
  const whole = new Map(units.map((unit) => [searchKey(unit.name), unit]));
  const bare = new Map<string, ReportUnit | null>();
  for (const unit of units) {
    const key = bareKey(unit.name);
    bare.set(key, bare.has(key) ? null : unit);
  }
  return (name) => whole.get(searchKey(name)) ?? bare.get(bareKey(name)) ?? undefined;
}

const bareKey = (name: string): string =>
  searchKey(name).replace(
    /^(tinh|thanh pho|tp|huyen|quan|thi xa|tx|xa|phuong|thi tran|tt|thon|ban|to dan pho|dac khu) /u,
    '',
  );
