import type { PlanProblemCode } from '@benvung/domain/plan/problems';
import type { ProblemText } from './shared.problems.ts';

export const planProblemTexts = {
  'plan.file-empty': {
    vi: 'Tệp không có chữ nào.',
    en: 'The file holds no text.',
  },
  'plan.file-type-unknown': {
    vi: 'Không phải văn bản Word (.docx), PDF hay văn bản thuần (.txt, .md). Mở tệp gốc, lưu lại dạng .docx rồi chọn lại.',
    en: 'This is no Word document (.docx), PDF or plain text (.txt, .md). Save the original as .docx and choose it again.',
  },
  'plan.file-old-word': {
    vi: 'Tệp .doc hoặc .rtf cũ. Mở bằng Word, lưu lại dạng .docx rồi chọn lại.',
    en: 'This is an old .doc or .rtf. Open it in Word, save it as .docx and choose it again.',
  },
  'plan.file-too-large': {
    vi: 'Văn bản quá lớn ({megabytes} MB; nhiều nhất 20 MB và 1 triệu chữ). Tách phụ lục ra rồi kiểm từng tệp.',
    en: 'The document is too large ({megabytes} MB; at most 20 MB and 1 million letters). Split off its annexes and check each file.',
  },
  'plan.file-damaged': {
    vi: 'Tệp hỏng, không mở được. Mở tệp gốc, lưu lại rồi chọn lại.',
    en: 'The file is damaged. Open the original, save it again and choose it.',
  },
  'plan.file-encrypted': {
    vi: 'Tệp có mật khẩu. Bỏ mật khẩu, lưu lại rồi chọn lại.',
    en: 'The file has a password. Remove it, save and choose it again.',
  },
  'plan.file-expands-too-much': {
    vi: 'Tệp nén bung ra hơn {megabytes} MB: không phải văn bản thường, không mở.',
    en: 'The packed file swells beyond {megabytes} MB: this is no ordinary document, it is not opened.',
  },
  'plan.file-too-deep': {
    vi: 'Bảng hoặc phần tử lồng nhau quá sâu: không phải văn bản thường, không đọc.',
    en: 'Tables or elements are nested too deeply: this is no ordinary document, it is not read.',
  },
  'plan.file-unsafe': {
    vi: 'Tệp khai báo thực thể ngoài (DTD), điều một văn bản Word không có: không đọc.',
    en: 'The file declares outside entities (DTD), which a Word document never does: it is not read.',
  },
  'plan.file-not-text': {
    vi: 'Tệp không phải chữ đọc được (không phải UTF-8). Mở tệp gốc, lưu lại dạng .docx hoặc .txt mã UTF-8 rồi chọn lại.',
    en: 'The file is no readable text (not UTF-8). Save the original as .docx or as UTF-8 .txt and choose it again.',
  },
  'plan.file-too-slow': {
    vi: 'Đọc tệp quá {seconds} giây chưa xong: đã dừng. Lưu lại dạng .docx hoặc .txt rồi chọn lại.',
    en: 'Reading took more than {seconds} seconds and was stopped. Save it as .docx or .txt and choose it again.',
  },
  'plan.pdf-without-text': {
    vi: 'PDF này là ảnh quét, không có lớp chữ nên không đọc được. Dùng tệp Word gốc, hoặc nhận dạng chữ (OCR) trước.',
    en: 'This PDF is a scan without a text layer and cannot be read. Use the Word original, or recognise its text (OCR) first.',
  },
} satisfies Record<PlanProblemCode, ProblemText>;
