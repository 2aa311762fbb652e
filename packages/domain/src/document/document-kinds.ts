import type { Text } from '../shared/text.ts';
import type { ComposedData, DocumentDataByKind, DocumentKind } from './document-data.ts';
import type { Series } from './document-frame.ts';
import type { DocumentType } from './document-types.ts';

interface KindRule {
  readonly label: Text;
  /** Null: the data say it (`composed`). */
  readonly type: DocumentType | null;
  readonly series: Series;
  /** Lists and questionnaires are papers of a file, without number and symbol. */
  readonly numbered: boolean;
  /** The body signs as a collective (TM.); otherwise its head signs alone. */
  readonly collective: boolean;
  /** The level that issues it; null: any. */
  readonly level: 'commune' | 'above' | null;
  /** Copies that are printed and signed (regulations: two of the minutes). */
  readonly copies: number;
}

const kind = (label: Text, type: DocumentType | null, rest: Partial<KindRule> = {}): KindRule => ({
  label,
  type,
  series: 'body',
  numbered: true,
  collective: true,
  level: 'commune',
  copies: 1,
  ...rest,
});

export const KIND_RULES: Readonly<Record<DocumentKind, KindRule>> = {
  roundOpening: kind({ vi: 'Quyết định mở đợt rà soát', en: 'Decision to open the round' }, 'QĐ', {
    collective: false,
  }),
  assignment: kind({ vi: 'Quyết định phân công rà soát viên', en: 'Assignment of enumerators' }, 'QĐ', {
    series: 'steeringCommittee',
    collective: false,
  }),
  notice: kind({ vi: 'Thông báo', en: 'Notice' }, 'TB', { level: null }),
  reviewList: kind({ vi: 'Danh sách hộ cần rà soát', en: 'List to review' }, 'DS', {
    series: 'steeringCommittee',
    numbered: false,
  }),
  questionnaire: kind({ vi: 'Phiếu rà soát đã điền', en: 'Filled questionnaire' }, 'PRS', {
    series: 'steeringCommittee',
    numbered: false,
  }),
  attendanceSheet: kind(
    { vi: 'Danh sách người dự họp thôn', en: 'Attendance sheet of the village meeting' },
    'DS',
    { series: 'steeringCommittee', numbered: false },
  ),
  meetingMinutes: kind({ vi: 'Biên bản họp thôn', en: 'Minutes of the village meeting' }, 'BB', {
    series: 'steeringCommittee',
    copies: 2,
  }),
  postingSheet: kind({ vi: 'Bản niêm yết', en: 'Posting sheet' }, 'TB'),
  report: kind({ vi: 'Báo cáo kết quả rà soát', en: 'Report of the review' }, 'BC'),
  submission: kind({ vi: 'Tờ trình xin ý kiến', en: 'Submission for opinion' }, 'TTr', { collective: false }),
  opinion: kind({ vi: 'Văn bản cho ý kiến', en: 'Opinion of the superior' }, 'CV', {
    level: 'above',
    collective: false,
  }),
  recognition: kind({ vi: 'Quyết định công nhận', en: 'Recognition decision' }, 'QĐ', { collective: false }),
  refusal: kind({ vi: 'Thông báo không công nhận', en: 'Refusal with reasons' }, 'TB', { collective: false }),
  certificate: kind({ vi: 'Giấy chứng nhận', en: 'Certificate' }, 'GCN', { collective: false }),
  grievanceAnswer: kind({ vi: 'Văn bản trả lời phản ánh', en: 'Answer to a grievance' }, 'CV', {
    collective: false,
  }),
  incoming: kind({ vi: 'Văn bản đến', en: 'Document received' }, 'VBĐ', { numbered: false, level: null }),
  composed: kind({ vi: 'Văn bản khác', en: 'Other document' }, null, { level: null }),
};

export const DOCUMENT_KINDS = Object.keys(KIND_RULES) as DocumentKind[];

/** The type a document of this kind and these data is numbered under. */
export function typeOf<K extends DocumentKind>(of: K, data: DocumentDataByKind[K]): DocumentType {
  return KIND_RULES[of].type ?? (data as ComposedData).type;
}

/** `VX` of `12/UBND-VX`: official letters name the unit that drafted them. */
export function draftingUnitOf<K extends DocumentKind>(of: K, data: DocumentDataByKind[K]): string | null {
  if (of === 'composed') return (data as ComposedData).draftingUnit ?? null;
  return KIND_RULES[of].type === 'CV' ? 'GN' : null;
}
