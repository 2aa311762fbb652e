import { type Alignment, keptTogether, type Rich } from '@benvung/domain/document/official-document';
import { LETTERING, RULES } from '@benvung/domain/document/page-rules';
import {
  AlignmentType,
  BorderStyle,
  type IParagraphOptions,
  type ISpacingProperties,
  LineRuleType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { textWidth } from '../text-width.ts';
import { FIRST_LINE, GAP, LINE, ofPoints } from './measures.ts';

export const FONT = 'Times New Roman';

export type Component = keyof typeof LETTERING;

interface Look {
  readonly size: number;
  readonly bold?: boolean;
  readonly italics?: boolean;
}

const run = (text: string, look: Look): TextRun =>
  new TextRun({
    text: keptTogether(text),
    font: FONT,
    size: look.size * 2,
    bold: look.bold ?? false,
    italics: look.italics ?? false,
  });

export function runs(rich: Rich, look: Look): TextRun[] {
  if (typeof rich === 'string') return [run(rich, look)];
  return rich.map(({ text, bold, italic }) =>
    run(text, { ...look, bold: bold ?? look.bold ?? false, italics: italic ?? look.italics ?? false }),
  );
}

/** The letters the decree prescribes for a component. */
export function lookOf(component: Component): Look {
  const { size, ...style } = LETTERING[component] as { size: { ours: number }; bold?: true; italic?: true };
  return { size: size.ours, bold: style.bold === true, italics: style.italic === true };
}

const ALIGNMENTS = {
  left: AlignmentType.LEFT,
  centre: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
  justify: AlignmentType.JUSTIFIED,
} as const;

export const alignmentOf = (name: Alignment) => ALIGNMENTS[name];

const TIGHT: ISpacingProperties = { before: 0, after: 0, line: 240, lineRule: LineRuleType.AUTO };

/** A line of the head or the foot: no indent, single spacing. */
export function tight(
  children: TextRun[],
  align: Alignment,
  more: Partial<IParagraphOptions> = {},
): Paragraph {
  return new Paragraph({ children, alignment: alignmentOf(align), spacing: TIGHT, ...more });
}

export const lettered = (
  component: Component,
  text: string,
  align: Alignment,
  more: Partial<IParagraphOptions> = {},
): Paragraph => tight(runs(text, lookOf(component)), align, more);

/** A paragraph of the body: justified, first line indented, 6 pt before the next. */
export function bodyParagraph(
  children: TextRun[],
  options: { align?: Alignment; flush?: boolean; keepNext?: boolean } = {},
): Paragraph {
  const { align = 'justify', flush = false, keepNext = false } = options;
  const indented = !flush && (align === 'justify' || align === 'left');
  return new Paragraph({
    children,
    alignment: alignmentOf(align),
    spacing: { before: 0, after: GAP, line: LINE, lineRule: LineRuleType.AUTO },
    indent: indented ? { firstLine: FIRST_LINE } : {},
    keepNext,
  });
}

/** A rule of that share of the longest line, 2 pt below it; `room` in twips. */
export function ruleUnder(
  lines: readonly string[],
  component: Component,
  at: { share: number; room: number },
) {
  const { size } = lookOf(component);
  const widest = Math.max(...lines.map((line) => ofPoints(textWidth(line, size, 'bold'))));
  const length = Math.min(widest, at.room) * at.share;
  const side = Math.max(0, Math.round((at.room - length) / 2));
  return new Paragraph({
    children: [new TextRun({ text: '', size: 4 })],
    spacing: { before: 0, after: 0, line: ofPoints(RULES.gapPt + 1), lineRule: LineRuleType.EXACT },
    indent: { left: side, right: side },
    border: { bottom: { style: BorderStyle.SINGLE, size: RULES.thicknessPt * 8, space: 0, color: '000000' } },
  });
}

export const gap = (points: number, keepNext = false): Paragraph =>
  new Paragraph({
    children: [],
    keepNext,
    spacing: { before: 0, after: 0, line: ofPoints(points), lineRule: LineRuleType.EXACT },
  });

const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const NO_BORDERS = { top: NONE, bottom: NONE, left: NONE, right: NONE } as const;

/** Columns side by side without lines: head, foot, signatures. */
export function sideBySide(
  rows: readonly (readonly (Paragraph | Table)[])[][],
  widths: readonly number[],
): Table {
  return new Table({
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: [...widths],
    layout: TableLayoutType.FIXED,
    borders: { ...NO_BORDERS, insideHorizontal: NONE, insideVertical: NONE },
    rows: rows.map(
      (cells) =>
        new TableRow({
          cantSplit: true,
          children: cells.map(
            (children, at) =>
              new TableCell({
                children: children.length === 0 ? [gap(1)] : [...children],
                width: { size: widths[at] ?? 0, type: WidthType.DXA },
                borders: NO_BORDERS,
                margins: { top: 0, bottom: 0, left: 0, right: 0 },
              }),
          ),
        }),
    ),
  });
}
