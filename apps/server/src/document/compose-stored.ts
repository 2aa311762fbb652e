import { composeDocument } from '@benvung/domain/document/compose-document';
import type { DocumentFrame } from '@benvung/domain/document/document-frame';
import { KIND_RULES } from '@benvung/domain/document/document-kinds';
import { referenceOf } from '@benvung/domain/document/number-and-day';
import type { OfficialDocument } from '@benvung/domain/document/official-document';
import { searchKey } from '@benvung/domain/shared/vietnamese-text';
import type { DocumentLine, StoredDocument } from './document.store.ts';

/** `12/QĐ-UBND`; null while it has no number. What came in from outside has the reference it came with. */
export const referenceOfStored = ({
  kind,
  number,
  symbol,
}: Pick<DocumentLine, 'kind' | 'number' | 'symbol'>): string | null => {
  if (kind === 'incoming') return symbol;
  return number === null ? null : referenceOf(number, symbol);
};

/** The frame a stored document is laid out in: what was kept, with number, day and code. */
export function frameOf(document: StoredDocument): DocumentFrame {
  const { address, ...kept } = document.frame;
  return {
    ...kept,
    number: document.number,
    symbol: document.symbol,
    day: document.day,
    verification: document.number === null ? null : { address, code: document.code },
  };
}

/** A stored document as it is laid out; always the same from the same row. */
export const composeStored = (document: StoredDocument): OfficialDocument =>
  composeDocument(document.kind, document.data as never, frameOf(document));

/** `12-QĐ-UBND.pdf`, or `bien-ban-hop-thon-2024-10-08.pdf` without a number: a name without personal data. */
export function fileNameOf(document: DocumentLine, ending: string): string {
  const reference = referenceOfStored(document)?.replaceAll('/', '-');
  const name = reference ?? `${fileWordOf(document.kind)}-${document.day}`;
  return `${name}.${ending}`;
}

/** `giay-chung-nhan` */
export const fileWordOf = (kind: DocumentLine['kind']): string =>
  searchKey(KIND_RULES[kind].label.vi).replaceAll(' ', '-');
