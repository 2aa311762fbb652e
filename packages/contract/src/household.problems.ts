import type { HouseholdProblemCode } from '@benvung/domain/household/problems';
import type { ProblemText } from './shared.problems.ts';

export const householdProblemTexts = {
  'household.version-conflict': {
    vi: 'Người khác vừa sửa hộ này. Xem bản mới rồi làm lại; những gì đã gõ vẫn còn.',
    en: 'Someone else has just changed this household. Look at it and do it again; nothing typed is lost.',
  },
  'household.ended': { vi: 'Hộ này đã kết thúc ngày {day}.', en: 'This household ended on {day}.' },
  'household.day-before-residence': {
    vi: 'Ngày {day} trước ngày hộ về nơi ở hiện tại ({since}).',
    en: '{day} is before the household came to its present place ({since}).',
  },
  'household.day-in-future': { vi: 'Ngày {day} chưa tới.', en: '{day} has not come yet.' },
  'household.same-village': {
    vi: 'Hộ đang ở chính thôn này.',
    en: 'The household lives in this village already.',
  },
  'household.member-unknown': {
    vi: 'Người này không thuộc hộ.',
    en: 'This person is not a member of the household.',
  },
  'household.member-left': { vi: '{name} đã rời hộ.', en: '{name} has left the household.' },
  'household.already-head': { vi: '{name} đang là chủ hộ.', en: '{name} is the head already.' },
  'household.head-must-stay': {
    vi: 'Chủ hộ không tách đi được. Đổi chủ hộ trước.',
    en: 'The head cannot be split off. Change the head first.',
  },
  'household.nobody-stays': {
    vi: 'Hộ phải còn ít nhất một người. Nếu cả hộ đi, dùng “Chuyển hộ”.',
    en: 'At least one person must stay. If everyone goes, move the household.',
  },
  'household.nobody-moves': { vi: 'Chưa chọn ai tách đi.', en: 'Nobody was chosen to split off.' },
  'household.same-household': {
    vi: 'Không nhập một hộ vào chính nó.',
    en: 'A household cannot be merged into itself.',
  },
  'household.village-unknown': {
    vi: 'Không có thôn này trong địa bàn bạn phụ trách.',
    en: 'There is no such village in your areas.',
  },
  'household.reason-missing': { vi: 'Ghi lý do.', en: 'Give the reason.' },
  'household.person-name-missing': { vi: 'Ghi họ tên.', en: 'Give the full name.' },
  'household.birth-date-invalid': {
    vi: 'Ngày sinh {value} không có thật. Sửa ngày, hoặc chỉ ghi năm.',
    en: 'There is no such birth date as {value}. Correct it, or give the year alone.',
  },
} satisfies Record<HouseholdProblemCode, ProblemText>;
