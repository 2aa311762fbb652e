import type { Numbering } from './docx-numbering.ts';
import { isOn, type Lettering, type ParagraphStyle, type Styles, takeLettering } from './docx-styles.ts';
import { PLAN_FILE_LIMITS, PlanFileRefusal } from './file-refusal.ts';
import { walkXml } from './xml-events.ts';

/** A stretch of text set in one way. */
export interface SetText {
  readonly text: string;
  readonly font: string | undefined;
  readonly points: number | undefined;
  readonly bold: boolean;
  readonly italic: boolean;
}

export interface DocxParagraph {
  readonly kind: 'paragraph';
  readonly text: string;
  readonly runs: readonly SetText[];
  /** A line is drawn in or under it: a shape, a border, an underline. */
  readonly ruled: boolean;
}

export interface DocxTable {
  readonly kind: 'table';
  /** Rows of cells of paragraphs; tables in cells are given by their text. */
  readonly rows: readonly (readonly (readonly DocxParagraph[])[])[];
}

export type DocxBlock = DocxParagraph | DocxTable;

/** Page size and margins in twentieths of a point, and what headers and footers the section names. */
export interface DocxSection {
  readonly page: Readonly<
    Record<'width' | 'height' | 'top' | 'bottom' | 'left' | 'right', number | undefined>
  >;
  readonly references: readonly {
    readonly kind: 'header' | 'footer';
    readonly type: string;
    readonly id: string;
  }[];
  readonly firstPageDiffers: boolean;
}

export interface DocxBody {
  readonly blocks: readonly DocxBlock[];
  readonly section: DocxSection | null;
}

interface OpenParagraph {
  style: ParagraphStyle;
  listId: string | undefined;
  listLevel: number | undefined;
  runs: SetText[];
  ruled: boolean;
}

interface OpenTable {
  rows: DocxParagraph[][][];
  /** Columns the open cell spans, and whether it goes on from the cell above. */
  span: number;
  goesOn: boolean;
}

/** A line broken within a paragraph, as Unicode writes it. */
export const LINE_BREAK = '\u2028';

/** More columns than any table has; a wider span is no span. */
const WIDEST_SPAN = 60;

/** The main text of a DOCX in its order. Deleted text and the older form of drawings are left out. */
export function readBody(xml: string, styles: Styles, numbering: Numbering): DocxBody {
  const reader = new BodyReader(styles, numbering);
  walkXml(xml, reader);
  return { blocks: reader.blocks, section: reader.section };
}

const SKIPPED = new Set(['del', 'Fallback', 'moveFrom', 'instrText', 'delText', 'footnote', 'comment']);

class BodyReader {
  readonly blocks: DocxBlock[] = [];
  section: DocxSection | null = null;
  readonly #styles: Styles;
  readonly #numbering: Numbering;
  readonly #paragraphs: OpenParagraph[] = [];
  readonly #tables: OpenTable[] = [];
  #run: Lettering | undefined;
  #text = '';
  #inText = false;
  #inRunProperties = false;
  #skipped = 0;
  #draft: {
    page: Record<string, number | undefined>;
    references: DocxSection['references'][number][];
    first: boolean;
  } | null = null;

  constructor(styles: Styles, numbering: Numbering) {
    this.#styles = styles;
    this.#numbering = numbering;
  }

  open(name: string, attribute: (name: string) => string | undefined): void {
    if (SKIPPED.has(name)) this.#skipped++;
    if (this.#skipped > 0) return;
    if (this.#openBlock(name) || this.#openSection(name, attribute)) return;
    if (this.#openMerge(name, attribute)) return;
    const paragraph = this.#paragraphs.at(-1);
    if (paragraph !== undefined) this.#openInParagraph(paragraph, name, attribute);
  }

  #openBlock(name: string): boolean {
    if (name === 'tbl') {
      if (this.#tables.length >= PLAN_FILE_LIMITS.tablesInTables)
        throw new PlanFileRefusal('plan.file-too-deep');
      this.#tables.push({ rows: [], span: 1, goesOn: false });
    } else if (name === 'tr') this.#tables.at(-1)?.rows.push([]);
    else if (name === 'tc') this.#openCell();
    else if (name === 'p')
      this.#paragraphs.push({
        style: this.#styles.resolve(undefined),
        listId: undefined,
        listLevel: undefined,
        runs: [],
        ruled: false,
      });
    else return false;
    return true;
  }

  #openCell(): void {
    const table = this.#tables.at(-1);
    table?.rows.at(-1)?.push([]);
    if (table !== undefined) Object.assign(table, { span: 1, goesOn: false });
  }

  #openMerge(name: string, attribute: (name: string) => string | undefined): boolean {
    const table = this.#tables.at(-1);
    if (table === undefined || (name !== 'gridSpan' && name !== 'vMerge')) return false;
    if (name === 'gridSpan') table.span = Math.min(Number(attribute('val')) || 1, WIDEST_SPAN);
    else table.goesOn = attribute('val') !== 'restart';
    return true;
  }

  /** A cell over several columns leaves the others empty; one over several rows says its words in each, never a number. */
  #endCell(): void {
    const table = this.#tables.at(-1);
    const row = table?.rows.at(-1);
    if (table === undefined || row === undefined) return;
    const above = table.goesOn ? table.rows.at(-2)?.[row.length - 1] : undefined;
    if (above?.some(({ text }) => /\p{L}{2}/u.test(text)) === true) row.at(-1)?.push(...above);
    for (let column = 1; column < table.span; column++) row.push([]);
    Object.assign(table, { span: 1, goesOn: false });
  }

  #openSection(name: string, attribute: (name: string) => string | undefined): boolean {
    if (name === 'sectPr') this.#draft = { page: {}, references: [], first: false };
    const draft = this.#draft;
    if (draft === null) return false;
    const length = (of: string) => (attribute(of) === undefined ? undefined : Number(attribute(of)));
    if (name === 'pgSz') Object.assign(draft.page, { width: length('w'), height: length('h') });
    else if (name === 'pgMar')
      Object.assign(draft.page, {
        top: length('top'),
        bottom: length('bottom'),
        left: length('left'),
        right: length('right'),
      });
    else if (name === 'titlePg') draft.first = isOn(attribute('val'));
    else if (name === 'headerReference' || name === 'footerReference')
      draft.references.push({
        kind: name === 'headerReference' ? 'header' : 'footer',
        type: attribute('type') ?? 'default',
        id: attribute('id') ?? '',
      });
    return true;
  }

  #openInParagraph(
    paragraph: OpenParagraph,
    name: string,
    attribute: (name: string) => string | undefined,
  ): void {
    const value = attribute('val');
    if (name === 'pStyle') paragraph.style = this.#styles.resolve(value);
    else if (name === 'numId') paragraph.listId = value;
    else if (name === 'ilvl') paragraph.listLevel = Number(value);
    else if (name === 'r') this.#run = {};
    else if (name === 'rPr') this.#inRunProperties = this.#run !== undefined;
    else if (name === 't') this.#inText = true;
    else if (name === 'tab' && !this.#inRunProperties && this.#run !== undefined) this.#text += '\t';
    else if (name === 'br' || name === 'cr') this.#text += LINE_BREAK;
    else if (name === 'noBreakHyphen') this.#text += '-';
    else if (name === 'softHyphen') this.#text += '\u00ad';
    else if (name === 'line' || name === 'connector' || name === 'cxnSp' || name === 'pict')
      paragraph.ruled = true;
    else if (name === 'prstGeom' && /line|connector/iu.test(attribute('prst') ?? '')) paragraph.ruled = true;
    else if (name === 'bottom' && attribute('sz') !== undefined) paragraph.ruled = true;
    else if (name === 'u' && isOn(value)) paragraph.ruled = true;
    else if (this.#inRunProperties && this.#run !== undefined) takeLettering(this.#run, name, attribute);
  }

  text(text: string): void {
    if (this.#inText && this.#skipped === 0) this.#text += text;
  }

  close(name: string): void {
    if (SKIPPED.has(name)) this.#skipped--;
    if (this.#skipped > 0) return;
    if (name === 't') this.#inText = false;
    else if (name === 'rPr') this.#inRunProperties = false;
    else if (name === 'r') this.#endRun();
    else if (name === 'p') this.#endParagraph();
    else if (name === 'tc') this.#endCell();
    else if (name === 'tbl') this.#endTable();
    else if (name === 'sectPr') this.#endSection();
  }

  #endRun(): void {
    const paragraph = this.#paragraphs.at(-1);
    if (paragraph !== undefined && this.#text !== '') {
      const set = { ...paragraph.style, ...this.#run };
      paragraph.runs.push({
        text: this.#text.replace(/[\r\n]+/gu, ' '),
        font: set.font,
        points: set.points,
        bold: set.bold ?? false,
        italic: set.italic ?? false,
      });
    }
    this.#text = '';
    this.#run = undefined;
  }

  #endParagraph(): void {
    const open = this.#paragraphs.pop();
    if (open === undefined) return;
    const written = open.runs.map((run) => run.text).join('');
    const listId = open.listId ?? open.style.listId;
    const listed = listId !== undefined && listId !== '0' && written.trim() !== '';
    const number = listed
      ? this.#numbering.next(listId, open.listLevel ?? open.style.listLevel ?? 0)
      : undefined;
    const text = number === undefined ? written : `${number} ${written.trimStart()}`;
    this.#place({ kind: 'paragraph', text, runs: open.runs, ruled: open.ruled });
  }

  #place(paragraph: DocxParagraph): void {
    const cell = this.#tables.at(-1)?.rows.at(-1)?.at(-1);
    if (cell !== undefined) cell.push(paragraph);
    else this.blocks.push(paragraph);
  }

  #endTable(): void {
    const table = this.#tables.pop();
    if (table === undefined) return;
    const outer = this.#tables.at(-1)?.rows.at(-1)?.at(-1);
    if (outer === undefined) this.blocks.push({ kind: 'table', rows: table.rows });
    else outer.push(...table.rows.flat(2));
  }

  #endSection(): void {
    const draft = this.#draft;
    this.#draft = null;
    // The first section is the document proper; annexes often turn the page.
    if (draft === null || this.section !== null) return;
    const { width, height, top, bottom, left, right } = draft.page;
    this.section = {
      page: { width, height, top, bottom, left, right },
      references: draft.references,
      firstPageDiffers: draft.first,
    };
  }
}
