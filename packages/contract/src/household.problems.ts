import type { HouseholdProblemCode } from '@benvung/domain/household/problems';
import type { ProblemText } from './shared.problems.ts';

export const householdProblemTexts = {
  'household.version-conflict': {
    vi: 'Người khác vừa sửa hộ này. Xem bản mới rồi làm lại; những gì đã gõ vẫn còn.',
    en: 'Someone else has just changed this household. Look at it and do it again; nothing typed is lost.',
  },
  'household.ended': { vi: 'Hộ này đã kết thúc ngày {day}.', en: 'This household ended on {day}.' },
  'household.day-before-registration': {
    vi: 'Ngày {day} trước ngày hộ được ghi lần đầu ({since}). Sửa ngày.',
    en: '{day} is before the household was first recorded ({since}). Correct the day.',
  },
  'household.day-before-residence': {
    vi: 'Hộ về nơi ở hiện tại ngày {since}; ngày {day} phải sau ngày đó.',
    en: 'The household came to its present place on {since}; {day} must be later.',
  },
  'household.day-before-joining': {
    vi: '{name} ở vị trí hiện tại trong hộ từ {since}; ngày {day} không được sớm hơn.',
    en: '{name} has the present place in the household since {since}; {day} cannot be earlier.',
  },
  'household.day-in-future': { vi: 'Ngày {day} chưa tới.', en: '{day} has not come yet.' },
  'household.same-village': {
    vi: 'Hộ đang ở chính thôn này.',
    en: 'The household lives in this village already.',
  },
  'household.no-move-to-undo': {
    vi: 'Việc gần nhất của hộ không phải là chuyển thôn, nên không có gì để hoàn tác.',
    en: 'The last thing that happened to the household is no move: there is nothing to undo.',
  },
  'household.move-across-communes': {
    vi: 'Hộ đã sang xã khác, kết quả rà soát đi theo. Muốn đưa về thì chuyển hộ lần nữa.',
    en: 'The household went to another commune and its results followed. Move it again to bring it back.',
  },
  'household.member-unknown': {
    vi: 'Người này không thuộc hộ.',
    en: 'This person is not a member of the household.',
  },
  'household.member-left': { vi: '{name} đã rời hộ.', en: '{name} has left the household.' },
  'household.member-known': {
    vi: 'Người này đã có trong hồ sơ của hộ.',
    en: 'This person is in the household’s file already.',
  },
  'household.already-head': { vi: '{name} đang là chủ hộ.', en: '{name} is the head already.' },
  'household.head-missing': { vi: 'Chưa chọn chủ hộ.', en: 'No head was chosen.' },
  'household.two-heads': {
    vi: 'Hộ chỉ có một chủ hộ. Sửa quan hệ của người kia.',
    en: 'A household has one head. Correct the other person’s relation.',
  },
  'household.head-must-stay': {
    vi: 'Chủ hộ chưa rời hộ được. Đổi chủ hộ trước.',
    en: 'The head cannot leave yet. Change the head first.',
  },
  'household.head-by-change-only': {
    vi: 'Muốn đổi chủ hộ, dùng “Đổi chủ hộ”, để giữ ngày đổi.',
    en: 'To make someone else the head, change the head, so that the day is kept.',
  },
  'household.nobody-stays': {
    vi: 'Hộ phải còn ít nhất một người. Nếu cả hộ đi, dùng “Chuyển hộ” hoặc “Khép hồ sơ”.',
    en: 'At least one person must stay. If everyone goes, move the household or close its file.',
  },
  'household.nobody-moves': { vi: 'Chưa chọn ai tách đi.', en: 'Nobody was chosen to split off.' },
  'household.merge-built-on': {
    vi: 'Một trong hai hộ đã thay đổi sau khi nhập, nên không hoàn tác được nữa. Dùng “Tách hộ”.',
    en: 'One of the two has changed since the merge, so that it cannot be undone any more. Split the household.',
  },
  'household.merge-undone': {
    vi: 'Việc nhập hộ này đã được hoàn tác.',
    en: 'This merge has been undone already.',
  },
  'household.duplicate-decided': {
    vi: 'Người khác vừa quyết cặp hộ này. Xem lại danh sách.',
    en: 'Someone else has just decided this pair. Look at the list again.',
  },
  'household.same-household': {
    vi: 'Không nhập một hộ vào chính nó.',
    en: 'A household cannot be merged into itself.',
  },
  'household.village-unknown': {
    vi: 'Không có thôn này trong địa bàn bạn phụ trách.',
    en: 'There is no such village in your areas.',
  },
  'household.nothing-changed': {
    vi: 'Không có gì khác với hồ sơ hiện tại.',
    en: 'Nothing differs from the file as it is.',
  },
  'household.flag-not-overridden': {
    vi: 'Đặc điểm này chưa được sửa tay, không có gì để bỏ.',
    en: 'This trait was not set by hand; there is nothing to take back.',
  },
  'household.reason-missing': { vi: 'Ghi lý do.', en: 'Give the reason.' },
  'household.person-name-missing': { vi: 'Ghi họ tên.', en: 'Give the full name.' },
  'household.person-name-formula': {
    vi: 'Họ tên “{name}” bắt đầu như một công thức bảng tính. Ghi họ tên bắt đầu bằng chữ.',
    en: 'The name "{name}" begins like a formula of a spreadsheet. Give a name that begins with a letter.',
  },
  'household.birth-date-invalid': {
    vi: 'Ngày sinh {value} không có thật. Sửa ngày, hoặc chỉ ghi năm.',
    en: 'There is no such birth date as {value}. Correct it, or give the year alone.',
  },
  'household.birth-date-in-future': {
    vi: 'Ngày sinh {value} chưa tới. Sửa ngày.',
    en: 'The birth date {value} has not come yet. Correct it.',
  },
  'household.no-low-income-class': {
    vi: 'Năm {year} chưa có diện người lao động có thu nhập thấp (Nghị định 30/2025/NĐ-CP). Chọn năm sau.',
    en: 'In {year} there was no class of low-income workers yet (decree 30/2025). Choose a later year.',
  },
  'household.too-many-views': {
    vi: 'Đã lưu {most} danh sách, nhiều nhất có thể. Xóa bớt một danh sách rồi lưu lại.',
    en: 'There are {most} saved lists, the most there can be. Remove one, then save again.',
  },
  'household.view-without-name': {
    vi: 'Chưa đặt tên cho danh sách. Ghi một tên ngắn, như “Hộ chờ công nhận 2024”.',
    en: 'The list has no name yet. Write a short one, as “To recognise 2024”.',
  },
} satisfies Record<HouseholdProblemCode, ProblemText>;
