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
  'report.reported-file-unreadable': {
    vi: 'Không đọc được biểu số liệu công bố: {reason}',
    en: 'The published table cannot be read: {reason}',
  },
} satisfies Record<ReportProblemCode, ProblemText>;
