import type { Block, SignatureBlock } from '@benvung/domain/document/official-document';
import { ImageRun, Paragraph, type Table, TextRun } from 'docx';
import { qrAsPng } from '../qr-png.ts';
import { twips } from './measures.ts';
import { bodyParagraph, gap, lettered, lookOf, runs, sideBySide, tight } from './parts.ts';
import { tableOf } from './table.ts';
import type { TableRows } from './table-rows.ts';

type Piece = Paragraph | Table;

interface Place {
  /** Points of the body's letters. */
  readonly size: number;
  /** Width of the text, twips. */
  readonly room: number;
  /** Writes the rows of tables. */
  readonly rows: TableRows;
  /** The last of a text stays with what follows, so that a signature never stands alone on a page. */
  readonly kept?: boolean;
}

const PIXELS_PER_MM = 96 / 25.4;

/** What a block of the model becomes in Word. */
export function piecesOf(block: Block, place: Place): Piece[] {
  switch (block.kind) {
    case 'table':
      return [gap(3, true), tableOf(block.table, place.room, place.rows), gap(6)];
    case 'qr':
      return qrPieces(block, place);
    case 'signatures':
      return [
        gap(6),
        sideBySide(
          [block.blocks.map((one) => signatureLines(one, 3))],
          shares(block.blocks.length, place.room),
        ),
      ];
    case 'chapter':
    case 'section':
      return [
        lettered('chapter', block.label, 'centre', { keepNext: true }),
        lettered('chapterTitle', block.title, 'centre', { keepNext: true }),
        gap(6, true),
      ];
    default:
      return textPieces(block, place.size, place.kept === true);
  }
}

const shares = (count: number, room: number): number[] =>
  Array.from({ length: count }, () => Math.floor(room / count));

type TextBlock = Exclude<Block, { kind: 'table' | 'qr' | 'signatures' | 'chapter' | 'section' }>;

function textPieces(block: TextBlock, size: number, kept: boolean): Paragraph[] {
  const strong = { size, bold: true };
  switch (block.kind) {
    case 'paragraph': {
      const align = block.align ?? 'justify';
      const options = { align, flush: block.flush === true, keepNext: kept || block.keepWithNext === true };
      return [bodyParagraph(runs(block.text, { size: block.size ?? size }), options)];
    }
    case 'heading':
      return [
        bodyParagraph(runs(block.text, { size: block.size ?? size, bold: true }), {
          align: 'left',
          flush: true,
          keepNext: true,
        }),
      ];
    case 'point':
      return [
        bodyParagraph([...runs(`${block.letter}) `, { size }), ...runs(block.text, { size })], {
          keepNext: kept,
        }),
      ];
    case 'outline': {
      const look = block.title === true ? strong : { size };
      const children = [...runs(`${block.mark} `, look), ...runs(block.text, look)];
      return [bodyParagraph(children, { keepNext: kept || block.title === true })];
    }
    case 'article':
      return numbered(`Điều ${block.number}.`, { ...block, boldLabel: true, kept }, size);
    case 'clause':
      return numbered(`${block.number}.`, { ...block, boldLabel: false, kept }, size);
  }
}

/** An article or clause: with a title, the title is a bold line of its own. */
function numbered(
  label: string,
  block: { title?: string; text?: Parameters<typeof runs>[0]; boldLabel: boolean; kept: boolean },
  size: number,
): Paragraph[] {
  const text = block.text === undefined ? [] : runs(block.text, { size });
  if (block.title === undefined)
    return [
      bodyParagraph([...runs(`${label} `, { size, bold: block.boldLabel }), ...text], {
        keepNext: block.kept,
      }),
    ];
  const title = bodyParagraph(runs(`${label} ${block.title}`, { size, bold: true }), {
    keepNext: block.kept || text.length > 0,
  });
  return text.length === 0 ? [title] : [title, bodyParagraph(text, { keepNext: block.kept })];
}

function qrPieces(block: Extract<Block, { kind: 'qr' }>, { size, room }: Place): Piece[] {
  const side = Math.round(block.millimetres * PIXELS_PER_MM);
  const picture = new ImageRun({
    type: 'png',
    data: qrAsPng(block.text),
    transformation: { width: side, height: side },
    altText: { name: 'QR', title: 'Mã QR', description: block.text },
  });
  const left = twips(block.millimetres + 5);
  const caption = block.caption.map((line, at) => tight(runs(line, { size, bold: at === 1 }), 'left'));
  return [
    gap(4),
    sideBySide([[[new Paragraph({ children: [picture] })], [gap(8), ...caption]]], [left, room - left]),
    gap(6),
  ];
}

/** Authority, position, room to sign (`lines` of 20 pt), name. */
export function signatureLines(block: SignatureBlock, lines: number): Paragraph[] {
  return [
    ...block.authority.map((line) => lettered('signatory', line, 'centre')),
    lettered('signatory', block.position, 'centre'),
    ...(block.note === undefined ? [] : [tight(runs(block.note, { size: 12, italics: true }), 'centre')]),
    ...Array.from({ length: lines }, () => tight([new TextRun({ text: '', size: 28 })], 'centre')),
    ...(block.name ?? '').split('\n').map((name) => tight(runs(name, lookOf('signatoryName')), 'centre')),
  ];
}
