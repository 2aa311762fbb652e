import { nameInSentence } from '../territory/unit-type.ts';
import type { DocumentDataByKind, DocumentKind } from './document-data.ts';

const CLASS_WORDS = { poor: 'hộ nghèo', nearPoor: 'hộ cận nghèo' } as const;

type Titles = { readonly [K in DocumentKind]: (data: DocumentDataByKind[K]) => string };

/** What a register calls a document: short, and without closed personal data. */
const TITLES: Titles = {
  roundOpening: ({ year }) => `Rà soát hộ nghèo, hộ cận nghèo năm ${year}`,
  assignment: ({ year }) => `Phân công rà soát viên năm ${year}`,
  notice: ({ subject }) => subject,
  reviewList: ({ year, village }) =>
    `Danh sách hộ cần rà soát năm ${year}${village === null ? '' : `, ${nameInSentence(village)}`}`,
  questionnaire: ({ year, head }) => `Phiếu rà soát năm ${year}, hộ ${head}`,
  attendanceSheet: ({ year, village }) => `Danh sách người dự họp ${nameInSentence(village)} năm ${year}`,
  meetingMinutes: ({ year, village }) => `Biên bản họp ${nameInSentence(village)} năm ${year}`,
  postingSheet: ({ year, village }) => `Niêm yết kết quả rà soát năm ${year}, ${nameInSentence(village)}`,
  report: ({ year }) => `Kết quả rà soát hộ nghèo, hộ cận nghèo năm ${year}`,
  submission: ({ year }) => `Xin ý kiến về kết quả rà soát năm ${year}`,
  opinion: ({ year, commune }) => `Cho ý kiến về kết quả rà soát năm ${year} của ${commune}`,
  recognition: ({ year }) => `Công nhận kết quả rà soát hộ nghèo, hộ cận nghèo năm ${year}`,
  refusal: ({ asked, head }) => `Không ${asked}, hộ ${head}`,
  certificate: ({ householdClass, head }) => `Giấy chứng nhận ${CLASS_WORDS[householdClass]}, hộ ${head}`,
  grievanceAnswer: ({ receipt }) => `Trả lời phản ánh ${receipt}`,
  composed: ({ subject }) => subject,
  incoming: ({ subject, body }) => `${subject} (${body})`,
};

export const titleOf = <K extends DocumentKind>(kind: K, data: DocumentDataByKind[K]): string =>
  TITLES[kind](data);
