import { groupThousands } from '../../shared/phrase.ts';
import { groupedCode } from '../../shared/printed-code.ts';
import type { Citation, RoundKind } from '../document-data.ts';
import type { DocumentFrame } from '../document-frame.ts';
import type { DocumentType } from '../document-types.ts';
import { TYPE_NAMES } from '../document-types.ts';
import { roman } from '../enumerate.ts';
import { dayInWords, numberLine, placeAndDay, referenceOf, shortDay } from '../number-and-day.ts';
import type { Annex, Block, OfficialDocument, Rich, TableColumn } from '../official-document.ts';
import { signatureOf } from '../signature.ts';

/** What a template says; the rest of the document follows from the frame. */
export interface Draft {
  readonly type: DocumentType;
  readonly typeName?: string;
  /** Null: a document without a type name and subject (an official letter, which has `correspondence`). */
  readonly subject: string | null;
  readonly correspondence?: string;
  readonly numbered?: boolean;
  readonly collective: boolean;
  /** The head of the body decides: its office is named above the grounds. */
  readonly authority?: string | null;
  readonly grounds?: readonly string[];
  readonly enacting?: string | null;
  readonly addressees?: readonly string[];
  readonly content: readonly Block[];
  readonly bodySize?: number;
  readonly recipients: readonly string[];
  readonly besideSignature?: readonly Block[];
  readonly signature?: OfficialDocument['signature'];
  readonly annexes?: readonly Omit<Annex, 'attached' | 'label'>[];
  readonly landscape?: boolean;
  /** Papers that end in a table or a form bear no "./.". */
  readonly open?: boolean;
}

/** The document around what a template says: head, ending, recipients, signature, annexes, foot. */
export function layOut(frame: DocumentFrame, draft: Draft): OfficialDocument {
  const { issuer } = frame;
  const numbered = draft.numbered ?? true;
  const name = draft.typeName ?? TYPE_NAMES[draft.type].name;
  return {
    superior: issuer.superior,
    body: issuer.body,
    numberLine: numbered ? numberLine(frame.number, frame.symbol) : null,
    correspondenceSubject: draft.correspondence ?? null,
    placeAndDay: placeAndDay(issuer.place, frame.day),
    title: draft.type === 'CV' ? null : { type: name, subject: draft.subject },
    authority: draft.authority ?? null,
    grounds: endGrounds(draft.grounds ?? []),
    enacting: draft.enacting ?? null,
    addressees: draft.addressees ?? [],
    content: draft.open === true ? draft.content : withEnding(draft.content),
    bodySize: draft.bodySize ?? 14,
    recipients: recipientsOf(frame, draft),
    signature: draft.signature === undefined ? signatureOf(frame, draft.collective) : draft.signature,
    besideSignature: draft.besideSignature ?? [],
    annexes: annexesOf(frame, draft),
    landscape: draft.landscape ?? false,
    footer: draft.type === 'GCN' ? null : verificationLine(frame),
    watermark: frame.demonstration ? 'DỮ LIỆU TRÌNH DIỄN' : null,
    name: [name, draft.subject ?? draft.correspondence].filter(Boolean).join(' '),
  };
}

/** Each ground on its line, ending ";", the last "." (Phụ lục I, mục II.6). */
export const endGrounds = (grounds: readonly string[]): string[] =>
  grounds.map((ground, at) => ground.replace(/[\s.;]+$/u, '') + (at === grounds.length - 1 ? '.' : ';'));

/** The text of a document ends "./.". */
export function withEnding(content: readonly Block[]): Block[] {
  const at = content.findLastIndex(
    (block) => 'text' in block && block.kind !== 'heading' && block.kind !== 'qr',
  );
  return content.map((block, place) => (place === at ? endBlock(block) : block));
}

const ending = (text: string): string => `${text.replace(/[\s.;:/]+$/u, '')}./.`;

function endBlock(block: Block): Block {
  if (!('text' in block) || block.text === undefined) return block;
  const { text } = block;
  if (typeof text === 'string') return { ...block, text: ending(text) } as Block;
  const last = text.at(-1);
  if (last === undefined) return block;
  return { ...block, text: [...text.slice(0, -1), { ...last, text: ending(last.text) }] } as Block;
}

/** "Như trên" first where somebody is addressed; "Lưu: VT" last; each ends ";", the last "." */
function recipientsOf(frame: DocumentFrame, draft: Draft): string[] {
  const wanted = frame.recipients ?? draft.recipients;
  if (wanted.length === 0) return [];
  const list = [...wanted];
  if ((draft.addressees ?? []).length > 0 && list[0] !== 'Như trên') list.unshift('Như trên');
  if (!list.some((line) => line.startsWith('Lưu:'))) list.push('Lưu: VT');
  return list.map((line, at) => line.replace(/[\s.;]+$/u, '') + (at === list.length - 1 ? '.' : ';'));
}

/** Annexes are numbered in Roman figures when there are two or more (Phụ lục I, mục III). */
function annexesOf(frame: DocumentFrame, draft: Draft): Annex[] {
  const annexes = draft.annexes ?? [];
  const attached = frame.electronic ? null : attachedLine(frame, draft);
  return annexes.map((annex, at) => ({
    ...annex,
    label: annexes.length > 1 ? `Phụ lục ${roman(at + 1)}` : 'Phụ lục',
    attached,
  }));
}

function attachedLine(frame: DocumentFrame, draft: Draft): string {
  const name = lowerType(draft.typeName ?? TYPE_NAMES[draft.type].name);
  const number = frame.number === null ? `      /${frame.symbol}` : referenceOf(frame.number, frame.symbol);
  const day = frame.day === null ? 'ngày      tháng      năm      ' : dayInWords(frame.day);
  return `(Kèm theo ${name} số ${number} ${day} của ${frame.issuer.bodyName})`;
}

/** `QUYẾT ĐỊNH` as `Quyết định`. */
export const lowerType = (name: string): string => name.charAt(0) + name.slice(1).toLocaleLowerCase('vi');

function verificationLine(frame: DocumentFrame): string | null {
  if (frame.verification === null) return null;
  const { address, code } = frame.verification;
  return address === null
    ? `Mã xác minh văn bản: ${groupedCode(code)}`
    : `Xác minh văn bản: ${address}, mã ${groupedCode(code)}`;
}

export const paragraph = (text: Rich): Block => ({ kind: 'paragraph', text });
export const centred = (text: Rich): Block => ({ kind: 'paragraph', text, align: 'centre', flush: true });
export const bold = (text: string): { text: string; bold: true } => ({ text, bold: true });

export const column = (label: string, width: number, align: TableColumn['align'] = 'left'): TableColumn => ({
  label,
  width,
  align,
});

/** Articles numbered in order, each with its text. */
export const articles = (texts: readonly { title?: string; text?: Rich }[]): Block[] =>
  texts.map((text, at) => ({ kind: 'article', number: at + 1, ...text }));

export const whole = (value: number | null | undefined): string =>
  value === null || value === undefined ? '' : groupThousands(value);

/** `Quyết định số 31/QĐ-UBND ngày 12/12/2026 của …`. */
export const cited = (
  type: string,
  citation: Citation,
  dayWords = (day: string) => `ngày ${shortDay(day)}`,
): string =>
  `${type} số ${citation.reference} ${dayWords(citation.day)}${citation.body ? ` của ${citation.body}` : ''}`;

export const roundName = (roundKind: RoundKind, year: number): string =>
  roundKind === 'periodic' ? `định kỳ năm ${year}` : `thường xuyên năm ${year}`;

/** `TỈNH LẠNG SƠN`-style words of the head's office: "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ BẰNG MẠC". */
export const headOffice = (frame: DocumentFrame): string =>
  `${frame.issuer.abbreviation === 'BCĐ' ? 'TRƯỞNG' : 'CHỦ TỊCH'} ${withPlaceTogether(frame).toLocaleUpperCase('vi')}`;

/** The line is not broken within the unit's name. */
const withPlaceTogether = ({ issuer: { bodyName, unitName } }: DocumentFrame): string =>
  bodyName.replace(unitName, unitName.replaceAll(' ', '\u00a0'));
