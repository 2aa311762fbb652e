import { fold } from './fold.ts';
import type { Paragraph } from './paragraph.ts';
import type { Section } from './plan-document.ts';

const OBJECTIVES = /muc tieu|chi tieu/u;
const PROMISES = /phan dau|chi tieu/u;
const LONGEST_TITLE = 80;
/** Sections of what was: no value in them is planned. */
const PAST =
  /ket qua(?! (?:can dat|du kien|mong doi|phai dat))|thuc trang|tinh hinh|danh gia (?:ket qua|viec)|ton tai|han che|can cu|su can thiet|dac diem/u;

const SUBJECT =
  '(?:ho|nguoi|lao dong|tre|hoc sinh|nha|can|xa|thon|phuong|ap|khu|to|co so|can bo|mo hinh|tram)';
/** "100 % người thuộc hộ nghèo được …", as a sentence of its own. */
const SHARE_OF =
  /(?:^|: )(?:[-+*•(\s]|\d{1,2}\)|phan dau|dam bao|bao dam|co|tren|toi thieu|it nhat|khoang|[≥>])*\d+(?:[.,]\d+)?\s*%\s+(?:so |cac |tong so )?[a-z][^.;]{0,200}? (?:duoc|co|dat|tham gia|su dung|tiep can|biet|hoan thanh|den truong|di hoc|thoat|xay dung|trien khai|thuc hien|mo|nhan|ung dung|quan ly|dam bao|bao dam)(?![a-z])/u;
/** "tỷ lệ … đạt 95 %", "tỷ lệ … giảm còn 4,2 %". */
const RATE =
  /(?:ty|ti) le [^.;]{3,160}?(?:dat|con|xuong|len|den|toi thieu|tren|duoi)\s+(?:khoang |tren |duoi |tu |it nhat |toi thieu )?\d+(?:[.,]\d+)?\s*(?:%|phan tram)/u;
/** "45 hộ nghèo được hỗ trợ nhà ở". */
const HELPED = new RegExp(
  `\\d\\s+${SUBJECT}(?: [a-z,/-]+){0,9} (?:duoc|thoat ngheo|co viec lam)(?![a-z])`,
  'u',
);
/** "hỗ trợ xây mới nhà ở cho 45 hộ nghèo", "đào tạo nghề cho 120 lao động". */
const HELPS = new RegExp(
  `(?:^|[:;,] )(?:[-+*•\\s]|phan dau|trong nam|nam \\d{4}|du kien|to chuc|thuc hien|[,:])*(?:ho tro|xay|sua|xoa|dao tao|giai quyet|tao viec|cap the|dua|giup|cho vay|giam|ket noi|tu van|nhan rong|mo)(?: [a-z,()/-]+){0,16} (?:cho |them |duoc |it nhat |toi thieu |khoang )*\\d[\\d.]*\\s+${SUBJECT}(?![a-z])`,
  'u',
);
const DONE =
  /(?:^|\s)(?:da|hien nay|hien co|uoc|so voi cung ky|ket qua)(?![a-z])|giai ngan|cong \d+ diem|diem chuan/u;
const MONEY =
  /(?:triệu|tỷ|tỉ|nghìn|\d)\s*đồng(?!\p{L})|kinh phí|nguồn vốn|định mức|mỗi (?:lớp|hộ|người|mô hình|đoàn|xã|thôn)/iu;

/** "Đầu năm 2024: tổng số 4.215 hộ, 168 hộ nghèo": where a plan begins, when it says no more. */
const NOW =
  /^\s*(?:Đầu năm|Hiện nay|Hiện có|Hiện toàn|Tính đến)(?!\p{L})(?!.*(?:cuối năm|phấn đấu|giảm|xuống|còn|đạt|tăng|hoàn thành))/u;

/** Says of a paragraph's sentences whether they may hold planned values: all where objectives are set, else those that tell an outcome. */
export function promiseOf(paragraph: Paragraph, sections: readonly Section[]): (sentence: string) => boolean {
  let past = paragraph.annex !== null;
  for (let at = paragraph.section; at !== null; at = sections[at]?.parent ?? null) {
    const title = fold(sections[at]?.title ?? '');
    if (OBJECTIVES.test(title) && title.length < LONGEST_TITLE) return (sentence) => !NOW.test(sentence);
    past ||= PAST.test(title);
  }
  if (PROMISES.test(fold(paragraph.text))) return () => true;
  return (sentence) => !past && tellsOutcome(sentence, fold(sentence));
}

const tellsOutcome = (sentence: string, plain: string): boolean =>
  SHARE_OF.test(plain) ||
  (!DONE.test(plain) &&
    (RATE.test(plain) || ((HELPED.test(plain) || HELPS.test(plain)) && !MONEY.test(sentence))));
