import type { TargetAnnexRead } from '@benvung/contract/plan-target';
import type { UnreadCell } from '@benvung/domain/plan/target/read-annex';
import type { Language } from '@benvung/domain/shared/text';

interface MistakeGround {
  /** The unit whose target the annex breaks down. */
  readonly whole: string;
  readonly unread: readonly UnreadCell[];
  /** Rows of units without any figure. */
  readonly forgotten: readonly { readonly row: number; readonly name: string }[];
  readonly language: Language;
}

type ReadRow = TargetAnnexRead['rows'][number];

/** Everything that has to be mended before an annex may be written, in the order of its rows. */
export function annexMistakes(
  rows: readonly ReadRow[],
  { whole, unread, forgotten, language }: MistakeGround,
): string[] {
  const say = (vi: string, en: string): string => (language === 'vi' ? vi : en);
  const first = new Map<number, ReadRow>();
  const found: { row: number; text: string }[] = [];
  const add = (row: number, vi: string, en: string) =>
    found.push({ row, text: say(`Dòng ${row} ${vi}`, `Row ${row} ${en}`) });
  for (const each of rows) {
    const { row, name, unit, line } = each;
    const before = unit === null ? undefined : first.get(unit.id);
    if (unit === null)
      add(
        row,
        `“${name}”: không có đơn vị này bên dưới ${whole}.`,
        `"${name}": no such unit below ${whole}.`,
      );
    else if (before !== undefined)
      add(
        row,
        `“${name}”: trùng dòng ${before.row} (${unit.name}). Bỏ một dòng.`,
        `"${name}": the same unit as row ${before.row} (${unit.name}). Leave one out.`,
      );
    else first.set(unit.id, each);
    if (line.planned.count === null && line.planned.rate === null)
      add(
        row,
        `“${name}”: không có số còn lại hay tỷ lệ; số giảm thì cần cả số hộ đầu năm.`,
        `"${name}": neither what is left nor a rate; a decrease needs the opening too.`,
      );
  }
  for (const { row, name, column, text } of unread)
    add(
      row,
      `“${name}”, cột “${column}”: “${text}” không phải số.`,
      `"${name}", column "${column}": "${text}" is no number.`,
    );
  for (const { row, name } of forgotten)
    add(row, `“${name}”: không có số nào.`, `"${name}": has no figure at all.`);
  return found.sort((a, b) => a.row - b.row).map(({ text }) => text);
}

const NAMED = 5;

/** The units below that an annex leaves out: it may, but whoever reads it should know. */
export function missingUnits(
  units: readonly { readonly id: number; readonly name: string }[],
  rows: readonly ReadRow[],
  language: Language,
): string[] {
  const missing = units.filter(({ id }) => !rows.some(({ unit }) => unit?.id === id));
  if (missing.length === 0) return [];
  const names = missing.slice(0, NAMED).map(({ name }) => name);
  const list = `${names.join(', ')}${missing.length > NAMED ? '…' : ''}`;
  return [
    language === 'vi'
      ? `Bảng không có ${missing.length} đơn vị: ${list}.`
      : `The table leaves out ${missing.length} units: ${list}.`,
  ];
}
