import type { Annex, Block } from '@benvung/domain/document/official-document';
import { Document, Packer, Paragraph } from 'docx';
import { strFromU8, unzipSync } from 'fflate';
import { piecesOf } from './docx/blocks.ts';
import { annexHead } from './docx/frame.ts';
import { textWidthOf } from './docx/measures.ts';
import { TableRows } from './docx/table-rows.ts';

type Pieces = ReturnType<typeof piecesOf>;

/** The body of a document as Word's own XML, to stand where a template says `{noi_dung}`. */
export const bodyXml = (blocks: readonly Block[], size: number): Promise<string> =>
  xmlOf((rows) => drawn(blocks, { size, room: textWidthOf(false), rows }));

/** Where an annex begins: a filled template puts a section there (`annexSections`). */
export const ANNEX_MARK = '⟦phu-luc⟧';

/** Annexes, each after its mark, to stand where a template says `{phu_luc}`. */
export const annexesXml = (annexes: readonly Annex[], size: number): Promise<string> =>
  xmlOf((rows) =>
    annexes.flatMap((annex) => {
      const room = textWidthOf(false);
      const fresh = new Paragraph(ANNEX_MARK);
      return [fresh, ...annexHead(annex, room), ...drawn(annex.body, { size, room, rows })];
    }),
  );

/** Pictures belong to the template: it places `{ma_qr}` itself. */
const drawn = (blocks: readonly Block[], place: Parameters<typeof piecesOf>[1]): Pieces =>
  blocks.filter(({ kind }) => kind !== 'qr').flatMap((block) => piecesOf(block, place));

async function xmlOf(draw: (rows: TableRows) => Pieces): Promise<string> {
  const rows = new TableRows();
  const children = draw(rows);
  if (children.length === 0) return '';
  const file = new Document({ sections: [{ children }] });
  const parts = unzipSync(await Packer.toBuffer(file));
  const xml = strFromU8(parts['word/document.xml'] as Uint8Array);
  return rows.write(xml.slice(xml.indexOf('<w:body>') + '<w:body>'.length, xml.lastIndexOf('<w:sectPr')));
}
