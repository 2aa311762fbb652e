import type { Annex, OfficialDocument } from '@benvung/domain/document/official-document';
import { MOTTO, NATIONAL_NAME, RULES } from '@benvung/domain/document/page-rules';
import type { Paragraph, Table } from 'docx';
import { piecesOf, signatureLines } from './blocks.ts';
import { halvesOf, twips } from './measures.ts';
import { bodyParagraph, gap, lettered, lookOf, ruleUnder, runs, sideBySide, tight } from './parts.ts';
import type { TableRows } from './table-rows.ts';

type Piece = Paragraph | Table;

/** Cells 1 to 5b: bodies and number on the left, the nation's name, place and day on the right. */
export function headOf(document: OfficialDocument, room: number): Piece[] {
  const widths = halvesOf(room);
  const [left, right] = widths;
  const bodies = [
    ...(document.superior === null ? [] : [lettered('superiorBody', document.superior, 'centre')]),
    ...document.body.map((line) => lettered('issuingBody', line, 'centre')),
    ruleUnder(document.body, 'issuingBody', { share: RULES.issuingBody, room: left }),
  ];
  const nation = [
    lettered('nationalName', NATIONAL_NAME, 'centre'),
    lettered('motto', MOTTO, 'centre'),
    ruleUnder([MOTTO], 'motto', { share: RULES.motto, room: right }),
  ];
  const number = [
    ...(document.numberLine === null ? [] : [lettered('numberAndSymbol', document.numberLine, 'centre')]),
    ...(document.correspondenceSubject === null
      ? []
      : [gap(6), lettered('correspondenceSubject', document.correspondenceSubject, 'centre')]),
  ];
  const place = [lettered('placeAndDay', document.placeAndDay, 'centre')];
  return [
    sideBySide(
      [
        [bodies, nation],
        [[gap(7)], [gap(7)]],
        [number, place],
      ],
      widths,
    ),
    gap(12),
  ];
}

/** Type, subject with its rule, addressees, the deciding office, grounds, and the word of decision. */
export function openingOf(document: OfficialDocument, room: number): Paragraph[] {
  return [
    ...titleOf(document, room),
    ...addresseesOf(document),
    ...(document.authority === null
      ? []
      : [tight(runs(document.authority, { size: 14, bold: true }), 'centre'), gap(6)]),
    ...document.grounds.map((ground) => bodyParagraph(runs(ground, lookOf('grounds')))),
    ...(document.enacting === null
      ? []
      : [
          gap(3),
          tight(runs(document.enacting, { size: 14, bold: true }), 'centre', { keepNext: true }),
          gap(6),
        ]),
  ];
}

function titleOf({ title }: OfficialDocument, room: number): Paragraph[] {
  if (title === null) return [];
  const type = lettered('typeName', title.type, 'centre');
  if (title.subject === null) return [type, gap(8)];
  const side = twips(6);
  return [
    type,
    tight(runs(title.subject, lookOf('subject')), 'centre', { indent: { left: side, right: side } }),
    ruleUnder([title.subject], 'subject', { share: RULES.subject, room }),
    gap(10),
  ];
}

function addresseesOf({ addressees }: OfficialDocument): Paragraph[] {
  const look = lookOf('addressees');
  const [only] = addressees;
  if (only === undefined) return [];
  if (addressees.length === 1) return [tight(runs(`Kính gửi: ${only}`, look), 'centre'), gap(10)];
  const lines = addressees.map((one, at) => `- ${one}${at === addressees.length - 1 ? '.' : ';'}`);
  return [
    tight(runs('Kính gửi:', look), 'left', { indent: { left: twips(36) } }),
    ...lines.map((line) =>
      tight(runs(line, look), 'left', { indent: { left: twips(44), hanging: twips(3) } }),
    ),
    gap(10),
  ];
}

/** Recipients on the left, level with the signature on the right. */
export function footOf(document: OfficialDocument, room: number, rows: TableRows): Piece[] {
  if (document.recipients.length === 0 && document.signature === null) return [];
  const recipients =
    document.recipients.length === 0
      ? []
      : [
          lettered('recipientsLabel', 'Nơi nhận:', 'left'),
          ...document.recipients.map((line) => lettered('recipients', `- ${line}`, 'left')),
        ];
  const beside = document.besideSignature.flatMap((block) =>
    piecesOf(block, { size: 12, room: halvesOf(room)[0], rows }),
  );
  const signature = document.signature === null ? [] : signatureLines(document.signature, 4);
  return [gap(8, true), sideBySide([[beside.length > 0 ? beside : recipients, signature]], halvesOf(room))];
}

export function annexHead({ label, title, attached }: Annex, room: number): Paragraph[] {
  // a section of a template that begins with a field has no head of its own
  if (label === null && title === '') return [];
  const upper = title.toLocaleUpperCase('vi');
  return [
    ...(label === null ? [] : [lettered('annexLabel', label, 'centre')]),
    lettered('annexTitle', upper, 'centre'),
    ...(attached === null ? [] : [lettered('annexAttached', attached, 'centre')]),
    ruleUnder([upper], 'annexTitle', { share: 0.3, room }),
    gap(8),
  ];
}
