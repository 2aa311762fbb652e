import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Scorecard } from '@benvung/domain/standard/scorecard';
import ExcelJS from 'exceljs';
import { afterAll, describe, expect, test } from 'vitest';
import { describeOnEachDatabase } from '../platform/testing/test-database.ts';
import { findUsableScorecard } from './list-scorecards.ts';
import { loadScorecard } from './load-scorecard.ts';
import { regulations } from './read-regulations.ts';
import { readScorecardFile } from './read-scorecard-file.ts';
import { POINTS_SHEET, writeScorecardFile } from './scorecard-template.ts';
import { findScorecard } from './standard.store.ts';

const folder = mkdtempSync(join(tmpdir(), 'benvung-scorecard-'));
afterAll(() => rmSync(folder, { recursive: true }));

const trial = regulations().scorecards[0]?.scorecard as Scorecard;
const loadedAt = new Date('2024-10-15T00:00:00Z');

describe('the Excel template', () => {
  const path = join(folder, 'card.xlsx');

  async function edited(change: (workbook: ExcelJS.Workbook) => void): Promise<string> {
    await writeScorecardFile(path, trial);
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.readFile(path);
    change(workbook);
    const other = join(folder, 'edited.xlsx');
    await workbook.xlsx.writeFile(other);
    return other;
  }

  test('brings back the card it was written from', async () => {
    await writeScorecardFile(path, trial);
    const file = await readScorecardFile(path);
    const id = `${trial.standardId}/${trial.formCode}/${trial.region}/1`;
    expect(file).toEqual({ ok: true, scorecard: { ...trial, id } });
  });

  test('names every cell that cannot be read', async () => {
    const bad = await edited((workbook) => {
      const sheet = workbook.getWorksheet(POINTS_SHEET);
      if (sheet === undefined) throw new Error('no sheet');
      sheet.getCell('C2').value = 'đoán';
      sheet.getCell('I3').value = 'mười';
      sheet.getCell('I4').value = null;
    });
    const file = await readScorecardFile(bad);
    expect(file.ok ? [] : file.faults.map(({ at }) => at)).toEqual([
      'Thang điểm, ô C2',
      'Thang điểm, ô I3',
      'Thang điểm, ô I4',
    ]);
  });

  test('names a sheet, a column and a line of information that is missing', async () => {
    const noSheet = await edited((workbook) => workbook.removeWorksheet(POINTS_SHEET));
    expect(await readScorecardFile(noSheet)).toMatchObject({ ok: false, faults: [{ at: POINTS_SHEET }] });
    const noColumn = await edited((workbook) => {
      const cell = workbook.getWorksheet(POINTS_SHEET)?.getCell('I1');
      if (cell !== undefined) cell.value = 'Số';
    });
    expect(await readScorecardFile(noColumn)).toMatchObject({ ok: false });
    const noStatus = await edited((workbook) => {
      const cell = workbook.getWorksheet('Thông tin')?.getCell('B5');
      if (cell !== undefined) cell.value = 'chắc là đúng';
    });
    const file = await readScorecardFile(noStatus);
    expect(file.ok ? '' : file.faults[0]?.reason).toContain('chắc là đúng');
  });

  test('refuses a file that is no workbook', async () => {
    expect(await readScorecardFile(join(folder, 'nothing.xlsx'))).toMatchObject({ ok: false });
  });
});

describeOnEachDatabase('loading a scorecard', (open) => {
  const card: Scorecard = {
    ...trial,
    id: 'VN-2022/B1/NT1/1',
    status: 'unverified',
    source: 'VBHN 1315 (chưa đối chiếu)',
  };

  test('keeps it with its hash, does no harm the second time, and refuses other content under the same version', async () => {
    const { db } = await open();
    const first = await loadScorecard(db, { scorecard: card, loadedBy: 'cli:test', loadedAt });
    expect(first.ok).toBe(true);
    expect((await loadScorecard(db, { scorecard: card, loadedBy: 'cli:test', loadedAt })).ok).toBe(true);
    const stored = await findScorecard(db, card.id);
    expect(stored?.scorecard).toEqual(card);
    expect(await findUsableScorecard(db, card.id)).toEqual(card);
    const other = { ...card, source: 'khác' };
    expect(await loadScorecard(db, { scorecard: other, loadedBy: 'cli:test', loadedAt })).toMatchObject({
      problem: { code: 'standard.scorecard-version-taken' },
    });
  });

  test('refuses a faulty card and an unknown standard, and writes nothing', async () => {
    const { db } = await open();
    const gap = structuredClone(card) as { items: { options: { points: number }[] }[] } & Scorecard;
    const option = gap.items[0]?.options[0];
    if (option !== undefined) option.points = 0.5;
    expect(await loadScorecard(db, { scorecard: gap, loadedBy: 'x', loadedAt })).toMatchObject({
      problem: { code: 'standard.scorecard-faulty' },
    });
    const unknown = { ...card, standardId: 'VN-1999' };
    expect(await loadScorecard(db, { scorecard: unknown, loadedBy: 'x', loadedAt })).toMatchObject({
      problem: { code: 'standard.unknown-standard' },
    });
    expect(await findScorecard(db, card.id)).toBeUndefined();
  });
});
