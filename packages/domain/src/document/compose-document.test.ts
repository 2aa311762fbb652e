import { describe, expect, test } from 'vitest';
import { composeDocument } from './compose-document.ts';
import { DOCUMENT_KINDS, KIND_RULES } from './document-kinds.ts';
import type { Block, OfficialDocument } from './official-document.ts';
import { SAMPLE_DATA, sampleFrame } from './sample-data.ts';
import { endGrounds, withEnding } from './templates/template-parts.ts';

const GROUNDS = ['Căn cứ Luật Tổ chức chính quyền địa phương', 'Căn cứ Quyết định số 24/2021/QĐ-TTg'];
const sample = (kind: keyof typeof SAMPLE_DATA, grounds = GROUNDS): OfficialDocument =>
  composeDocument(kind, SAMPLE_DATA[kind] as never, sampleFrame(kind, grounds));
const textOf = (document: OfficialDocument): string => JSON.stringify(document);

describe.each(DOCUMENT_KINDS)('%s', (kind) => {
  const document = sample(kind);
  test('bears number and symbol only where its kind is numbered', () => {
    expect(document.numberLine !== null).toBe(KIND_RULES[kind].numbered);
  });
  test('every row of its tables fills every column', () => {
    const blocks = [...document.content, ...document.annexes.flatMap(({ body }) => body)];
    for (const block of blocks)
      if (block.kind === 'table')
        for (const row of block.table.rows) expect(row.cells).toHaveLength(block.table.columns.length);
  });
  test('holds no blank that was meant to be filled', () => {
    expect(textOf(document)).not.toMatch(/undefined|\[object|NaN/u);
  });
});

test('a decision names who decides, then grounds, then the word of decision', () => {
  const document = sample('recognition');
  expect(document.authority?.replaceAll('\u00a0', ' ')).toBe('CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ BẰNG MẠC');
  expect(document.grounds.slice(0, -1).every((ground) => ground.endsWith(';'))).toBe(true);
  expect(document.grounds.at(-1)).toMatch(/\.$/u);
  expect(document.enacting).toBe('QUYẾT ĐỊNH:');
});

test('a text ends "./." once, however it ended', () => {
  const ended = withEnding([{ kind: 'paragraph', text: 'Trên đây là báo cáo.' }]);
  expect(ended).toEqual([{ kind: 'paragraph', text: 'Trên đây là báo cáo./.' }]);
  expect(withEnding(ended as Block[])).toEqual(ended);
});

test('grounds end ";", the last "."', () => {
  expect(endGrounds(['Căn cứ A.', 'Căn cứ B;'])).toEqual(['Căn cứ A;', 'Căn cứ B.']);
});

test('who is addressed stands first among the recipients, the file last', () => {
  expect(sample('submission').recipients).toEqual(['Như trên;', 'Lưu: VT.']);
});

test('annexes are numbered in Roman figures when there are several, and bear whose they are', () => {
  const { annexes } = sample('recognition');
  expect(annexes.map(({ label }) => label)).toEqual(['Phụ lục I', 'Phụ lục II', 'Phụ lục III', 'Phụ lục IV']);
  expect(annexes[0]?.attached).toBe(
    '(Kèm theo Quyết định số 05/QĐ-UBND ngày 05 tháng 01 năm 2027 của Ủy ban nhân dân xã Bằng Mạc)',
  );
  expect(sample('roundOpening').annexes[0]?.label).toBe('Phụ lục');
});

test('in a document signed electronically annexes bear no "(Kèm theo …)"', () => {
  const frame = { ...sampleFrame('recognition', GROUNDS), electronic: true };
  const document = composeDocument('recognition', SAMPLE_DATA.recognition, frame);
  expect(document.annexes.every(({ attached }) => attached === null)).toBe(true);
});

test('an empty list of the recognition is counted, not printed', () => {
  const data = { ...SAMPLE_DATA.recognition, lists: { ...SAMPLE_DATA.recognition.lists, nearPoor: [] } };
  const document = composeDocument('recognition', data, sampleFrame('recognition', GROUNDS));
  expect(document.annexes.map(({ title }) => title)).not.toContain('Danh sách hộ cận nghèo năm 2026');
  expect(textOf(document)).toContain('0 hộ cận nghèo');
});

test('a year of birth stands in the column of the man or of the woman', () => {
  const members = sample('certificate').content.find((block) => block.kind === 'table');
  const rows = members?.kind === 'table' ? members.table.rows : [];
  expect(rows[0]?.cells.slice(4, 6)).toEqual(['', '1987']);
  expect(rows[1]?.cells.slice(4, 6)).toEqual(['2011', '']);
});

test('the sheet for the notice board is in letters of 16 pt with a code of 25 mm and shows nothing but head and result', () => {
  const document = sample('postingSheet');
  expect(document.bodySize).toBe(16);
  const table = document.content.find((block) => block.kind === 'table');
  expect(table?.kind === 'table' && table.table.size).toBe(16);
  expect(table?.kind === 'table' && table.table.columns.map(({ label }) => label)).toEqual([
    'STT',
    'Họ và tên chủ hộ',
    'Kết quả rà soát',
  ]);
  expect(document.content.find((block) => block.kind === 'qr')).toMatchObject({ millimetres: 25 });
});

test('the minutes are signed by the secretary on the left and the chair on the right', () => {
  const last = sample('meetingMinutes').content.at(-1);
  expect(last?.kind === 'signatures' && last.blocks.map(({ position }) => position)).toEqual([
    'THƯ KÝ',
    'ĐẠI DIỆN CÁC HỘ',
    'CHỦ TỌA',
  ]);
});
