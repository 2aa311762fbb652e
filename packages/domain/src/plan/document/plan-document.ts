import type { Day } from '../../shared/day.ts';
import type { Paragraph } from './paragraph.ts';
import type { TextSpan } from './source-place.ts';

/** A written official document, as far as it was understood; what was not stays in `paragraphs`. */
export interface PlanDocument {
  /** The source as given (for DOCX and PDF the extracted text), one entry a line, for excerpts. */
  readonly lines: readonly string[];
  readonly paragraphs: readonly Paragraph[];
  readonly head: DocumentHead;
  readonly cited: readonly CitedDocument[];
  readonly sections: readonly Section[];
  readonly targets: readonly Target[];
  readonly nodes: readonly ProgrammeNode[];
  readonly money: readonly MoneyMention[];
  readonly duties: readonly Duty[];
  readonly deadlines: readonly Deadline[];
  readonly tables: readonly Table[];
  readonly recipients: readonly Written[];
  readonly signer: Signer | null;
  readonly repeats: readonly RepeatedBlock[];
  /** Facts of the page layout; only a DOCX has them. */
  readonly layout: LayoutFacts | null;
}

/** A piece of text and where it stands. */
export interface Written {
  readonly text: string;
  readonly span: TextSpan;
}

/** `null` = not written; a blank (`Số:      /KH-UBND`, `ngày ... tháng 3`) has `blank: true`. */
export interface DocumentHead {
  readonly superiorBody: Written | null;
  readonly issuingBody: Written | null;
  /** Number and symbol as written: `03/KH-UBND`. */
  readonly number: (Written & { readonly blank: boolean; readonly symbol: string | null }) | null;
  readonly place: Written | null;
  /** `day` only when day, month and year are all written. */
  readonly date:
    | (Written & { readonly blank: boolean; readonly day: Day | null; readonly year: number | null })
    | null;
  /** KẾ HOẠCH, NGHỊ QUYẾT, QUYẾT ĐỊNH … as written. */
  readonly type: Written | null;
  readonly subject: Written | null;
  /** Year or years the subject names: `năm 2024` = 2024–2024, `giai đoạn 2017-2020` = 2017–2020. */
  readonly period: (Written & { readonly from: number; readonly to: number }) | null;
}

export type DocumentKind =
  | 'law'
  | 'ordinance'
  | 'resolution'
  | 'decree'
  | 'decision'
  | 'directive'
  | 'circular'
  | 'joint-circular'
  | 'plan'
  | 'programme'
  | 'guidance'
  | 'official-letter'
  | 'conclusion'
  | 'notice'
  | 'report'
  | 'submission'
  | 'other';

/** One place where a document is cited. */
export interface Mention {
  readonly span: TextSpan;
  /** As written there: `Quyết định số 90/QĐ-TTg ngày 18/01/2022 của Thủ tướng Chính phủ`. */
  readonly text: string;
  readonly typeWords: string | null;
  readonly issuer: string | null;
  readonly day: Day | null;
  /** The date as written, also when it is no day of the calendar. */
  readonly dateText: string | null;
  /** The place is a legal ground: "Căn cứ …", "Thực hiện …" before the first section. */
  readonly ground: boolean;
}

/** One document, with each place it is cited; number and symbol decide identity, the date does not. */
export interface CitedDocument {
  readonly kind: DocumentKind;
  /** Number and symbol, blanks closed: `90/QĐ-TTg`, `24/2021/QH15`. `null` when cited by name alone. */
  readonly symbol: string | null;
  readonly number: string | null;
  /** The year inside the number (`27/2022/NĐ-CP` = 2022). */
  readonly yearInNumber: number | null;
  readonly mentions: readonly Mention[];
}

export type NumberingStyle = 'part' | 'roman' | 'letter-upper' | 'article' | 'decimal' | 'letter' | 'bullet';

export interface Section {
  readonly index: number;
  /** As written: `II`, `2.1`, `a`, `7` (Điều 7). */
  readonly number: string;
  readonly style: NumberingStyle;
  /** `)`, `.`, `:` or nothing. */
  readonly mark: string;
  /** The words after the number: the whole paragraph, or its first sentence when text runs on. */
  readonly title: string;
  readonly span: TextSpan;
  readonly parent: number | null;
  readonly depth: number;
  /** Paragraphs from the heading (included) to the next heading of the same or a higher level (excluded). */
  readonly firstParagraph: number;
  readonly endParagraph: number;
}

export type Comparison =
  | 'exactly'
  | 'at-least'
  | 'at-most'
  | 'about'
  /** Ends at the value: "giảm còn", "còn". */
  | 'down-to'
  | 'up-to-level'
  /** Changes by the value: "giảm", "giảm từ … trở lên", "tăng". */
  | 'decrease-by'
  | 'decrease-by-at-least'
  | 'increase-by'
  | 'increase-by-at-least'
  | 'range';

export interface Measure {
  /** As written: `2,69`. */
  readonly text: string;
  readonly value: number;
  readonly span: TextSpan;
}

/** One indicator with one planned value. */
export interface Target {
  /** The words of the indicator as written: `tỷ lệ hộ nghèo chung toàn tỉnh`. */
  readonly indicator: string;
  /** Key for comparing indicators of one document: words without verbs, folded. */
  readonly indicatorKey: string;
  /** `%`, `điểm %`, `hộ`, `người`, `xã`, `lao động` … as written, `%` also for `phần trăm`. */
  readonly unit: string;
  readonly baseline: Measure | null;
  readonly value: Measure;
  /** Upper end of "từ 80% - 90%". */
  readonly upper: Measure | null;
  readonly comparison: Comparison;
  /** Per year: "giảm 3%/năm". */
  readonly perYear: boolean;
  readonly year: number | null;
  /** Whom or where: `các xã có tỷ lệ hộ nghèo cao trên 25%`. */
  readonly scope: string | null;
  readonly span: TextSpan;
  readonly section: number | null;
}

export type NodeField =
  | 'objective'
  | 'target-group'
  | 'content'
  | 'budget'
  | 'lead'
  | 'partners'
  | 'time'
  | 'place';

/** A project, sub-project or content of a programme as a document describes it. */
export interface ProgrammeNode {
  /** `Dự án 3`, `Tiểu dự án 1`; the project a sub-project belongs to is its `parent`. */
  readonly label: string;
  readonly kind: 'project' | 'sub-project' | 'component' | 'content';
  readonly number: string;
  /** Number of the project it belongs to, also when the project has no node of its own. */
  readonly projectNumber: string | null;
  readonly name: string;
  readonly span: TextSpan;
  readonly parent: number | null;
  readonly section: number | null;
  /** Only the fields the document gives; each with its whole text. */
  readonly fields: Readonly<Partial<Record<NodeField, Written>>>;
}

export type MoneySource = 'central' | 'province' | 'district' | 'commune' | 'local' | 'mobilised' | 'credit';
export type MoneyKind = 'investment' | 'recurrent';

export interface MoneyMention {
  readonly span: TextSpan;
  /** As written: `236.000.000 triệu đồng`. */
  readonly text: string;
  readonly amountText: string;
  /** As written: `đồng`, `nghìn đồng`, `triệu đồng`, `tỷ đồng`. */
  readonly unit: string;
  readonly dong: bigint;
  readonly source: MoneySource | null;
  readonly kind: MoneyKind | null;
  /** What the money is for, as written before or after it. */
  readonly label: string;
  /** Index in `PlanDocument.money` of the sum it is a part of ("gồm", "trong đó", deeper bullets). */
  readonly partOf: number | null;
  /** `trong đó` names some parts only; `gồm` and a colon list name them all. */
  readonly partial: boolean;
  /** "(Bốn trăm ba ba triệu đồng)". */
  readonly inWords: Written | null;
}

/** What one agency or person must do. */
export interface Duty {
  /** The agency or person as written; `null` when the section names nobody. */
  readonly owner: Written | null;
  readonly text: string;
  readonly span: TextSpan;
  readonly section: number | null;
  /** `Dự án 1`, `Tiểu dự án 2 của Dự án 6` named in it. */
  readonly assigned: readonly NodeReference[];
}

export interface NodeReference {
  readonly label: string;
  readonly projectNumber: string | null;
  readonly subProjectNumber: string | null;
  readonly span: TextSpan;
}

export type DeadlineKind = 'week' | 'month' | 'quarter' | 'half-year' | 'nine-months' | 'year' | 'once';

export interface Deadline {
  readonly span: TextSpan;
  /** As written: `trước ngày 30/11/2024`, `trước ngày 15 tháng cuối quý`. */
  readonly text: string;
  readonly day: Day | null;
  /** Day of the month of a recurring deadline. */
  readonly dayOfMonth: number | null;
  readonly kind: DeadlineKind;
  /** A report is due, not work. */
  readonly report: boolean;
  readonly recipient: string | null;
  readonly section: number | null;
}

export interface TableCell {
  readonly text: string;
  readonly span: TextSpan;
  /** The number it holds, with Vietnamese marks understood; `null` for text and blanks. */
  readonly value: number | null;
}

export interface TableColumn {
  readonly title: string;
  readonly type: 'ordinal' | 'text' | 'count' | 'decimal' | 'percent' | 'money';
  /** A unit named in the column's title or above the table. */
  readonly unit: string | null;
}

export interface TableRow {
  readonly cells: readonly (TableCell | null)[];
  /** `total` = Tổng cộng, Toàn tỉnh, Cộng; `group` = a row that the following rows detail. */
  readonly role: 'data' | 'total' | 'group';
}

export interface Table {
  readonly index: number;
  readonly title: string | null;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly TableRow[];
  readonly firstParagraph: number;
  readonly endParagraph: number;
  /** Its cells were flattened to one a line and put together again. */
  readonly reassembled: boolean;
}

export interface Signer {
  /** `TM. ỦY BAN NHÂN DÂN`, `KT. CHỦ TỊCH`. */
  readonly authority: Written | null;
  readonly title: Written | null;
  readonly name: Written | null;
}

/** Pages given twice: paragraphs `[from, to)` repeat those beginning at `of`. */
export interface RepeatedBlock {
  readonly from: number;
  readonly to: number;
  readonly of: number;
}

/** Lengths in millimetres, sizes in points, as a DOCX states them; `null` and `[]` = it cannot be told. */
export interface LayoutFacts {
  readonly pageWidth: number | null;
  readonly pageHeight: number | null;
  readonly margins: {
    readonly top: number;
    readonly bottom: number;
    readonly left: number;
    readonly right: number;
  } | null;
  /** Fonts and sizes by the number of characters set in them, most first. */
  readonly fonts: readonly { readonly name: string; readonly characters: number }[];
  readonly sizes: readonly { readonly points: number; readonly characters: number }[];
  /** A line under the motto, and under the issuing body. */
  readonly underMotto: boolean | null;
  readonly underIssuer: boolean | null;
  /** Where page numbers stand; `null` = the document has none. */
  readonly pageNumber: {
    readonly place: 'header' | 'footer';
    readonly centred: boolean;
    readonly onFirstPage: boolean;
  } | null;
  readonly pageNumberKnown: boolean;
  readonly parts: readonly LayoutPart[];
}

/** How a part of the head or the body is set. */
export interface LayoutPart {
  readonly part: 'national-name' | 'motto' | 'issuer' | 'number' | 'date' | 'type' | 'subject' | 'body';
  readonly points: number | null;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly paragraph: number;
}

/** Layout as the reader of a file gives it: parts by the line of the extracted text, from 1. */
export type SourceLayout = Omit<LayoutFacts, 'parts'> & {
  readonly parts: readonly (Omit<LayoutPart, 'paragraph'> & { readonly line: number })[];
};
