import { type Block, keptTogether } from '@benvung/domain/document/official-document';
import {
  BODY,
  HEAD_SHARES,
  LETTERING,
  type Lettering,
  MOTTO,
  NATIONAL_NAME,
  PAGE,
  RULES,
} from '@benvung/domain/document/page-rules';
import { encode } from 'uqr';
import type { DrawnPart } from './document-parts.ts';

/** A QR code as a drawing of one path; `border` in modules. */
export function qrAsSvg(text: string): string {
  const { size, data } = encode(text, { ecc: 'M', border: 2 });
  const squares = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}"><rect width="${size}" height="${size}" fill="#fff"/><path d="${squares}"/></svg>`;
}

const drawn = (block: Block) => (block.kind === 'qr' ? { ...block, svg: qrAsSvg(block.text) } : block);

const styled = (one: Lettering) => ({
  size: one.size.ours,
  bold: one.bold === true,
  italic: one.italic === true,
});

const rules = {
  top: PAGE.margins.top.ours,
  bottom: PAGE.margins.bottom.ours,
  left: PAGE.margins.left.ours,
  right: PAGE.margins.right.ours,
  leftShare: HEAD_SHARES.left,
  rightShare: HEAD_SHARES.right,
  gap: BODY.paragraphGapPt,
  firstLine: BODY.firstLineMm,
  ruleGap: RULES.gapPt,
  ruleThickness: RULES.thicknessPt,
  bodyRule: RULES.issuingBody,
  subjectRule: RULES.subject,
  nationalName: NATIONAL_NAME,
  motto: MOTTO,
  lettering: Object.fromEntries(Object.entries(LETTERING).map(([name, one]) => [name, styled(one)])),
};

/** What the Typst layout reads: the models with their codes drawn, and the decree's sizes. */
export function renderInput(documents: readonly DrawnPart[]): string {
  return JSON.stringify(
    {
      rules,
      name: documents[0]?.name ?? '',
      author: documents[0]?.body.join(' ') ?? '',
      documents: documents.map((document) => ({
        ...document,
        content: document.content.map(drawn),
        besideSignature: document.besideSignature.map(drawn),
        annexes: document.annexes.map((annex) => ({ ...annex, body: annex.body.map(drawn) })),
      })),
    },
    (name, value) => (typeof value === 'string' && name !== 'svg' ? keptTogether(value) : value),
  );
}
