import type { ListRowProblemCode, TerritoryProblemCode } from '@benvung/domain/territory/problems';
import type { ProblemText } from './shared.problems.ts';

export const territoryProblemTexts = {
  'territory.unit-unknown': {
    vi: 'Không có đơn vị hành chính {unit} vào ngày {day}.',
    en: 'There is no administrative unit {unit} on {day}.',
  },
  'territory.name-missing': { vi: 'Chưa ghi tên thôn, tổ dân phố.', en: 'The village has no name.' },
  'territory.village-name-taken': {
    vi: '{commune} đã có “{village}” (không phân biệt hoa thường, dấu). Hãy đặt tên khác hoặc dùng thôn đã có.',
    en: '{commune} already has “{village}” (case and marks do not count). Choose another name or use that village.',
  },
  'territory.village-parent-not-commune': {
    vi: '{unit} không phải là xã, phường, thị trấn hay đặc khu; thôn chỉ lập dưới cấp xã.',
    en: '{unit} is not a commune; only communes have villages.',
  },
  'territory.village-not-waiting': {
    vi: 'Thôn này không chờ phân về đơn vị mới.',
    en: 'This village is not waiting to be assigned.',
  },
  'territory.not-a-successor': {
    vi: 'Xã cũ của thôn không chia vào đơn vị này. Hãy chọn một trong các đơn vị mới của xã cũ.',
    en: 'No part of the village’s former commune went into this unit. Choose one of its successors.',
  },
  'territory.village-type-not-allowed': {
    vi: '{commune} chỉ lập {allowed}; “{village}” không thuộc loại ấy. Sửa chữ đầu của tên.',
    en: '{commune} may only have {allowed}; “{village}” is another type. Change the first word of the name.',
  },
  'territory.day-in-future': {
    vi: 'Ngày {day} chưa tới. Ghi việc này khi quyết định đã có hiệu lực.',
    en: '{day} has not come. Record this once the decision is in force.',
  },
  'territory.day-before-change': {
    vi: '{village} chỉ có như hiện nay từ {since}; chọn ngày sau ngày ấy.',
    en: '{village} is as it is only since {since}; choose a later day.',
  },
  'territory.merger-needs-two': {
    vi: 'Chọn ít nhất hai thôn để sáp nhập.',
    en: 'Choose two villages or more to merge.',
  },
  'territory.merger-across-communes': {
    vi: 'Các thôn sáp nhập phải cùng một xã vào ngày ấy.',
    en: 'Villages that are merged must be of one commune on that day.',
  },
  'territory.village-unknown': {
    vi: 'Không có thôn này vào ngày {day}, hoặc ngoài phạm vi được giao.',
    en: 'There is no such village on {day}, or it is outside your area.',
  },
  'territory.villages-in-closed-round': {
    vi: 'Đợt rà soát {year} đã đóng với số liệu của các thôn này. Chọn ngày sau đợt ấy, hoặc mở lại đợt.',
    en: 'The round of {year} was closed with figures of these villages. Choose a day after it, or reopen the round.',
  },
  'territory.file-unreadable': {
    vi: 'Không đọc được tệp danh mục: {reason}',
    en: 'The list cannot be read: {reason}',
  },
  'territory.file-refused': {
    vi: 'Danh mục có {count} chỗ sai; chưa ghi gì. Hãy sửa từng dòng được nêu rồi nạp lại.',
    en: 'The list has {count} faults; nothing was written. Correct each row named and load it again.',
  },
  'territory.list-already-loaded': {
    vi: 'Danh mục này đã được nạp.',
    en: 'This list is already loaded.',
  },
} satisfies Record<TerritoryProblemCode, ProblemText>;

/** One row of a list; `{detail}` is what stands in it. */
export const listRowProblemTexts = {
  'territory.row-code-invalid': {
    vi: 'mã “{detail}” không phải 2, 3 hay 5 chữ số',
    en: 'code “{detail}” is not 2, 3 or 5 digits',
  },
  'territory.row-code-twice': { vi: 'mã {detail} có hai dòng', en: 'code {detail} has two rows' },
  'territory.row-type-unknown': {
    vi: 'tên “{detail}” không bắt đầu bằng loại đơn vị (Xã, Phường, Tỉnh …)',
    en: 'name “{detail}” does not begin with a type of unit (Xã, Phường, Tỉnh …)',
  },
  'territory.row-parent-unknown': {
    vi: 'đơn vị cấp trên “{detail}” không còn hoặc không có',
    en: 'the unit above “{detail}” is not in force',
  },
  'territory.row-old-unit-unknown': {
    vi: 'mã cũ {detail} không có trong danh mục trước ngày này',
    en: 'old code {detail} is not in the list before that day',
  },
  'territory.row-new-unit-unknown': {
    vi: 'mã mới {detail} không có trong danh mục này',
    en: 'new code {detail} is not in this list',
  },
  'territory.row-successor-missing': {
    vi: '{detail} nhận thêm đơn vị khác nhưng chưa có dòng nói chính nó đi đâu',
    en: '{detail} takes in another unit but no row says what became of itself',
  },
  'territory.row-new-unit-without-parts': {
    vi: 'đơn vị mới {detail} chưa có dòng nói nó gồm những đơn vị cũ nào',
    en: 'no row says what the new unit {detail} is made of',
  },
  'territory.row-crosses-province': {
    vi: 'xã mới gồm đất của hai tỉnh: {detail}',
    en: 'a new commune of two provinces: {detail}',
  },
  'territory.row-unit-not-listed': {
    vi: 'danh mục đầy đủ nhưng thiếu {detail}',
    en: 'the list is complete but lacks {detail}',
  },
  'territory.row-day-not-after-last': {
    vi: 'ngày {detail} không sau lần thay đổi cuối đã có',
    en: 'day {detail} is not after the last change known',
  },
  'territory.row-kind-unknown': {
    vi: 'không có loại địa bàn “{detail}”',
    en: 'there is no kind of place “{detail}”',
  },
  'territory.row-kind-level': {
    vi: 'loại này không dùng cho cấp của đơn vị ({detail})',
    en: 'this kind is not for a unit of that level ({detail})',
  },
  'territory.row-day-unreadable': {
    vi: 'không đọc được ngày “{detail}”; ghi dd/mm/yyyy',
    en: 'day “{detail}” cannot be read; write dd/mm/yyyy',
  },
  'territory.row-end-before-start': {
    vi: 'ngày hết ({detail}) trước ngày bắt đầu',
    en: 'it ends ({detail}) before it begins',
  },
  'territory.row-source-missing': {
    vi: 'chưa ghi quyết định, căn cứ',
    en: 'the decision is missing',
  },
  'territory.row-unit-missing': {
    vi: 'chưa ghi mã hay tên đơn vị',
    en: 'neither a code nor names of a unit',
  },
  'territory.row-unit-unknown': {
    vi: 'không có đơn vị “{detail}” vào ngày ấy',
    en: 'there is no unit “{detail}” on that day',
  },
  'territory.row-unit-ambiguous': {
    vi: 'có nhiều đơn vị tên “{detail}”; ghi thêm cấp trên hoặc mã',
    en: 'several units are named “{detail}”; add the unit above or the code',
  },
  'territory.row-unit-outside-area': {
    vi: '{detail} ngoài phạm vi được giao',
    en: '{detail} is outside your area',
  },
  'territory.row-not-a-province': {
    vi: '{detail} không phải là tỉnh, thành phố trực thuộc trung ương',
    en: '{detail} is not a province',
  },
  'territory.row-group-unknown': {
    vi: 'không có dân tộc “{detail}” trong danh mục',
    en: 'there is no ethnic group “{detail}” in the catalogue',
  },
  'territory.row-group-overlaps': {
    vi: 'đã có trong thời gian này ({detail})',
    en: 'is already there in that time ({detail})',
  },
  'territory.row-designation-overlaps': {
    vi: 'trùng thời gian với điều đã có: {detail}',
    en: 'overlaps with what is known: {detail}',
  },
} satisfies Record<ListRowProblemCode, ProblemText>;
