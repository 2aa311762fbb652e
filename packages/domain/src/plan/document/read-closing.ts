import type { Block } from './block.ts';
import { fold, isUpperCase } from './fold.ts';
import type { Signer, Written } from './plan-document.ts';

export interface Closing {
  readonly recipients: readonly Written[];
  readonly signer: Signer | null;
  readonly used: ReadonlySet<number>;
  /** For each paragraph the annex it stands in. */
  readonly annexes: readonly (number | null)[];
}

const RECIPIENTS = /^nơi nhận\s*:?/iu;
const AUTHORITY = /^(?:TM|KT|TL|TUQ|T\/M|Q)\.\s?\p{Lu}/u;
const TITLE =
  /^(?:(?:KT|TL|TUQ|Q)\.\s?)?(?:PHÓ )?(?:CHỦ TỊCH|GIÁM ĐỐC|TRƯỞNG PHÒNG|TRƯỞNG BAN|BÍ THƯ|CHÁNH VĂN PHÒNG|CHỦ NHIỆM|CỤC TRƯỞNG)/u;
const NAME = /^\p{Lu}\p{Ll}*(?:\s\p{Lu}\p{Ll}*){1,4}$/u;
const ANNEX = /^phu luc(?:\s|$|:)/u;
const ATTACHED = /^\(?\s*(?:ban hanh kem theo|kem theo|dinh kem)/u;
const CLOSING_SPAN = 60;
const SITE_FACTS = 40;

const whole = (at: number, block: Block): Written => ({
  text: block.text,
  span: { paragraph: at, start: 0, end: block.text.length },
});

/** Where the document proper ends: recipients, signature, annexes. `skip` = repeated paragraphs and the head. */
export function readClosing(blocks: readonly Block[], skip: ReadonlySet<number>): Closing {
  const start = blocks.findLastIndex((block, at) => !skip.has(at) && RECIPIENTS.test(block.text));
  const signStart = blocks.findIndex(
    (block, at) =>
      !skip.has(at) && block.cell === null && isSigning(block.text) && !decides(blocks[at + 1]?.text ?? ''),
  );
  const first = firstOf(start, signStart);
  const used = new Set<number>();
  const recipients: Written[] = [];
  const signing: number[] = [];
  const annexAt = annexStarts(blocks, skip, first < 0 ? blocks.length : first);
  const end = annexAt.find((at) => at > first) ?? blocks.length;
  for (let at = Math.max(first, 0); first >= 0 && at < Math.min(end, first + CLOSING_SPAN); at++) {
    const block = blocks[at] as Block;
    if (skip.has(at) || block.cell !== null || block.place === 'page-mark') continue;
    if (!closes(block.text, at, first)) break;
    used.add(at);
    if (isRecipient(block.text)) recipients.push(recipientOf(at, block));
    else if (!RECIPIENTS.test(block.text)) signing.push(at);
  }
  return { recipients, signer: signerOf(blocks, signing), used, annexes: annexesOf(blocks.length, annexAt) };
}

const firstOf = (a: number, b: number): number => (a < 0 ? b : b < 0 ? a : Math.min(a, b));
const isSigning = (text: string): boolean =>
  (AUTHORITY.test(text) || TITLE.test(text)) && isUpperCase(text) && text.length < 80;
/** What follows the office that decides, named over the grounds of a decision. */
const decides = (next: string): boolean =>
  /^(?:Căn cứ|Thực hiện|Thi hành|Xét|Theo)(?!\p{L})|^QUYẾT (?:ĐỊNH|NGHỊ)\s*:/u.test(next);
const isRecipient = (text: string): boolean => /^[-–+*•]\s*\S/u.test(text);

/** A closing has lists, capitals and short names; a long sentence ends it. */
const closes = (text: string, at: number, first: number): boolean =>
  at === first || isRecipient(text) || RECIPIENTS.test(text) || text.length <= 120;

function recipientOf(at: number, block: Block): Written {
  const start = /^[-–+*•]\s*/u.exec(block.text)?.[0].length ?? 0;
  const end = block.text.replace(/[.;,\s]+$/u, '').length;
  return { text: block.text.slice(start, end), span: { paragraph: at, start, end } };
}

function signerOf(blocks: readonly Block[], at: readonly number[]): Signer | null {
  let authority: Written | null = null;
  let title: Written | null = null;
  let name: Written | null = null;
  for (const place of at) {
    const block = blocks[place] as Block;
    if (AUTHORITY.test(block.text) && isUpperCase(block.text)) authority ??= whole(place, block);
    else if (TITLE.test(block.text) && isUpperCase(block.text)) title = whole(place, block);
    else if (NAME.test(block.text)) name = whole(place, block);
  }
  name ??= signerNamed(blocks);
  return authority === null && title === null && name === null ? null : { authority, title, name };
}

const SIGNED_BY = /(?<!\p{L})Người ký\s*:\s*(\p{Lu}\p{Ll}*(?:\s\p{Lu}\p{Ll}*){1,4})$/u;

/** "Người ký | Hồ Tiến Thiệu", "Nơi ban hành: Tỉnh An Người ký: Hồ Tiến Thiệu": a legal web site gives the name beside the text, which then often lacks it. */
function signerNamed(blocks: readonly Block[]): Written | null {
  const at = blocks.slice(0, SITE_FACTS).findIndex(({ text }) => /^Người ký\s*:?$/iu.test(text)) + 1;
  const beside = blocks.slice(0, SITE_FACTS).findIndex(({ text }) => SIGNED_BY.test(text));
  if (at === 0 && beside >= 0) {
    const { text } = blocks[beside] as Block;
    const start = text.length - (SIGNED_BY.exec(text)?.[1] ?? '').length;
    return { text: text.slice(start), span: { paragraph: beside, start, end: text.length } };
  }
  const block = blocks[at];
  return at > 0 && block !== undefined && NAME.test(block.text) ? whole(at, block) : null;
}

/** An annex begins with "PHỤ LỤC", or with a title over "(Ban hành kèm theo …)" after the signature. */
function annexStarts(
  blocks: readonly Block[],
  skip: ReadonlySet<number>,
  closing: number,
): readonly number[] {
  const starts: number[] = [];
  for (const [at, block] of blocks.entries()) {
    if (skip.has(at) || block.cell !== null || block.text.length > 250) continue;
    const plain = fold(block.text);
    if (ANNEX.test(plain) && (isUpperCase(block.text.slice(0, 7)) || at > closing)) starts.push(at);
    else if (at > closing && ATTACHED.test(plain)) {
      let title = at - 1;
      while (
        title > closing &&
        isUpperCase(blocks[title]?.text ?? '') &&
        !isSigning(blocks[title]?.text ?? '')
      )
        title--;
      const begin = title + 1;
      if (begin < at && !starts.some((start) => start >= begin - 1)) starts.push(begin);
    }
  }
  return starts;
}

function annexesOf(count: number, starts: readonly number[]): readonly (number | null)[] {
  const annexes: (number | null)[] = Array.from({ length: count }, () => null);
  for (const [number, start] of starts.entries()) {
    for (let at = start; at < count; at++) annexes[at] = number + 1;
  }
  return annexes;
}
