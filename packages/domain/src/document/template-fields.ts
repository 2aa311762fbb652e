import { groupedCode } from '../shared/printed-code.ts';
import type { DocumentDataByKind, DocumentKind } from './document-data.ts';
import type { DocumentFrame } from './document-frame.ts';
import { KIND_RULES } from './document-kinds.ts';
import { shortDay } from './number-and-day.ts';
import type { OfficialDocument } from './official-document.ts';

/**
 * The fields a unit's own Word template may hold. Those of the head and the foot are the same for every kind; those
 * of the data follow the kind's shape, lists as loops: `{#thanh_vien}{ho_ten}{/thanh_vien}`.
 */
export type FieldValue = string | readonly Fields[] | boolean;
export interface Fields {
  readonly [name: string]: FieldValue;
}

/** Bodies that are drawn, not written: they stand alone in a paragraph. */
export const DRAWN_FIELDS = ['noi_dung', 'phu_luc', 'ma_qr'] as const;

const WORDS: Readonly<Record<string, string>> = {
  year: 'nam',
  head: 'chu_ho',
  village: 'thon',
  villages: 'cac_thon',
  name: 'ho_ten',
  households: 'so_ho',
  members: 'thanh_vien',
  ethnicGroup: 'dan_toc',
  identityNumber: 'so_dinh_danh',
  identityDay: 'ngay_cap_dinh_danh',
  residence: 'noi_thuong_tru',
  relation: 'quan_he',
  birthYear: 'nam_sinh',
  birth: 'ngay_sinh',
  note: 'ghi_chu',
  years: 'cac_nam',
  result: 'ket_qua',
  decision: 'quyet_dinh',
  receipt: 'ma_phan_anh',
  receivedDay: 'ngay_nhan',
  content: 'noi_dung_phan_anh',
  findings: 'ket_qua_phuc_tra',
  asked: 'viec_de_nghi',
  requestDay: 'ngay_de_nghi',
  reasons: 'ly_do',
  place: 'dia_diem',
  present: 'so_nguoi_co_mat',
  rows: 'cac_dong',
  from: 'tu',
  until: 'den',
  to: 'den_ngay',
  address: 'dia_chi',
  standard: 'chuan_ngheo',
  addressee: 'noi_gui',
  commune: 'xa',
  enumerator: 'ra_soat_vien',
  position: 'chuc_danh',
  code: 'ma_ho',
  incomeScore: 'diem_a',
  deprivationScore: 'diem_b',
};

const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/u.test(text);

function fieldOf(value: unknown): FieldValue | undefined {
  if (typeof value === 'string') return isDay(value) ? shortDay(value) : value;
  if (typeof value === 'number') return String(value);
  if (!Array.isArray(value)) return undefined;
  return value.map((each, at): Fields => {
    const own = typeof each === 'object' && each !== null ? dataFields(each) : { dong: String(each) };
    return { stt: String(at + 1), ...own };
  });
}

function dataFields(data: object): Fields {
  const fields: Record<string, FieldValue> = {};
  for (const [name, value] of Object.entries(data)) {
    const word = WORDS[name];
    const field = value === null ? '' : fieldOf(value);
    if (word !== undefined && field !== undefined) fields[word] = field;
  }
  return fields;
}

const lines = (texts: readonly string[]): Fields[] => texts.map((dong) => ({ dong }));

/** Everything a template of this kind can be filled with, except what is drawn. */
export function templateFields<K extends DocumentKind>(
  kind: K,
  data: DocumentDataByKind[K],
  of: { readonly document: OfficialDocument; readonly frame: DocumentFrame },
): Fields {
  const { document, frame } = of;
  const signature = document.signature;
  return {
    ...(kind === 'composed' ? {} : dataFields(data)),
    co_quan_chu_quan: document.superior ?? '',
    co_quan: document.body.join('\n'),
    so_ky_hieu: document.numberLine ?? '',
    dia_danh_ngay: document.placeAndDay,
    ten_loai: document.title?.type ?? '',
    trich_yeu: document.title?.subject ?? document.correspondenceSubject ?? '',
    tham_quyen: document.authority ?? '',
    can_cu: lines(document.grounds),
    kinh_gui: lines(document.addressees),
    noi_nhan: lines(document.recipients),
    quyen_han: lines(signature?.authority ?? []),
    chuc_vu: signature?.position ?? '',
    nguoi_ky: signature?.name ?? '',
    ma_xac_minh: frame.verification === null ? '' : groupedCode(frame.verification.code),
    dia_chi_xac_minh: frame.verification?.address ?? '',
  };
}

/** Fields a template must hold so that no document made with it lacks what the decree asks for. */
export function requiredFields(kind: DocumentKind): string[] {
  const { numbered } = KIND_RULES[kind];
  return [
    'co_quan',
    'dia_danh_ngay',
    ...(numbered ? ['so_ky_hieu', 'ma_xac_minh'] : []),
    ...(UNSIGNED.has(kind) ? [] : ['chuc_vu', 'nguoi_ky']),
    ...(kind === 'certificate' ? ['chu_ho'] : ['noi_dung']),
    ...(WITH_ANNEXES.has(kind) ? ['phu_luc'] : []),
  ];
}

/** Signed by the people of the meeting, by the interviewer, or by nobody of ours. */
const UNSIGNED: ReadonlySet<DocumentKind> = new Set([
  'attendanceSheet',
  'meetingMinutes',
  'questionnaire',
  'incoming',
]);

const WITH_ANNEXES: ReadonlySet<DocumentKind> = new Set([
  'roundOpening',
  'assignment',
  'report',
  'submission',
  'recognition',
  'composed',
]);

/** The names in a set of fields, those inside loops too. */
export function fieldNames(fields: Fields): Set<string> {
  const names = new Set<string>(DRAWN_FIELDS);
  const walk = (one: Fields): void => {
    for (const [name, value] of Object.entries(one)) {
      names.add(name);
      if (Array.isArray(value)) (value as readonly Fields[]).forEach(walk);
    }
  };
  walk(fields);
  return names;
}
