/**
 * An official document as it is laid out: what a renderer prints, in order, with nothing left to decide. Templates
 * make it from data; the DOCX and the PDF are made from the same model.
 */
export interface Run {
  readonly text: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
}

export type Rich = string | readonly Run[];

export type Alignment = 'left' | 'centre' | 'right' | 'justify';

export interface TableColumn {
  readonly label: string;
  /** Neighbouring columns with the same group stand under one heading. */
  readonly group?: string;
  /** Share of the table's width, in any unit. */
  readonly width: number;
  readonly align?: 'left' | 'centre' | 'right';
}

export interface TableRow {
  readonly cells: readonly string[];
  readonly bold?: boolean;
}

export interface DocumentTable {
  readonly columns: readonly TableColumn[];
  readonly rows: readonly TableRow[];
  /** Points; 12 unless told. */
  readonly size?: number;
  /** A row of column numbers (1), (2) … under the heading. */
  readonly numbered?: boolean;
}

export interface SignatureBlock {
  /** `TM. ỦY BAN NHÂN DÂN`, `KT. CHỦ TỊCH`, …: what stands above the position; upper case. */
  readonly authority: readonly string[];
  /** `CHỦ TỊCH`. */
  readonly position: string;
  readonly note?: string;
  readonly name: string | null;
}

export type Block =
  | { readonly kind: 'chapter'; readonly label: string; readonly title: string }
  | { readonly kind: 'section'; readonly label: string; readonly title: string }
  | { readonly kind: 'article'; readonly number: number; readonly title?: string; readonly text?: Rich }
  | { readonly kind: 'clause'; readonly number: number; readonly title?: string; readonly text?: Rich }
  | { readonly kind: 'point'; readonly letter: string; readonly text: Rich }
  /** "I. 1. a) -" of plans and reports; level 1 upper and bold, level 2 bold when it is a title. */
  | {
      readonly kind: 'outline';
      readonly level: 1 | 2 | 3 | 4;
      readonly mark: string;
      readonly text: Rich;
      readonly title?: boolean;
    }
  | {
      readonly kind: 'paragraph';
      readonly text: Rich;
      readonly align?: Alignment;
      readonly flush?: boolean;
      readonly size?: number;
      readonly keepWithNext?: boolean;
    }
  | { readonly kind: 'heading'; readonly text: string; readonly size?: number }
  | { readonly kind: 'table'; readonly table: DocumentTable }
  | { readonly kind: 'signatures'; readonly blocks: readonly SignatureBlock[] }
  | {
      readonly kind: 'qr';
      readonly text: string;
      readonly millimetres: number;
      readonly caption: readonly string[];
    };

export interface Annex {
  /** `Phụ lục I`; null when there is a single list without a number. */
  readonly label: string | null;
  readonly title: string;
  /** "(Kèm theo Quyết định số … ngày …)"; null in a document signed electronically (Phụ lục I, mục II). */
  readonly attached: string | null;
  readonly landscape: boolean;
  readonly body: readonly Block[];
}

export interface OfficialDocument {
  readonly superior: string | null;
  /** The issuing body in the lines it is printed in. */
  readonly body: readonly string[];
  readonly numberLine: string | null;
  readonly correspondenceSubject: string | null;
  readonly placeAndDay: string;
  readonly title: { readonly type: string; readonly subject: string | null } | null;
  /** `CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ BẰNG MẠC`, above the grounds of a decision. */
  readonly authority: string | null;
  readonly grounds: readonly string[];
  /** `QUYẾT ĐỊNH:` */
  readonly enacting: string | null;
  readonly addressees: readonly string[];
  readonly content: readonly Block[];
  /** Points; 14 unless the sheet is read from afar. */
  readonly bodySize: number;
  readonly recipients: readonly string[];
  readonly signature: SignatureBlock | null;
  /** Stands left of the signature instead of the recipients (the code of a certificate). */
  readonly besideSignature: readonly Block[];
  readonly annexes: readonly Annex[];
  readonly landscape: boolean;
  /** A line at the foot of page 1: how to verify the document. */
  readonly footer: string | null;
  readonly watermark: string | null;
  /** For the file: title and the body as its author. */
  readonly name: string;
}

/** "2022 - 2026", "50 %", "số 12": a line is not broken inside them; none begins with the dash of "Lao động - Thương binh". */
export const keptTogether = (text: string): string =>
  text
    .replace(/(\d) - (?=\d)/gu, '$1\u00a0-\u00a0')
    .replace(/(\p{L}) - (?=\p{L})/gu, '$1\u00a0- ')
    .replace(/(\d) %/gu, '$1\u00a0%')
    .replace(/\b(số|ngày|tháng|năm|Điều) (?=\d)/gu, '$1\u00a0');
