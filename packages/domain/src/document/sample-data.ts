import type { DocumentDataByKind, DocumentKind, RecognisedHousehold, ReportData } from './document-data.ts';
import type { DocumentFrame } from './document-frame.ts';
import { draftingUnitOf, KIND_RULES, typeOf } from './document-kinds.ts';
import { issuerOf } from './issuer.ts';
import { symbolOf } from './number-and-day.ts';

/** Made-up data with the longest names one meets, for trying a template before real papers are made with it. */
const HEADS = [
  'Nguyễn Hoàng Thị Phương Thảo Nguyên',
  'Hoàng Thị Nga',
  'Tôn Nữ Công Tằng Thị Quỳnh Trâm Anh',
  'Lý Văn Páo',
  'Triệu Thị Mẩy',
  'Vi Văn Thưởng',
  'Nguyễn Thị Ẩn',
  'Kpă Hơ Ngưỡng',
] as const;
const VILLAGES = ['Thôn Khòn Nưa', 'Thôn Nà Pất', 'Tổ dân phố Đồng Hin - Kéo Phị', 'Thôn Làng Đăng'] as const;

const household = (at: number): RecognisedHousehold => ({
  head: HEADS[at % HEADS.length] as string,
  village: VILLAGES[at % VILLAGES.length] as string,
  members: 1 + (at % 7),
  incomeScore: 90 + at * 5,
  deprivationScore: 10 * (2 + (at % 4)),
  ...(at % 5 === 4 ? { note: 'Tái nghèo' } : {}),
});

const report: ReportData = {
  year: 2026,
  roundKind: 'periodic',
  addressee: 'Chủ tịch Ủy ban nhân dân tỉnh Lạng Sơn',
  summary: [
    { label: 'Tổng số hộ dân cư', households: 2391, persons: 9874 },
    { label: 'Hộ nghèo', households: 61, persons: 254, rate: '2,55' },
    { label: 'Hộ cận nghèo', households: 40, persons: 171, rate: '1,67' },
    { label: 'Hộ thoát nghèo', households: 24, persons: 97 },
    { label: 'Hộ thoát cận nghèo', households: 18, persons: 76 },
  ],
  tables: [
    {
      title: 'Tổng hợp diễn biến hộ nghèo năm 2026',
      columns: [
        { label: 'TT', width: 1, align: 'centre' },
        { label: 'Thôn', width: 4 },
        { label: 'Đầu kỳ', align: 'right' },
        { label: 'Trở thành cận nghèo', group: 'Giảm', align: 'right' },
        { label: 'Vượt chuẩn', group: 'Giảm', align: 'right' },
        { label: 'Khác', group: 'Giảm', align: 'right' },
        { label: 'Tái nghèo', group: 'Tăng', align: 'right' },
        { label: 'Phát sinh mới', group: 'Tăng', align: 'right' },
        { label: 'Cuối kỳ', align: 'right' },
      ],
      rows: [
        ['', 'Toàn xã', '74', '13', '11', '1', '3', '9', '61'],
        ['1', 'Thôn Khòn Nưa', '30', '6', '5', '0', '1', '4', '24'],
        ['2', 'Thôn Nà Pất', '44', '7', '6', '1', '2', '5', '37'],
      ],
      boldRows: [0],
    },
  ],
  difficulties: ['Một số hộ đi làm ăn xa, rà soát viên phải đến nhiều lần mới gặp.'],
  requests: ['Cho ý kiến trước ngày 05/12/2026 để xã công nhận và cấp giấy chứng nhận đúng thời hạn.'],
};

const meeting: DocumentDataByKind['meetingMinutes'] = {
  year: 2026,
  village: 'Thôn Khòn Nưa',
  place: 'Nhà văn hóa thôn Khòn Nưa, xã Bằng Mạc',
  startedAt: '2026-09-28T08:00',
  endedAt: '2026-09-28T11:30',
  chair: { name: 'Vi Văn Thành', position: 'Trưởng thôn' },
  secretary: { name: 'Hoàng Thị Phương Thảo', position: 'Công chức phụ trách giảm nghèo' },
  attendance: [
    { group: 'Đại diện hộ được rà soát', count: 31 },
    { group: 'Đại diện hộ dân trong thôn', count: 18 },
    { group: 'Ban Chỉ đạo xã, chi ủy, các đoàn thể', count: 7 },
  ],
  present: 56,
  households: HEADS.map((head, at) => ({
    head,
    members: 2 + at,
    previousClass: at % 2 === 0 ? 'Hộ nghèo' : 'Hộ cận nghèo',
    proposal: at % 3 === 0 ? 'Thoát nghèo' : 'Hộ nghèo',
    agree: at === 6 ? 25 : 52 - at,
    agreed: at !== 6,
    ...(at === 6 ? { opinion: 'Nhà mới sửa, đề nghị xem lại mái và nhà tiêu' } : {}),
  })),
  representatives: ['Lương Văn Sắn'],
};

const questionnaire: DocumentDataByKind['questionnaire'] = {
  year: 2026,
  head: HEADS[0],
  address: 'Thôn Khòn Nưa, xã Bằng Mạc, tỉnh Lạng Sơn',
  code: 'BM-000417',
  enumerator: 'Vi Văn Thành',
  day: '2026-09-20',
  roster: HEADS.slice(0, 4).map((name, at) => ({
    name,
    relation: at === 0 ? 'Chủ hộ' : 'Con',
    sex: at % 2 === 0 ? 'Nữ' : 'Nam',
    birth: at === 0 ? '12/3/1987' : String(2010 + at),
    ethnicGroup: 'Nùng',
  })),
  sections: [
    {
      title: 'Nước sinh hoạt, vệ sinh',
      rows: [
        { number: '31', question: 'Nguồn nước ăn uống chính của hộ là gì?', answer: 'Sông, suối', points: 0 },
        { number: '32', question: 'Hộ dùng loại nhà tiêu nào?', answer: 'Không có nhà tiêu', points: 0 },
      ],
    },
    {
      title: 'Nhà ở',
      rows: [
        { number: '27', question: 'Vật liệu chính của tường nhà?', answer: 'Không bền chắc', points: 5 },
      ],
    },
  ],
  incomeScore: 125,
  deprivationScore: 40,
  result: 'Hộ nghèo',
};

export const SAMPLE_DATA: DocumentDataByKind = {
  roundOpening: {
    year: 2026,
    roundKind: 'periodic',
    from: '2026-09-01',
    to: '2026-12-14',
    standard: 'chuẩn nghèo đa chiều quốc gia giai đoạn 2022 - 2026',
    villages: VILLAGES.map((name, at) => ({ name, households: 41 + at * 15 })),
  },
  assignment: {
    year: 2026,
    rows: VILLAGES.map((village, at) => ({
      village,
      enumerator: HEADS[at] as string,
      position: at === 0 ? 'Trưởng thôn' : 'Cộng tác viên giảm nghèo',
      households: 41 + at * 15,
      until: '2026-10-10',
    })),
  },
  notice: {
    subject: 'Lịch họp thôn về kết quả rà soát hộ nghèo, hộ cận nghèo năm 2026',
    sections: [
      {
        heading: 'Thời gian, địa điểm',
        paragraphs: ['Từ ngày 28 tháng 9 đến ngày 07 tháng 10 năm 2026, tại nhà văn hóa các thôn.'],
      },
      { heading: 'Thành phần', paragraphs: ['Đại diện các hộ được rà soát và các hộ dân trong thôn.'] },
    ],
    addressees: ['Các trưởng thôn, tổ trưởng tổ dân phố'],
  },
  reviewList: {
    year: 2026,
    village: 'Thôn Khòn Nưa',
    rows: HEADS.map((head, at) => ({
      head,
      village: 'Thôn Khòn Nưa',
      members: 2 + at,
      previousClass: at === 3 ? null : 'Hộ nghèo',
      source: at === 3 ? 'request' : 'record',
    })),
  },
  questionnaire,
  attendanceSheet: {
    year: meeting.year,
    village: meeting.village,
    place: meeting.place,
    startedAt: meeting.startedAt,
    groups: meeting.attendance.map(({ group, count }) => ({ group, lines: count })),
  },
  meetingMinutes: meeting,
  postingSheet: {
    year: 2026,
    village: 'Thôn Khòn Nưa',
    from: '2026-09-30T08:00',
    until: '2026-10-05T17:00',
    rows: HEADS.map((head, at) => ({ head, result: at % 3 === 0 ? 'Thoát nghèo' : 'Hộ nghèo' })),
    address: 'https://benvung.example.vn/t/K7Q2',
    hash: '9c41d0e5aa',
  },
  report,
  submission: report,
  opinion: {
    year: 2026,
    commune: 'xã Bằng Mạc',
    submission: { reference: '14/TTr-UBND', day: '2026-11-20', body: 'Ủy ban nhân dân xã Bằng Mạc' },
    outcome: 'returned',
    returned: [
      { head: HEADS[2], village: VILLAGES[1], reason: 'Điểm A của phiếu và của danh sách không khớp.' },
    ],
  },
  recognition: {
    year: 2026,
    roundKind: 'periodic',
    standard: 'chuẩn nghèo đa chiều quốc gia giai đoạn 2022 - 2026',
    opinion: { reference: '1204/UBND-GN', day: '2026-12-03', body: 'Ủy ban nhân dân tỉnh Lạng Sơn' },
    lists: {
      poor: Array.from({ length: 36 }, (_, at) => household(at)),
      nearPoor: [household(1), household(2)],
      exitedPoor: [household(5)],
      exitedNearPoor: [household(6), household(7)],
    },
  },
  refusal: {
    year: 2026,
    head: HEADS[0],
    village: VILLAGES[0],
    requestDay: '2026-03-16',
    requestForm: '01',
    asked: 'công nhận hộ nghèo',
    reasons: [
      'Điểm A của hộ là 155, cao hơn mức 140 của khu vực nông thôn.',
      'Cuộc họp thôn ngày 28/3/2026 thống nhất với kết quả này (52/56 người đồng ý).',
    ],
  },
  certificate: {
    householdClass: 'poor',
    head: HEADS[0],
    ethnicGroup: 'Nùng',
    identityNumber: '020187001234',
    identityDay: '2022-05-05',
    residence: 'Thôn Khòn Nưa, xã Bằng Mạc, tỉnh Lạng Sơn',
    members: HEADS.slice(0, 4).map((name, at) => ({
      name,
      ethnicGroup: 'Nùng',
      relation: at === 0 ? 'Chủ hộ' : 'Con',
      birthYear: at === 0 ? 1987 : 2010 + at,
      sex: at % 2 === 0 ? 'female' : 'male',
    })),
    years: [{ year: 2026, result: 'Hộ nghèo', decision: 'QĐ số 31/QĐ-UBND ngày 12/12/2026' }],
  },
  grievanceAnswer: {
    receipt: 'PA-2026-014',
    name: HEADS[1],
    village: VILLAGES[1],
    receivedDay: '2026-09-29',
    content: 'Nhà tôi không có tên trong danh sách niêm yết.',
    findings: ['Hộ có trong danh sách rà soát nhưng chưa được thu thập thông tin do vắng nhà hai lần.'],
    outcome: 'upheld',
    decision: 'Hộ được thu thập thông tin ngày 01/10/2026 và đưa vào danh sách niêm yết lại.',
  },
  composed: {
    type: 'KH',
    subject: 'Thực hiện Chương trình mục tiêu quốc gia giảm nghèo bền vững năm 2027 trên địa bàn xã Bằng Mạc',
    grounds: ['Căn cứ Quyết định số 31/QĐ-UBND ngày 12/12/2026 của Chủ tịch Ủy ban nhân dân xã Bằng Mạc'],
    content: [
      { kind: 'outline', level: 1, mark: 'I.', text: 'MỤC ĐÍCH, YÊU CẦU', title: true },
      { kind: 'outline', level: 2, mark: '1.', text: 'Mục đích', title: true },
      { kind: 'paragraph', text: 'Giảm 10 hộ nghèo, hạn chế tái nghèo và phát sinh hộ nghèo mới.' },
      { kind: 'outline', level: 3, mark: 'a)', text: 'Hộ nghèo được hỗ trợ đúng nguyên nhân.' },
      { kind: 'outline', level: 4, mark: '-', text: 'Mỗi hộ có người giúp đỡ.' },
    ],
    annexes: [
      {
        title: 'Chỉ tiêu giao các thôn',
        landscape: true,
        body: [
          {
            kind: 'table',
            table: { columns: [{ label: 'Thôn', width: 1 }], rows: [{ cells: ['Khòn Nưa'] }] },
          },
        ],
      },
    ],
  },
  incoming: {
    reference: '412/UBND-LĐ',
    day: '2026-12-08',
    body: 'Ủy ban nhân dân huyện Chi Lăng',
    subject: 'Cho ý kiến về kết quả rà soát năm 2026',
  },
};

const SAMPLE_COMMUNE = {
  level: 'commune',
  name: 'Xã Bằng Mạc',
  shortName: 'Bằng Mạc',
  above: 'Tỉnh Lạng Sơn',
} as const;
const SAMPLE_PROVINCE = {
  level: 'province',
  name: 'Tỉnh Lạng Sơn',
  shortName: 'Lạng Sơn',
  above: null,
} as const;

/** The frame sample papers are made in: a commune's (the province's for an opinion), number 5 on 5 January. */
export function sampleFrame(kind: DocumentKind, grounds: readonly string[]): DocumentFrame {
  const { series, level, numbered } = KIND_RULES[kind];
  const issuer = issuerOf(level === 'above' ? SAMPLE_PROVINCE : SAMPLE_COMMUNE, series);
  const data = SAMPLE_DATA[kind];
  return {
    issuer,
    number: 5,
    symbol: symbolOf(typeOf(kind, data), issuer.abbreviation, draftingUnitOf(kind, data)),
    day: '2027-01-05',
    signatory: {
      name: 'Hoàng Văn Đức',
      position: series === 'body' ? 'Phó Chủ tịch' : 'Phó Trưởng ban',
      authority: 'KT',
    },
    recipients: null,
    grounds,
    verification: numbered ? { address: 'https://benvung.example.vn/x', code: '4F7K92QD' } : null,
    electronic: false,
    demonstration: false,
  };
}
