import { startLower } from '../../shared/phrase.ts';
import { headOfVillage, nameInSentence } from '../../territory/unit-type.ts';
import type { PostingSheetData } from '../document-data.ts';
import type { DocumentFrame } from '../document-frame.ts';
import { momentInWords } from '../number-and-day.ts';
import type { OfficialDocument } from '../official-document.ts';
import { POSTING } from '../page-rules.ts';
import { column, layOut, paragraph, whole } from './template-parts.ts';

/** Bản niêm yết: large letters, the address as a square and as words, nothing but head and result. */
export function postingSheet(data: PostingSheetData, frame: DocumentFrame): OfficialDocument {
  const { unitName, bodyName } = frame.issuer;
  const village = nameInSentence(data.village);
  const places = data.places ?? [`nhà văn hóa ${village}`, `trụ sở ${bodyName}`];
  return layOut(frame, {
    type: 'TB',
    subject: `Niêm yết công khai kết quả rà soát hộ nghèo, hộ cận nghèo năm ${data.year} của ${village}, ${unitName}`,
    collective: true,
    bodySize: POSTING.lettersPt,
    content: [
      paragraph(
        `Niêm yết từ ${momentInWords(data.from)} đến ${momentInWords(data.until)} tại ${places.join(' và ')}.`,
      ),
      {
        kind: 'table',
        table: {
          columns: [column('STT', 1, 'centre'), column('Họ và tên chủ hộ', 6), column('Kết quả rà soát', 4)],
          rows: data.rows.map((row, at) => ({ cells: [String(at + 1), row.head, row.result] })),
          size: POSTING.lettersPt,
        },
      },
      paragraph(`Tổng số: ${whole(data.rows.length)} hộ.`),
      {
        kind: 'qr',
        text: data.address,
        millimetres: POSTING.qrMm,
        caption: [
          'Xem danh sách và gửi phản ánh:',
          shortAddress(data.address),
          ...(data.hash === undefined ? [] : [`Mã niêm yết: ${data.hash.slice(0, 8).toUpperCase()}`]),
        ],
      },
      paragraph(
        `Ai thấy kết quả chưa đúng, hoặc hộ của mình không có tên, xin phản ánh với ${startLower(headOfVillage(data.village))} hoặc ${bodyName} trước khi hết niêm yết.`,
      ),
    ],
    recipients: [],
  });
}

/** What a person types: without the scheme. */
export const shortAddress = (address: string): string =>
  address.replace(/^https?:\/\//u, '').replace(/\/$/u, '');
