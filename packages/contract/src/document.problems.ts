import type { DocumentProblemCode } from '@benvung/domain/document/problems';
import type { ProblemText } from './shared.problems.ts';

export const documentProblemTexts = {
  'document.data-unfit': {
    vi: 'Dữ liệu không làm được văn bản này: {at}: {why}. Sửa dữ liệu rồi làm lại.',
    en: 'This document cannot be made of these data: {at}: {why}. Correct the data and try again.',
  },
  'document.unit-cannot-issue': {
    vi: 'Loại văn bản này không do đơn vị đã chọn ban hành. Chọn xã hoặc tỉnh phù hợp.',
    en: 'The chosen unit does not issue this kind of document. Choose the right commune or province.',
  },
  'document.already-numbered': {
    vi: 'Văn bản đã có số {reference}. Số đã cấp không lấy lại; nếu sai, hãy thu hồi.',
    en: 'The document bears the number {reference} already. A number is not taken back; withdraw the document if it is wrong.',
  },
  'document.not-numbered': {
    vi: 'Văn bản chưa có số. Cấp số trước.',
    en: 'The document has no number yet. Number it first.',
  },
  'document.number-taken': {
    vi: 'Số {reference} đã cấp cho văn bản khác trong sổ năm {year}. Chọn số còn trống; số tiếp theo là {next}.',
    en: 'The number {reference} is taken in the register of {year}. Choose one that is free; the next is {next}.',
  },
  'document.several-series': {
    vi: 'Các văn bản đã chọn thuộc nhiều sổ khác nhau nên không đặt được một số bắt đầu chung. Bỏ trống số bắt đầu, hoặc chọn một loại.',
    en: 'The chosen documents belong to several series, so one first number cannot be given. Leave it empty, or choose one kind.',
  },
  'document.batch-changed': {
    vi: 'Danh sách đã đổi: lúc bấm có {expected} văn bản, nay có {found}. Chưa văn bản nào bị đổi; xem lại danh sách rồi làm lại.',
    en: 'The list has changed: {expected} documents then, {found} now. None was changed; look at the list again.',
  },
  'document.scan-untold': {
    vi: 'Tệp {file} chưa được chọn là của văn bản nào. Chọn văn bản, hoặc bỏ tệp ra; chưa tệp nào được giữ.',
    en: 'It is not told which document the file {file} is of. Choose one or leave the file out; none was kept.',
  },
  'document.scan-twice': {
    vi: 'Tệp {file} và tệp {other} cùng được chọn cho một văn bản. Bỏ một tệp ra; chưa tệp nào được giữ.',
    en: 'The files {file} and {other} are told to be of one document. Leave one out; none was kept.',
  },
  'document.scan-of-other': {
    vi: 'Tệp {file} là bản quét của văn bản số {reference}, không phải văn bản này. Chọn lại tệp; chưa tệp nào được giữ.',
    en: 'The file {file} is a scan of document {reference}, not of this one. Choose the file again; none was kept.',
  },
  'document.unnumbered-kind': {
    vi: 'Loại giấy tờ này không đánh số.',
    en: 'This kind of paper bears no number.',
  },
  'document.no-signed-file': {
    vi: 'Chưa có bản đã ký. Đính kèm bản quét hoặc tệp ký số trước.',
    en: 'There is no signed copy yet. Attach the scan or the digitally signed file first.',
  },
  'document.file-unfit': {
    vi: 'Tệp {name} không dùng được: cần PDF, ảnh JPEG hoặc PNG, không quá {most} MB. Chọn tệp khác.',
    en: 'The file {name} cannot be used: PDF, JPEG or PNG of at most {most} MB is needed. Choose another.',
  },
  'document.file-missing': {
    vi: 'Tệp của văn bản chưa được lưu. Thử lại sau ít phút.',
    en: "The document's file is not stored yet. Try again in a few minutes.",
  },
  'document.print-gone': {
    vi: 'Tệp in chung này không còn giữ: mỗi người giữ tệp in gần nhất trong 7 ngày. In lại.',
    en: 'This file is no longer kept: of each person the last one is, for 7 days. Print again.',
  },
  'document.not-signed': {
    vi: 'Văn bản chưa ký nên chưa ban hành được. Đính kèm bản đã ký trước.',
    en: 'The document is not signed and cannot be issued yet. Attach the signed copy first.',
  },
  'document.not-issued': {
    vi: 'Chỉ thay thế được văn bản đã ban hành.',
    en: 'Only an issued document can be replaced.',
  },
  'document.ended': {
    vi: 'Việc này không làm được nữa: văn bản đã ban hành, đã thay thế hoặc đã thu hồi.',
    en: 'This can no longer be done: the document is issued, replaced or withdrawn.',
  },
  'document.reason-missing': {
    vi: 'Chưa ghi lý do. Ghi lý do để lưu cùng văn bản.',
    en: 'The reason is missing. Give it; it is kept with the document.',
  },
  'document.successor-unfit': {
    vi: 'Văn bản thay thế phải cùng loại, cùng đơn vị và đã ban hành. Chọn văn bản khác.',
    en: 'The replacing document must be of the same kind and unit, and issued. Choose another.',
  },
  'document.no-such-format': {
    vi: 'Văn bản này không có tệp dạng {format}.',
    en: 'This document has no file of the format {format}.',
  },
  'document.version-conflict': {
    vi: 'Người khác vừa đổi văn bản này. Tải lại trang rồi làm tiếp.',
    en: 'Someone else has just changed this document. Reload the page and go on.',
  },
  'document.template-unreadable': {
    vi: 'Tệp {name} không phải tệp Word (.docx) đọc được: {why}. Mở tệp bằng Word, lưu lại dạng .docx rồi chọn lại.',
    en: 'The file {name} is no readable Word file (.docx): {why}. Open it in Word, save it as .docx and choose it again.',
  },
  'document.template-unfit': {
    vi: 'Mẫu chưa dùng được: {why}',
    en: 'The template cannot be used yet: {why}',
  },
  'document.template-too-large': {
    vi: 'Tệp mẫu lớn hơn {most} MB. Bỏ bớt hình trong tệp rồi chọn lại.',
    en: 'The template is larger than {most} MB. Take out some pictures and choose it again.',
  },
  'document.template-day-taken': {
    vi: 'Đã có mẫu áp dụng từ ngày {day}. Chọn ngày khác.',
    en: 'There is a template in force from {day} already. Choose another day.',
  },
} satisfies Record<DocumentProblemCode, ProblemText>;
