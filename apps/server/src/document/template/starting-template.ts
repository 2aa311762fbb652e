import type { DocumentKind } from '@benvung/domain/document/document-data';
import { KIND_RULES } from '@benvung/domain/document/document-kinds';
import { TYPE_NAMES } from '@benvung/domain/document/document-types';
import type { Block, OfficialDocument } from '@benvung/domain/document/official-document';
import { renderDocx } from '../render/render-docx.ts';
import { sampleFilling } from './check-template.ts';

const SAMPLE_TIME = '2027-01-05T00:00:00Z';
const line = (text: string, centred = false): Block =>
  centred
    ? { kind: 'paragraph', text, align: 'centre', flush: true }
    : { kind: 'paragraph', text, flush: true };

/** A paragraph for each of a list. */
const repeated = (list: string, text: string): string =>
  `{#${list} [loopOver: "paragraph"]}${text}{/${list}}`;

const RECIPIENTS: readonly Block[] = [
  { kind: 'paragraph', text: [{ text: 'Nơi nhận:', bold: true, italic: true }], flush: true, size: 12 },
  ...[repeated('noi_nhan', '- {dong}')].map(
    (text): Block => ({ kind: 'paragraph', text, align: 'left', flush: true, size: 11 }),
  ),
];

/** Our own layout with fields in the place of words: what a unit begins its own template from. */
export function startingTemplate(kind: DocumentKind): Promise<Uint8Array> {
  const { document } = sampleFilling(kind);
  const letter = KIND_RULES[kind].type === 'CV';
  const type = KIND_RULES[kind].type;
  const started: OfficialDocument = {
    ...document,
    superior: document.superior === null ? null : '{co_quan_chu_quan}',
    body: ['{co_quan}'],
    numberLine: document.numberLine === null ? null : '{so_ky_hieu}',
    correspondenceSubject: letter ? '{trich_yeu}' : null,
    placeAndDay: '{dia_danh_ngay}',
    title: letter
      ? null
      : { type: type === null ? '{ten_loai}' : TYPE_NAMES[type].name, subject: '{trich_yeu}' },
    authority: document.authority === null ? null : '{tham_quyen}',
    grounds: document.grounds.length === 0 ? [] : [repeated('can_cu', '{dong}')],
    addressees: document.addressees.length === 0 ? [] : ['{#kinh_gui}{dong} {/kinh_gui}'],
    content: [
      ...(kind === 'certificate' ? [line('Chủ hộ: {chu_ho}, nơi thường trú: {noi_thuong_tru}')] : []),
      line('{noi_dung}'),
    ],
    recipients: [],
    besideSignature: [
      ...(document.recipients.length === 0 ? [] : RECIPIENTS),
      ...(document.besideSignature.length === 0 ? [] : [line('{ma_qr}')]),
    ],
    signature:
      document.signature === null
        ? null
        : {
            authority: [repeated('quyen_han', '{dong}')],
            position: '{chuc_vu}',
            name: '{nguoi_ky}',
          },
    annexes: [],
    footer: KIND_RULES[kind].numbered ? 'Xác minh văn bản: {dia_chi_xac_minh}, mã {ma_xac_minh}' : null,
  };
  return renderDocx(document.annexes.length === 0 ? started : withAnnexField(started), {
    createdAt: SAMPLE_TIME,
  });
}

/** The annexes follow the signature, in a section of their own. */
const withAnnexField = (document: OfficialDocument): OfficialDocument => ({
  ...document,
  annexes: [{ label: null, title: '', attached: null, landscape: false, body: [line('{phu_luc}')] }],
});
