import { groupedCode } from '../../shared/printed-code.ts';
import type { CertificateData } from '../document-data.ts';
import type { DocumentFrame } from '../document-frame.ts';
import { referenceOf, shortDay } from '../number-and-day.ts';
import type { Block, DocumentTable, OfficialDocument } from '../official-document.ts';
import { shortAddress } from './posting-sheet.ts';
import { bold, column, layOut } from './template-parts.ts';

const CLASS_WORDS = { poor: 'HỘ NGHÈO', nearPoor: 'HỘ CẬN NGHÈO' } as const;
const MEMBER_ROWS = 5;
/** Years the paper has room for. */
const YEAR_ROWS = 4;
const QR_MM = 22;

/**
 * Giấy chứng nhận hộ nghèo, hộ cận nghèo: head, members (year of birth in a man's or a woman's column), and the
 * rows in which each year's result is entered.
 */
export function certificate(data: CertificateData, frame: DocumentFrame): OfficialDocument {
  return layOut(frame, {
    type: 'GCN',
    subject: CLASS_WORDS[data.householdClass],
    collective: false,
    authority: headWords(frame),
    enacting: 'CHỨNG NHẬN:',
    open: true,
    content: [
      ...facts(data),
      heading('Thành viên của hộ'),
      { kind: 'table', table: members(data) },
      heading('Kết quả rà soát hằng năm'),
      { kind: 'table', table: years(data) },
    ],
    bodySize: 13,
    recipients: [],
    besideSignature: verification(frame),
  });
}

const headWords = (frame: DocumentFrame): string =>
  `CHỦ TỊCH ${frame.issuer.bodyName.toLocaleUpperCase('vi')}`;

const heading = (text: string): Block => ({ kind: 'heading', text, size: 13 });

const line = (parts: readonly (readonly [string, string])[]): Block => ({
  kind: 'paragraph',
  flush: true,
  text: parts.flatMap(([label, value], at) => [
    { text: `${at === 0 ? '' : '; '}${label}: ` },
    bold(value === '' ? '………………' : value),
  ]),
});

const facts = (data: CertificateData): Block[] => [
  line([
    ['Họ và tên chủ hộ', data.head],
    ['Dân tộc', data.ethnicGroup ?? ''],
  ]),
  line([
    ['Số định danh cá nhân/CCCD', data.identityNumber ?? ''],
    ['ngày cấp', data.identityDay == null ? '' : shortDay(data.identityDay)],
  ]),
  line([['Nơi thường trú', data.residence]]),
];

const fill = (rows: string[][], least: number, width: number): string[][] =>
  rows.length >= least
    ? rows
    : [...rows, ...Array.from({ length: least - rows.length }, () => Array<string>(width).fill(''))];

function members(data: CertificateData): DocumentTable {
  const rows = data.members.map((member, at) => {
    const born = member.birthYear === null ? '' : String(member.birthYear);
    return [
      String(at + 1),
      member.name,
      member.ethnicGroup ?? '',
      member.relation,
      member.sex === 'male' ? born : '',
      member.sex === 'female' ? born : '',
      member.note ?? '',
    ];
  });
  return {
    columns: [
      column('STT', 1, 'centre'),
      column('Họ và tên', 4.6),
      column('Dân tộc', 1.7),
      column('Quan hệ với chủ hộ', 2.2),
      { label: 'Nam', group: 'Năm sinh', width: 1.3, align: 'centre' },
      { label: 'Nữ', group: 'Năm sinh', width: 1.3, align: 'centre' },
      column('Ghi chú', 2),
    ],
    rows: fill(rows, MEMBER_ROWS, 7).map((cells) => ({ cells })),
    size: 11,
  };
}

function years(data: CertificateData): DocumentTable {
  const rows = data.years.map((row) => [String(row.year), row.result, row.decision, '']);
  return {
    columns: [
      column('Năm', 1.4, 'centre'),
      column('Kết quả rà soát', 3.4),
      column('Quyết định công nhận', 5),
      column('Xác nhận của UBND cấp xã', 4),
    ],
    rows: fill(rows, YEAR_ROWS, 4).map((cells) => ({ cells })),
    size: 11,
  };
}

/** The code carries the address with number and code, so that nothing has to be typed. */
function verification({ verification: told, number, symbol }: DocumentFrame): Block[] {
  if (told === null || number === null) return [];
  const { address, code } = told;
  const reference = referenceOf(number, symbol);
  return [
    {
      kind: 'qr',
      text: address === null ? `${reference} ${code}` : `${address}?so=${reference}&ma=${code}`,
      millimetres: QR_MM,
      caption: [
        address === null ? 'Số và mã để xác minh:' : 'Quét mã để xác minh, hoặc vào:',
        address === null ? reference : shortAddress(address),
        `Mã: ${groupedCode(code)}`,
      ],
    },
  ];
}
