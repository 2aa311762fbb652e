import type { ReportProblemCode } from '@benvung/domain/report/problems';
import type { ProblemText } from './shared.problems.ts';

export const reportProblemTexts = {
  'report.no-such-table': {
    vi: 'Không có biểu số {number}. Các biểu: 1 đến 15.',
    en: 'There is no table {number}. The tables are 1 to 15.',
  },
  'report.unit-not-found': {
    vi: 'Không tìm thấy đơn vị {unit} vào ngày {day}, hoặc ngoài địa bàn được giao.',
    en: 'Unit {unit} was not found on {day}, or lies outside your areas.',
  },
  'report.unit-not-on-map': {
    vi: '{unit} không có trên bản đồ ngày {day}. Hãy chọn đơn vị của bản đồ đó, hoặc xem biểu như lúc đó.',
    en: '{unit} is not on the map of {day}. Choose a unit of that map, or see the table as it was.',
  },
  'report.no-such-column': {
    vi: 'Biểu {number} không có cột {column} mở được danh sách hộ.',
    en: 'Table {number} has no column {column} that opens to households.',
  },
  'report.list-too-large': {
    vi: 'Danh sách có {count} hộ, nhiều hơn {most} hộ một lần lập. Hãy chọn đơn vị nhỏ hơn.',
    en: 'The list holds {count} households, more than the {most} one list may hold. Choose a smaller unit.',
  },
  'report.column-closed': {
    vi: 'Danh sách hộ sau số này cho biết dân tộc hoặc sức khỏe: chỉ rà soát viên, công chức, lãnh đạo và thanh tra của địa bàn mở được. Con số vẫn xem được.',
    en: 'The households behind this figure tell ethnic origin or health: only enumerators, officers, leaders and inspectors of the area open them. The figure itself can be seen.',
  },
  'report.purpose-missing': {
    vi: 'Biểu {number} có tên hộ. Ghi mục đích xuất, ít nhất 3 chữ.',
    en: 'Table {number} names households. State what it is exported for, at least 3 letters.',
  },
  'report.not-public': {
    vi: 'Biểu công khai có ở cấp cả nước, tỉnh và huyện; {unit} là cấp xã hoặc thôn.',
    en: 'Public tables are of the nation, provinces and districts; {unit} is a commune or village.',
  },
  'report.not-official-yet': {
    vi: 'Kết quả năm {year} của {unit} chưa chính thức: còn đợt rà soát chưa xong. Hãy xem năm trước.',
    en: 'The result of {unit} in {year} is not official yet: rounds are still at work. See an earlier year.',
  },
  'report.no-such-task': {
    vi: 'Việc này không còn trong danh sách hôm nay: đã làm xong, hoặc vừa đổi. Tải lại trang để xem việc mới.',
    en: 'This task is no longer on the list of today: it is done or has changed. Reload the page to see the new list.',
  },
  'report.reminder-not-later': {
    vi: 'Ngày nhắc lại phải sau hôm nay ({today}). Chọn ngày khác.',
    en: 'The day of the reminder must be after today ({today}). Choose another day.',
  },
  'report.reminder-too-late': {
    vi: 'Ngày nhắc lại muộn nhất là {latest}: việc không được trôi quá hạn. Chọn ngày sớm hơn.',
    en: 'The latest day of a reminder is {latest}: no task drifts past its deadline. Choose an earlier day.',
  },
  'report.reminder-without-reason': {
    vi: 'Chưa ghi lý do nhắc lại sau. Ghi một câu ngắn, như “chờ phiếu của thôn 3”.',
    en: 'There is no reason for putting the task off. Write a short one, as “waiting for the forms of village 3”.',
  },
  'report.reported-file-unreadable': {
    vi: 'Không đọc được biểu số liệu công bố: {reason}',
    en: 'The published table cannot be read: {reason}',
  },
} satisfies Record<ReportProblemCode, ProblemText>;
