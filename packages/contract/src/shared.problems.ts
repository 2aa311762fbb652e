import type { SharedProblemCode } from '@benvung/domain/shared/problems';

/** What a person reads; `{name}` is filled from the problem's detail. */
export interface ProblemText {
  readonly vi: string;
  readonly en: string;
}

export const sharedProblemTexts = {
  'shared.not-found': { vi: 'Không tìm thấy.', en: 'Not found.' },
  'shared.not-signed-in': {
    vi: 'Bạn chưa đăng nhập, hoặc phiên làm việc đã hết hạn. Hãy đăng nhập lại.',
    en: 'You are not signed in, or your session has ended. Please sign in again.',
  },
  'shared.not-allowed': {
    vi: 'Phần này của: {vi}.',
    en: 'This belongs to: {en}.',
  },
  'shared.outside-area': {
    vi: 'Đơn vị này nằm ngoài địa bàn bạn phụ trách.',
    en: 'This unit lies outside the areas you are responsible for.',
  },
  'shared.foreign-request': {
    vi: 'Yêu cầu không đến từ trang đang mở của hệ thống. Hãy tải lại trang rồi thử lại.',
    en: 'The request does not come from an open page of this system. Reload the page and try again.',
  },
  'shared.invalid-input': {
    vi: 'Dữ liệu gửi lên chưa đúng; xem từng chỗ cần sửa.',
    en: 'Some of what was sent is not right; see each place to correct.',
  },
  'shared.unreadable-body': {
    vi: 'Không đọc được nội dung gửi lên (JSON hỏng).',
    en: 'The content sent cannot be read (broken JSON).',
  },
  'shared.unsupported-content': {
    vi: 'Kiểu nội dung gửi lên không được hỗ trợ ở đây.',
    en: 'This kind of content is not accepted here.',
  },
  'shared.too-large': {
    vi: 'Nội dung gửi lên quá lớn. Chọn tệp nhỏ hơn, hoặc quét lại ở độ phân giải thấp hơn.',
    en: 'The content sent is too large.',
  },
  'shared.too-many-requests': {
    vi: 'Quá nhiều yêu cầu trong thời gian ngắn. Hãy đợi {seconds} giây rồi thử lại.',
    en: 'Too many requests in a short time. Wait {seconds} seconds and try again.',
  },
  'shared.command-reused': {
    vi: 'Mã lệnh này đã được dùng cho một nội dung khác. Hãy tải lại trang rồi làm lại.',
    en: 'This command id was already used for something else. Reload the page and do it again.',
  },
  'shared.version-conflict': {
    vi: 'Người khác vừa sửa mục này. Hãy xem bản mới rồi sửa lại; những gì bạn đã nhập vẫn còn.',
    en: 'Someone else has just changed this. Look at the new version and redo your change; nothing you typed is lost.',
  },
  'shared.rows-held': {
    vi: 'Một tệp đang được ghi vào hoặc rút khỏi hệ thống nên hồ sơ hộ tạm khóa. Hãy thử lại sau ít phút; những gì đã nhập vẫn còn trên màn hình.',
    en: 'A file is being written or taken back, so household records are closed for the moment. Try again in a few minutes; what you typed is still on the screen.',
  },
  'shared.database-unavailable': {
    vi: 'Cơ sở dữ liệu không trả lời. Hãy thử lại sau ít phút.',
    en: 'The database does not answer. Try again in a few minutes.',
  },
  'shared.job-cut-off': {
    vi: 'Việc này bị ngắt giữa chừng nhiều lần nên đã dừng. Chưa ghi gì; hãy làm lại.',
    en: 'This work was cut off several times and was given up. Nothing was written; do it again.',
  },
  'shared.job-fault': {
    vi: 'Việc này gặp lỗi ngoài dự kiến và đã dừng. Chưa ghi gì; hãy làm lại, hoặc báo người quản trị.',
    en: 'This work ran into a fault and was given up. Nothing was written; do it again, or tell the administrator.',
  },
  'shared.fault': {
    vi: 'Hệ thống gặp lỗi ngoài dự kiến. Hãy gửi mã {faultCode} cho người quản trị.',
    en: 'Something unexpected went wrong. Give the code {faultCode} to your administrator.',
  },
} satisfies Record<SharedProblemCode, ProblemText>;
