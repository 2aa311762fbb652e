import type { Block, OfficialDocument } from '@benvung/domain/document/official-document';
import { PAGE } from '@benvung/domain/document/page-rules';
import {
  AlignmentType,
  Document,
  Footer,
  Header,
  type ISectionOptions,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  SectionType,
  TextRun,
} from 'docx';
import { piecesOf } from './docx/blocks.ts';
import { annexHead, footOf, headOf, openingOf } from './docx/frame.ts';
import { MARGIN, textWidthOf, twips } from './docx/measures.ts';
import { FONT, lookOf, runs, tight } from './docx/parts.ts';
import { TableRows } from './docx/table-rows.ts';
import { fixPackage } from './fix-package.ts';

/** An editable Word file of one document and its annexes; the same model gives the same bytes. */
export async function renderDocx(
  document: OfficialDocument,
  { createdAt }: { createdAt: string },
): Promise<Uint8Array> {
  const room = textWidthOf(document.landscape);
  const rows = new TableRows();
  const main = sheet(document, {
    landscape: document.landscape,
    footer: document.footer,
    children: [
      ...headOf(document, room),
      ...openingOf(document, room),
      ...bodyOf(document.content, { size: document.bodySize, room, rows, endKept: true }),
      ...footOf(document, room, rows),
    ],
  });
  const annexes = document.annexes.map((annex) => {
    const annexRoom = textWidthOf(annex.landscape);
    const body = bodyOf(annex.body, { size: document.bodySize, room: annexRoom, rows, endKept: false });
    const children = [...annexHead(annex, annexRoom), ...body];
    return sheet(document, { landscape: annex.landscape, footer: null, children });
  });
  const file = new Document({
    title: document.name,
    creator: document.body.join(' '),
    styles: { default: { document: { run: { font: FONT, size: 28, language: { value: 'vi-VN' } } } } },
    sections: [main, ...annexes],
  });
  return fixPackage(await Packer.toBuffer(file), createdAt, {
    'word/document.xml': (xml) => rows.write(xml),
  });
}

const bodyOf = (
  blocks: readonly Block[],
  { endKept, ...place }: { size: number; room: number; rows: TableRows; endKept: boolean },
) => blocks.flatMap((block, at) => piecesOf(block, { ...place, kept: endKept && at === blocks.length - 1 }));

interface Sheet {
  readonly landscape: boolean;
  readonly footer: string | null;
  readonly children: ISectionOptions['children'];
}

/** A run of pages with its own numbers, from 1, hidden on the first. */
function sheet(document: OfficialDocument, { landscape, footer, children }: Sheet): ISectionOptions {
  const mark = document.watermark === null ? [] : [demonstrationLine(document.watermark)];
  return {
    properties: {
      type: SectionType.NEXT_PAGE,
      titlePage: true,
      page: {
        size: {
          width: twips(PAGE.width),
          height: twips(PAGE.height),
          orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin: MARGIN,
        pageNumbers: { start: 1 },
      },
    },
    headers: {
      default: new Header({ children: [pageNumber(), ...mark] }),
      first: new Header({ children: mark.length > 0 ? mark : [new Paragraph({ children: [] })] }),
    },
    footers: {
      default: new Footer({ children: [new Paragraph({ children: [] })] }),
      first: new Footer({
        children: [
          footer === null ? new Paragraph({ children: [] }) : tight(runs(footer, { size: 9 }), 'centre'),
        ],
      }),
    },
    children,
  };
}

const pageNumber = (): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [
      new TextRun({ children: [PageNumber.CURRENT], font: FONT, size: lookOf('pageNumber').size * 2 }),
    ],
  });

const demonstrationLine = (text: string): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ text: `◈ ${text} ◈`, font: FONT, size: 24, bold: true, color: '5B2E91' })],
  });
