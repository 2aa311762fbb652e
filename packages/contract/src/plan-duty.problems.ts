import type { PlanDutyProblemCode } from '@benvung/domain/plan/duty/problems';
import type { ProblemText } from './shared.problems.ts';

export const planDutyProblemTexts = {
  'plan-duty.unit-not-found': {
    vi: 'Không tìm thấy đơn vị {unit}, hoặc ngoài phạm vi được giao.',
    en: 'Unit {unit} was not found, or is outside your area.',
  },
  'plan-duty.desk-not-found': {
    vi: 'Cơ quan được chọn không thuộc đơn vị này. Chọn lại trong danh sách.',
    en: 'The agency is none of this unit. Choose it from the list.',
  },
  'plan-duty.person-not-found': {
    vi: 'Người được chọn không có tài khoản đang dùng ở đơn vị này.',
    en: 'The person has no active account in this unit.',
  },
  'plan-duty.not-the-giver': {
    vi: 'Việc này do đơn vị giao việc quyết định: công chức hoặc lãnh đạo của đơn vị giao.',
    en: 'The unit that assigned the duty decides this: its officer or leader.',
  },
  'plan-duty.not-the-receiver': {
    vi: 'Chỉ người ở bàn việc của cơ quan, người được giao, hoặc công chức của đơn vị được giao làm bước này.',
    en: 'Only those at the agency’s desk, the person named or an officer of the unit in charge may do this.',
  },
  'plan-duty.act-not-now': {
    vi: 'Việc đang ở bước khác, chưa làm được bước này. Tải lại trang để xem bước hiện tại.',
    en: 'The duty stands elsewhere now. Reload the page to see where.',
  },
  'plan-duty.reason-missing': { vi: 'Chưa ghi lý do.', en: 'The reason is missing.' },
  'plan-duty.result-missing': { vi: 'Chưa ghi kết quả đã làm.', en: 'What was done is missing.' },
  'plan-duty.evidence-missing': {
    vi: 'Chưa có minh chứng. Thêm tệp, hoặc ghi số và ngày của văn bản, thí dụ: 12/BC-UBND ngày 14/6/2024.',
    en: 'There is no evidence. Add a file, or write the number and day of a document.',
  },
  'plan-duty.day-missing': { vi: 'Chưa ghi ngày.', en: 'The day is missing.' },
  'plan-duty.day-not-later': {
    vi: 'Hạn mới phải sau hôm nay và sau hạn cũ.',
    en: 'The new deadline must lie after today and after the old one.',
  },
  'plan-duty.extension-asked-already': {
    vi: 'Đã xin gia hạn, đang chờ trả lời.',
    en: 'More time was asked already and is not answered yet.',
  },
  'plan-duty.extension-not-asked': {
    vi: 'Không có đề nghị gia hạn nào đang chờ.',
    en: 'Nobody is asking for more time.',
  },
  'plan-duty.changed-meanwhile': {
    vi: 'Có người vừa cập nhật việc này. Tải lại trang rồi làm lại; phần đã gõ còn nguyên.',
    en: 'Someone has just changed this duty. Reload the page and try again.',
  },
  'plan-duty.too-many-units': {
    vi: 'Giao một lần nhiều nhất {most} nơi. Giao làm nhiều lần.',
    en: 'At most {most} desks at once. Assign in several steps.',
  },
  'plan-duty.task-missing': {
    vi: 'Chưa ghi việc phải làm.',
    en: 'What is to be done is not said.',
  },
  'plan-duty.nothing-changed': {
    vi: 'Chưa sửa gì. Sửa một ô rồi lưu, hoặc đóng.',
    en: 'Nothing was changed. Change something and save, or close.',
  },
  'plan-duty.follows-plan': {
    vi: 'Việc này của kế hoạch: nội dung và hạn sửa bằng bản điều chỉnh kế hoạch. Ở đây chỉ đổi được nơi làm.',
    en: 'This duty is its plan’s: words and deadline change with an amendment of the plan. Only its desk can be changed here.',
  },
  'plan-duty.deadline-gone-by': {
    vi: 'Hạn {day} đã qua. Chọn ngày từ hôm nay.',
    en: 'The deadline {day} is past. Choose today or a later day.',
  },
  'plan-duty.file-type-unknown': {
    vi: 'Minh chứng là PDF, ảnh (JPG, PNG, WebP), Word (.docx) hoặc Excel (.xlsx), không quá 10 MB.',
    en: 'Evidence is a PDF, a picture (JPG, PNG, WebP), Word (.docx) or Excel (.xlsx) of at most 10 MB.',
  },
  'plan-duty.too-many-files': {
    vi: 'Một việc giữ nhiều nhất {most} tệp.',
    en: 'A duty keeps at most {most} files.',
  },
  'plan-duty.agency-name-taken': {
    vi: 'Đơn vị đã có cơ quan tên {name}.',
    en: 'The unit already has an agency called {name}.',
  },
  'plan-duty.agency-closed': {
    vi: 'Cơ quan đã ngừng nhận việc. Chọn cơ quan khác.',
    en: 'The agency takes no duties any more. Choose another one.',
  },
  'plan-duty.member-outside': {
    vi: 'Tài khoản được chọn không có vai trò nào trong đơn vị này. Giao vai trò trước, ở trang Người dùng.',
    en: 'The account holds no role in this unit. Give it one first, on the accounts page.',
  },
  'plan-duty.report-kind-unknown': {
    vi: 'Không có kỳ báo cáo {kind}.',
    en: 'There is no kind of report {kind}.',
  },
  'plan-duty.mail-address-invalid': {
    vi: 'Địa chỉ thư điện tử không đúng dạng, thí dụ đúng: vanthu@tinh.gov.vn.',
    en: 'This is no mail address, such as office@province.gov.vn.',
  },
} satisfies Readonly<Record<PlanDutyProblemCode, ProblemText>>;
