import type { Language, ProblemText } from './problem-texts.ts';

/**
 * What each act of the log is called. `{name}` is filled from the entry's detail; a part in `[…]` is left out when
 * the entry lacks one of its blanks. A test finds every act of the code that has no words here.
 */
export const actTexts = {
  'access.add-account': { vi: 'Thêm tài khoản {username}', en: 'Added the account {username}' },
  'access.allow-open-id': {
    vi: 'Cho tài khoản {username} đăng nhập một lần',
    en: 'Allowed the account {username} to sign in through the provider',
  },
  'access.change-password': { vi: 'Đổi mật khẩu của mình', en: 'Changed their own password' },
  'access.change-roles': {
    vi: 'Đổi vai trò của tài khoản {username}',
    en: 'Changed the roles of {username}',
  },
  'access.change-status': { vi: 'Khóa hoặc mở một tài khoản', en: 'Disabled or enabled an account' },
  'access.disable-account': { vi: 'Khóa tài khoản {username}', en: 'Disabled the account {username}' },
  'access.end-calendar': { vi: 'Thu hồi địa chỉ lịch thời hạn', en: 'Ended the address of their calendar' },
  'access.make-calendar': {
    vi: 'Tạo địa chỉ lịch thời hạn',
    en: 'Made an address for a calendar of deadlines',
  },
  'access.read-calendar': {
    vi: 'Lịch thời hạn được đọc qua địa chỉ riêng, {entries} mục',
    en: 'The calendar was read at its secret address, {entries} entries',
  },
  'access.enable-account': { vi: 'Mở lại tài khoản {username}', en: 'Enabled the account {username}' },
  'access.end-own-sessions': {
    vi: 'Kết thúc {ended} phiên khác của mình',
    en: 'Ended {ended} other sessions of their own',
  },
  'access.end-sessions': {
    vi: 'Kết thúc {ended} phiên của tài khoản {username}',
    en: 'Ended {ended} sessions of {username}',
  },
  'access.export-accounts': {
    vi: 'Xuất danh sách tài khoản, {accounts} dòng',
    en: 'Exported the list of accounts, {accounts} rows',
  },
  'access.export-audit': {
    vi: 'Xuất nhật ký, {entries} dòng',
    en: 'Exported the log, {entries} entries',
  },
  'access.forbid-open-id': {
    vi: 'Thôi cho tài khoản {username} đăng nhập một lần',
    en: 'Took signing in through the provider from {username}',
  },
  'access.link-open-id': {
    vi: 'Vào lần đầu bằng đăng nhập một lần',
    en: 'Signed in through the provider for the first time',
  },
  'access.offer-second-factor': {
    vi: 'Bắt đầu đặt lớp bảo vệ thứ hai',
    en: 'Began to set up a second factor',
  },
  'access.open-id-refused': {
    vi: 'Một người chưa được phép đã thử đăng nhập một lần',
    en: 'Someone not allowed tried to sign in through the provider',
  },
  'access.rename-account': {
    vi: 'Sửa họ tên của tài khoản {username}',
    en: 'Renamed the account {username}',
  },
  'access.renew-recovery-codes': { vi: 'Tạo mã dự phòng mới', en: 'Made new recovery codes' },
  'access.reset-password': {
    vi: 'Cấp mật khẩu dùng một lần cho tài khoản {username}',
    en: 'Issued a one-time password for {username}',
  },
  'access.reset-second-factor': {
    vi: 'Đặt lại lớp bảo vệ thứ hai của tài khoản {username}',
    en: 'Reset the second factor of {username}',
  },
  'access.second-factor-failed': {
    vi: 'Ghi sai mã của lớp bảo vệ thứ hai, lần {failures}',
    en: 'A wrong second-factor code, attempt {failures}',
  },
  'access.set-policy': {
    vi: 'Đặt quy định về lớp bảo vệ thứ hai',
    en: 'Set the rule about second factors',
  },
  'access.run-retention': { vi: 'Xóa dữ liệu quá thời hạn lưu', en: 'Took away what was past its period' },
  'access.set-retention': { vi: 'Đặt thời hạn lưu dữ liệu', en: 'Set how long data is kept' },
  'access.set-mail-address': {
    vi: 'Đặt địa chỉ nhận thư nhắc việc',
    en: 'Set the address for reminders',
  },
  'access.sign-in': { vi: 'Đăng nhập', en: 'Signed in' },
  'access.sign-in-failed': {
    vi: 'Đăng nhập sai, lần {failures}',
    en: 'A failed sign-in, attempt {failures}',
  },
  'access.sign-out': { vi: 'Đăng xuất', en: 'Signed out' },
  'access.turn-off-second-factor': { vi: 'Tắt lớp bảo vệ thứ hai', en: 'Turned the second factor off' },
  'access.turn-on-second-factor': { vi: 'Bật lớp bảo vệ thứ hai', en: 'Turned the second factor on' },
  'access.verify-audit': { vi: 'Kiểm tra chuỗi nhật ký', en: 'Verified the log' },

  'demonstration.load': { vi: 'Nạp dữ liệu trình diễn', en: 'Loaded the demonstration' },
  'demonstration.remove': { vi: 'Xóa dữ liệu trình diễn', en: 'Removed the demonstration' },

  'document.check-template': { vi: 'Kiểm tra một mẫu văn bản', en: 'Checked a template' },
  'document.discard': { vi: 'Xóa bản nháp văn bản', en: 'Discarded a draft document' },
  'document.export-register': {
    vi: 'Xuất sổ đăng ký văn bản[ năm {year}][, {rows} dòng][, mục đích: {purpose}]',
    en: 'Exported the register of documents[ of {year}][, {rows} rows][, purpose: {purpose}]',
  },
  'document.issue': { vi: 'Ban hành văn bản {reference}', en: 'Issued the document {reference}' },
  'document.load-template': { vi: 'Nạp mẫu văn bản {file}', en: 'Loaded the template {file}' },
  'document.make': { vi: 'Soạn một văn bản', en: 'Drafted a document' },
  'document.receive': { vi: 'Ghi văn bản đến {reference}', en: 'Recorded the incoming document {reference}' },
  'document.number': { vi: 'Cấp số văn bản {reference}', en: 'Gave a document the number {reference}' },
  'document.preview-template': { vi: 'Xem thử một mẫu văn bản', en: 'Previewed a template' },
  'document.print-together': {
    vi: 'In chung {documents} văn bản',
    en: 'Printed {documents} documents together',
  },
  'document.read-file': {
    vi: 'Tải tệp của một văn bản ({format})',
    en: 'Opened a file of a document ({format})',
  },
  'document.replace': {
    vi: 'Thay thế văn bản {reference}',
    en: 'Replaced the document {reference}',
  },
  'document.retire-template': { vi: 'Thôi dùng một mẫu văn bản', en: 'Retired a template' },
  'document.bring-scan': {
    vi: 'Nhận bản quét {file}, chờ xác nhận',
    en: 'Took in the scan {file}, to be confirmed',
  },
  'document.sign': {
    vi: 'Đính kèm bản đã ký của văn bản[ {reference}]',
    en: 'Attached the signed copy of a document[ {reference}]',
  },
  'document.withdraw': { vi: 'Thu hồi văn bản {reference}', en: 'Withdrew the document {reference}' },
  'exchange.ask-undo': { vi: 'Yêu cầu hoàn tác một lần nhập', en: 'Asked to undo a batch' },
  'exchange.compare': {
    vi: 'Đối chiếu với trích xuất cơ sở dữ liệu dân cư',
    en: 'Compared with an extract of the population database',
  },
  'exchange.decide-difference': { vi: 'Quyết định một chỗ khác nhau', en: 'Decided a difference' },
  'exchange.discard': { vi: 'Bỏ một lần nhập chưa ghi', en: 'Put a batch aside' },
  'exchange.download': { vi: 'Tải tệp của một lần nhập', en: 'Downloaded the file of a batch' },
  'exchange.export': {
    vi: 'Xuất danh sách hộ[ năm {year}][, {households} hộ][, mục đích: {purpose}]',
    en: 'Exported the household list[ of {year}][, {households} households][, purpose: {purpose}]',
  },
  'exchange.export-list': {
    vi: 'Xuất danh sách hộ đang xem[, {households} hộ][, mục đích: {purpose}]',
    en: 'Exported the list of households on screen[, {households} households][, purpose: {purpose}]',
  },
  'exchange.export-closed': {
    vi: 'Xuất danh sách thành viên kèm trường kín[, {persons} người][, mục đích: {purpose}]',
    en: 'Exported people with closed fields[, {persons} persons][, purpose: {purpose}]',
  },
  'exchange.export-differences': {
    vi: 'Xuất những chỗ khác nhau[, {rows} dòng][, mục đích: {purpose}]',
    en: 'Exported the differences[, {rows} rows][, purpose: {purpose}]',
  },
  'exchange.export-members': {
    vi: 'Xuất danh sách thành viên[, {persons} người][, mục đích: {purpose}]',
    en: 'Exported the members of households[, {persons} persons][, purpose: {purpose}]',
  },
  'exchange.export-table': {
    vi: 'Xuất bảng đang xem[: {title}]',
    en: 'Exported a table on screen[: {title}]',
  },
  'plan.approve': { vi: 'Duyệt kế hoạch[ năm {year}]', en: 'Approved a plan[ of {year}]' },
  'plan.amend': {
    vi: 'Mở bản điều chỉnh kế hoạch[ năm {year}]',
    en: 'Opened an amendment of a plan[ of {year}]',
  },
  'plan.discard': {
    vi: 'Bỏ bản kế hoạch đang soạn[ năm {year}]',
    en: 'Discarded a draft of a plan[ of {year}]',
  },
  'plan.issue': { vi: 'Ban hành kế hoạch[ năm {year}]', en: 'Issued a plan[ of {year}]' },
  'plan.make-paper': { vi: 'Soạn văn bản của kế hoạch', en: 'Drafted a document of a plan' },
  'plan.propose': {
    vi: 'Đọc một văn bản thành dự thảo kế hoạch, không lưu lại',
    en: 'Read a document into a draft plan; not kept',
  },
  'plan.put-households': {
    vi: 'Ghi giải pháp và người phụ trách của {households} hộ nghèo',
    en: 'Set down what helps {households} poor households and who is in charge',
  },
  'plan.read-households': {
    vi: 'Xem danh sách hộ nghèo của kế hoạch[, trang {page}]',
    en: 'Read the list of poor households of a plan[, page {page}]',
  },
  'plan.return': { vi: 'Trả lại kế hoạch[ năm {year}]', en: 'Returned a plan[ of {year}]' },
  'plan.save': { vi: 'Lưu nội dung kế hoạch[ năm {year}]', en: 'Kept the content of a plan[ of {year}]' },
  'plan.start': { vi: 'Bắt đầu kế hoạch[ năm {year}]', en: 'Started a plan[ of {year}]' },
  'plan.submit': { vi: 'Trình kế hoạch[ năm {year}]', en: 'Submitted a plan[ of {year}]' },
  'plan.edit-duty': { vi: 'Sửa việc đã giao', en: 'Changed a duty that was given' },
  'plan.act-on-duty': { vi: 'Xử lý việc được giao[: {step}]', en: 'Acted on a duty[: {step}]' },
  'plan.add-agency': { vi: 'Thêm cơ quan[: {name}]', en: 'Added an agency[: {name}]' },
  'plan.assign-duties': {
    vi: 'Giao việc[, {duties} nơi][, hạn {due}]',
    en: 'Assigned duties[, {duties} desks][, due {due}]',
  },
  'plan.assign-reports': {
    vi: 'Lập báo cáo định kỳ[ năm {year}][, {duties} báo cáo]',
    en: 'Made recurring reports[ of {year}][, {duties} reports]',
  },
  'plan.attach-evidence': { vi: 'Thêm minh chứng của việc được giao', en: 'Added evidence of a duty' },
  'plan.change-agency': { vi: 'Sửa cơ quan[: {name}]', en: 'Changed an agency[: {name}]' },
  'plan.check': {
    vi: 'Kiểm tra mâu thuẫn một văn bản, không lưu lại',
    en: 'Checked a document for contradictions; not kept',
  },
  'plan.load-duty-times': { vi: 'Thay số ngày nhắc việc', en: 'Replaced the numbers of reminders' },
  'plan.set-agency-members': {
    vi: 'Đổi người ở bàn việc[ của {name}]',
    en: 'Changed who stands at a desk[ of {name}]',
  },
  'exchange.import': {
    vi: 'Nhập danh sách hộ từ tệp[ năm {year}]',
    en: 'Imported a household list[ of {year}]',
  },

  'exchange.publish': { vi: 'Ghi một lần nhập vào sổ', en: 'Wrote a batch into the registry' },
  'exchange.read-again': {
    vi: 'Đọc lại tệp nhập với lựa chọn khác',
    en: 'Read a batch again with other choices',
  },
  'exchange.read-differences': {
    vi: 'Xem số định danh khi đối chiếu dân cư[, {shown} dòng][, lý do: {reason}]',
    en: 'Opened identity numbers of a comparison[, {shown} rows][, reason: {reason}]',
  },
  'exchange.undo': { vi: 'Hoàn tác một lần nhập', en: 'Undid a batch' },
  'exchange.upload': { vi: 'Đưa tệp lên để nhập', en: 'Brought a file to take in' },

  'household.act-on-many': { vi: 'Làm một việc cho nhiều hộ', en: 'Did one act on many households' },
  'household.export-duplicates': {
    vi: 'Xuất các cặp hộ nghi trùng[, {pairs} cặp][, mục đích: {purpose}]',
    en: 'Exported households that may be one[, {pairs} pairs][, purpose: {purpose}]',
  },
  'household.ask-likenesses': {
    vi: 'Hỏi người sắp ghi đã có ở hộ nào chưa',
    en: 'Asked whether someone about to be written is known',
  },
  'household.add-member': { vi: 'Thêm thành viên vào hộ', en: 'Added a member to a household' },
  'household.change-head': { vi: 'Đổi chủ hộ', en: 'Changed the head of a household' },
  'household.correct': { vi: 'Sửa thông tin hộ', en: 'Corrected a household' },
  'household.correct-member': { vi: 'Sửa thông tin thành viên', en: 'Corrected a member' },
  'household.dismiss-duplicate': {
    vi: 'Ghi hai hộ không trùng',
    en: 'Recorded that two households are not one',
  },
  'household.end': { vi: 'Kết thúc theo dõi hộ', en: 'Ended a household' },
  'household.export-person': {
    vi: 'Xuất dữ liệu của một người cho chính họ',
    en: 'Exported one person’s data for them',
  },
  'household.find-by-identity': {
    vi: 'Tìm hộ theo số định danh',
    en: 'Looked for a household by identity number',
  },
  'household.find-person': {
    vi: 'Tìm một người để trả lời yêu cầu của họ',
    en: 'Looked for a person who asked about their data',
  },
  'household.export-low-income-workers': {
    vi: 'Xuất danh sách người lao động có thu nhập thấp năm {year}[, mục đích: {purpose}]',
    en: 'Exported the low-income workers of {year}[, for: {purpose}]',
  },
  'household.list-low-income-workers': {
    vi: 'Xem danh sách người lao động có thu nhập thấp',
    en: 'Read the list of low-income workers',
  },
  'household.merge': { vi: 'Nhập hai hộ làm một', en: 'Merged two households' },
  'household.save-view': { vi: 'Lưu danh sách hộ[: {name}]', en: 'Saved a list of households[: {name}]' },
  'household.remove-view': { vi: 'Xóa một danh sách hộ đã lưu', en: 'Removed a saved list of households' },
  'household.move': { vi: 'Chuyển hộ sang thôn khác', en: 'Moved a household' },
  'household.undo-move': { vi: 'Hoàn tác việc chuyển hộ', en: 'Took back the move of a household' },
  'household.override-flag': { vi: 'Quyết định khác dấu hiệu máy tính', en: 'Overrode a computed mark' },
  'household.read': { vi: 'Xem hồ sơ hộ', en: 'Read a household' },
  'household.read-sensitive': {
    vi: 'Mở thông tin kín của hộ[, lý do: {reason}]',
    en: 'Opened closed fields of a household[, reason: {reason}]',
  },
  'household.reopen-duplicate': {
    vi: 'Bỏ quyết định hai hộ không trùng',
    en: 'Took back that two households are not one',
  },
  'household.search-duplicates': {
    vi: 'Dò hộ trùng trong đơn vị',
    en: 'Looked through a unit for duplicates',
  },
  'household.undo-merge': { vi: 'Hoàn tác việc nhập hai hộ', en: 'Undid a merge of two households' },
  'household.register': { vi: 'Đăng ký hộ mới', en: 'Registered a household' },
  'household.remove-member': { vi: 'Ghi thành viên rời hộ', en: 'Recorded that a member left' },
  'household.show-person': { vi: 'Xem mọi dữ liệu về một người', en: 'Read all data held of a person' },
  'household.split': { vi: 'Tách hộ', en: 'Split a household' },

  'job.seen': { vi: 'Đã xem kết quả việc chạy nền', en: 'Saw the outcome of a job' },
  'job.stop': { vi: 'Dừng một việc chạy nền', en: 'Stopped a job' },

  'platform.backup': { vi: 'Sao lưu cơ sở dữ liệu', en: 'Backed up the database' },
  'platform.restore': { vi: 'Khôi phục từ bản sao lưu', en: 'Restored a backup' },

  'plan.act-on-targets': {
    vi: 'Khóa, gửi, giao hoặc mở lại chỉ tiêu',
    en: 'Locked, sent, fixed or reopened targets',
  },
  'plan.adjust-target': { vi: 'Ghi chỉ tiêu[ năm {year}]', en: 'Told targets[ of {year}]' },
  'plan.agree-to-target': {
    vi: 'Đồng ý chỉ tiêu được giao[ năm {year}]',
    en: 'Agreed to a target[ of {year}]',
  },
  'plan.answer-target': { vi: 'Trả lời về chỉ tiêu', en: 'Answered to a target' },
  'plan.ask-for-target': {
    vi: 'Đề nghị đổi chỉ tiêu[ năm {year}]',
    en: 'Asked for another target[ of {year}]',
  },
  'plan.fix-target': { vi: 'Giao chỉ tiêu[ năm {year}]', en: 'Fixed targets[ of {year}]' },
  'plan.lock-target': { vi: 'Khóa ô chỉ tiêu[ năm {year}]', en: 'Locked targets[ of {year}]' },
  'plan.propose-target': {
    vi: 'Gửi chỉ tiêu cho đơn vị[ năm {year}]',
    en: 'Sent targets to the unit[ of {year}]',
  },
  'plan.read-target-annex': { vi: 'Đọc thử phụ lục chỉ tiêu', en: 'Read an annex of targets' },
  'plan.record-target-actual': {
    vi: 'Nhập số thực hiện chỉ tiêu[ năm {year}]',
    en: 'Entered what was reached of a target[ of {year}]',
  },
  'plan.reopen-target': {
    vi: 'Mở lại chỉ tiêu đã giao[ năm {year}]',
    en: 'Reopened fixed targets[ of {year}]',
  },
  'plan.unlock-target': { vi: 'Mở khóa ô chỉ tiêu[ năm {year}]', en: 'Unlocked targets[ of {year}]' },

  'review.act-on-grievance': {
    vi: 'Làm một bước với phản ánh {number}[: {step}]',
    en: 'Took a step with grievance {number}[: {step}]',
  },
  'review.add-posting-photo': { vi: 'Thêm ảnh bản niêm yết', en: 'Added a photo of a posted sheet' },
  'review.make-posting-sheet': { vi: 'Lập bản niêm yết để in', en: 'Made the sheet of a posting' },
  'review.note-grievance': { vi: 'Ghi phản ánh {number}', en: 'Noted grievance {number}' },
  'review.withdraw-posting': {
    vi: 'Gỡ bản niêm yết, {households} hộ[, lý do: {reason}]',
    en: 'Took down a posting of {households} households[, because: {reason}]',
  },
  'review.match-numbers': {
    vi: 'Đưa {matched} số về một số với văn bản',
    en: 'Gave {matched} acts the number of their document',
  },
  'review.open-posting': {
    vi: 'Mở niêm yết {households} hộ đến {until}',
    en: 'Opened a posting of {households} households until {until}',
  },
  'review.read-grievance': { vi: 'Xem phản ánh {number}', en: 'Read grievance {number}' },
  'review.receive-grievance': {
    vi: 'Nhận phản ánh {number} từ trang công khai',
    en: 'Received grievance {number} from the public page',
  },
  'review.receive-online-request': {
    vi: 'Nhận đề nghị {number} từ trang công khai',
    en: 'Received request {number} from the public page',
  },
  'review.read-online-request': {
    vi: 'Xem đề nghị trực tuyến {number}',
    en: 'Read online request {number}',
  },
  'review.decide-online-request': {
    vi: 'Quyết định đề nghị trực tuyến {number}[: {state}]',
    en: 'Decided online request {number}[: {state}]',
  },
  'review.set-request-channel': {
    vi: 'Mở hoặc đóng kênh nhận đề nghị trực tuyến',
    en: 'Opened or closed the channel of online requests',
  },
  'review.verify-paper': { vi: 'Xác minh một giấy', en: 'Verified a paper' },
  'review.make-attendance-sheet': {
    vi: 'Lập danh sách người dự họp thôn ngày {heldOn}',
    en: 'Made the attendance sheet of the village meeting of {heldOn}',
  },
  'review.plan-meeting': {
    vi: 'Mở cuộc họp thôn ngày {heldOn}',
    en: 'Called a village meeting on {heldOn}',
  },
  'review.record-attendance': {
    vi: 'Ghi thành phần cuộc họp, {present} người',
    en: 'Recorded who attends a meeting, {present} people',
  },
  'review.record-vote': {
    vi: 'Ghi số người đồng ý với kết quả một hộ',
    en: 'Recorded the vote on a household',
  },
  'review.close-meeting': {
    vi: 'Kết thúc họp thôn: {agreed} hộ đạt, {rejected} hộ rà soát lại',
    en: 'Ended a village meeting: {agreed} agreed, {rejected} surveyed again',
  },
  'review.reopen-meeting': {
    vi: 'Mở lại cuộc họp thôn[, lý do: {reason}]',
    en: 'Reopened a village meeting[, because: {reason}]',
  },
  'review.submit-cases': {
    vi: 'Trình xin ý kiến {cases} hồ sơ',
    en: 'Submitted {cases} cases',
  },
  'review.give-opinion': {
    vi: 'Cho ý kiến: {cleared} hồ sơ đồng ý, {returned} trả lại',
    en: 'Gave the opinion: {cleared} cleared, {returned} sent back',
  },
  'review.record-opinion': {
    vi: 'Ghi ý kiến của cấp trên theo văn bản {number}: đồng ý {cleared} hộ, trả lại {returned} hộ',
    en: 'Recorded the superior’s opinion {number}: {cleared} cleared, {returned} returned',
  },
  'review.recall-submission': {
    vi: 'Rút hồ sơ trình, {cases} hồ sơ',
    en: 'Took back a submission of {cases} cases',
  },
  'review.recognise': {
    vi: 'Ban hành quyết định {number}, {cases} hồ sơ',
    en: 'Issued the decision {number}, {cases} cases',
  },
  'review.issue-certificates': {
    vi: 'Cấp {issued} giấy chứng nhận, ghi tiếp {renewed}, kết thúc {ended}',
    en: 'Issued {issued} certificates, renewed {renewed}, ended {ended}',
  },
  'review.revoke-certificate': {
    vi: 'Thu hồi giấy chứng nhận {number}',
    en: 'Revoked the certificate {number}',
  },
  'review.reissue-certificate': {
    vi: 'Cấp lại giấy chứng nhận, số {number}',
    en: 'Reissued a certificate as {number}',
  },
  'review.assign': { vi: 'Giao rà soát viên cho một thôn hoặc một số hộ', en: 'Assigned an enumerator' },
  'review.end-assignment': { vi: 'Kết thúc một phân công rà soát', en: 'Ended an assignment' },
  'review.make-assignment-paper': {
    vi: 'Lập quyết định phân công rà soát viên năm {year}',
    en: 'Made the decision on enumerators of {year}',
  },
  'review.make-questionnaire-paper': {
    vi: 'Lập phiếu rà soát đã điền năm {year}',
    en: 'Made the filled questionnaire of {year}',
  },
  'review.make-report-paper': {
    vi: 'Lập báo cáo kết quả rà soát năm {year}, {households} hộ',
    en: 'Made the report on the review of {year}, {households} households',
  },
  'review.check-quality': {
    vi: 'Kiểm tra chất lượng rà soát năm {year}, {rounds} xã',
    en: 'Checked the quality of the review of {year}, {rounds} communes',
  },
  'review.read-enumerators': {
    vi: 'Xem tên người hỏi ở dấu hiệu chất lượng năm {year}',
    en: 'Saw the names of who asked beside findings of {year}',
  },
  'review.read-findings': {
    vi: 'Xem tên hộ ở dấu hiệu chất lượng năm {year}, {findings} dòng',
    en: 'Saw names behind findings of {year}, {findings} lines',
  },
  'review.decide-finding': {
    vi: 'Xử lý một dấu hiệu chất lượng[: {step}]',
    en: 'Decided on a finding[: {step}]',
  },
  'review.act-on-case': {
    vi: 'Làm một bước trên hồ sơ rà soát[: {step}]',
    en: 'Took a step on a review case[: {step}]',
  },
  'review.begin-procedure': {
    vi: 'Bắt đầu trình tự rà soát năm {year}, {cases} hồ sơ',
    en: 'Began the review procedure of {year}, {cases} cases',
  },
  'review.read-case': { vi: 'Xem một hồ sơ rà soát', en: 'Read a review case' },
  'review.receive-request': {
    vi: 'Nhận giấy đề nghị rà soát, mẫu {form}',
    en: 'Received a request to be reviewed, form {form}',
  },
  'review.change-population-base': {
    vi: 'Ghi tổng số hộ dân cư[ năm {year}]',
    en: 'Set the number of all households[ of {year}]',
  },
  'review.close-round': { vi: 'Đóng đợt rà soát[ năm {year}]', en: 'Closed the round[ of {year}]' },
  'review.correct-result': {
    vi: 'Đính chính kết quả rà soát[ năm {year}][, lý do: {reason}]',
    en: 'Corrected a result[ of {year}][, reason: {reason}]',
  },
  'review.decide-match': {
    vi: 'Quyết định hai hồ sơ có phải một hộ',
    en: 'Decided whether two records are one household',
  },
  'review.export-list': {
    vi: 'Xuất danh sách của đợt rà soát[ năm {year}][, {rows} dòng][, mục đích: {purpose}]',
    en: 'Exported a list of the round[ of {year}][, {rows} rows][, purpose: {purpose}]',
  },
  'review.try-law': {
    vi: 'Chạy thử tệp ngày nghỉ hoặc quy trình {name}, chưa nạp',
    en: 'Tried a file of days off or a procedure, {name}, without loading it',
  },
  'plan.load-programme': {
    vi: 'Nạp cây chương trình {name}',
    en: 'Loaded the tree of the programme {name}',
  },
  'review.load-law': {
    vi: 'Nạp ngày nghỉ hoặc quy trình rà soát {name}',
    en: 'Loaded working days or a review procedure, {name}',
  },
  'review.lock-year': {
    vi: 'Khóa hoặc mở khóa số liệu[ năm {year}]',
    en: 'Locked or unlocked the year[ {year}]',
  },
  'review.remind-later': {
    vi: 'Nhắc lại sau: {task}[, đến {until}][, vì {reason}]',
    en: 'Put off a task: {task}[, until {until}][, because {reason}]',
  },
  'review.remind-now': { vi: 'Nhắc lại ngay một việc đã để sau', en: 'Brought a task that was put off back' },
  'review.open-entry': { vi: 'Mở phiếu của một hộ', en: 'Opened the questionnaire of a household' },
  'review.open-round': { vi: 'Mở đợt rà soát[ năm {year}]', en: 'Opened the round[ of {year}]' },
  'review.record-entry': { vi: 'Nhập phiếu của một hộ', en: 'Entered a questionnaire' },
  'review.record-totals': { vi: 'Nhập điểm A, B từ phiếu giấy', en: 'Entered scores from paper' },
  'review.propose-matches': { vi: 'Đối chiếu với danh sách năm trước', en: 'Matched with the year before' },
  'review.reopen-round': {
    vi: 'Mở lại đợt rà soát[ năm {year}][, lý do: {reason}]',
    en: 'Reopened the round[ of {year}][, reason: {reason}]',
  },
  'review.save-draft': { vi: 'Lưu nháp phiếu', en: 'Kept a draft of a questionnaire' },
  'review.tell-missing': {
    vi: 'Ghi rõ hộ không còn kết quả năm nay',
    en: 'Told what became of households without a result',
  },
  'review.undo-match': { vi: 'Bỏ quyết định đối chiếu', en: 'Undid a match' },

  'standard.export-simulation': {
    vi: 'Xuất các hộ sẽ đổi loại theo chuẩn thử {standard}[, {households} hộ][, mục đích: {purpose}]',
    en: 'Exported households that would change class under {standard}[, {households} households][, purpose: {purpose}]',
  },
  'standard.load-scorecard': { vi: 'Nạp thang điểm', en: 'Loaded a scorecard' },
  'standard.try-scorecard': { vi: 'Thử nạp thang điểm', en: 'Tried a scorecard' },

  'table.export': {
    vi: 'Xuất biểu[ năm {year}][, mục đích: {purpose}]',
    en: 'Exported a table[ of {year}][, purpose: {purpose}]',
  },
  'table.export-households': {
    vi: 'Xuất danh sách hộ từ một số của biểu[, {households} hộ][, mục đích: {purpose}]',
    en: 'Exported the households behind a number[, {households} households][, purpose: {purpose}]',
  },
  'table.open': {
    vi: 'Mở danh sách hộ từ một số của biểu[, {households} hộ]',
    en: 'Opened the households behind a number[, {households} households]',
  },
  'table.read-list': { vi: 'Xem biểu danh sách[ năm {year}]', en: 'Read a list table[ of {year}]' },

  'territory.assign-village': { vi: 'Xếp thôn vào xã mới', en: 'Assigned a village to a new commune' },
  'territory.create-village': { vi: 'Thêm thôn[ {name}]', en: 'Added the village[ {name}]' },
  'territory.load-designations': { vi: 'Nạp loại địa bàn', en: 'Loaded designations of places' },
  'territory.load-list': {
    vi: 'Nạp danh mục hành chính[ ngày {day}]',
    en: 'Loaded a territory list[ of {day}]',
  },
  'territory.load-local-groups': { vi: 'Nạp danh sách dân tộc tại chỗ', en: 'Loaded local ethnic groups' },
  'territory.merge-villages': { vi: 'Sáp nhập thôn', en: 'Merged villages' },
  'territory.rename-village': { vi: 'Đổi tên thôn', en: 'Renamed a village' },
} satisfies Readonly<Record<string, ProblemText>>;

type Detail = Readonly<Record<string, unknown>>;

const isAct = (act: string): act is keyof typeof actTexts => Object.hasOwn(actTexts, act);

/** What was done, in one sentence; the act's own name when it is from another version of the system. */
export function actSentence(act: string, detail: Detail, language: Language): string {
  if (!isAct(act)) return act;
  return filled(
    actTexts[act][language].replace(/\[([^\]]*)\]/gu, (_whole, part: string) =>
      blanksOf(part).every((name) => isShown(detail[name])) ? part : '',
    ),
    detail,
    language,
  );
}

const blanksOf = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/gu)].map(([, name]) => name!);

const isShown = (value: unknown): boolean => value !== undefined && value !== null && value !== '';

const filled = (text: string, detail: Detail, language: Language): string =>
  text.replace(/\{(\w+)\}/gu, (_blank, name: string) => {
    const value = detail[name];
    if (typeof value === 'number' && name !== 'year')
      return value.toLocaleString(language === 'vi' ? 'vi-VN' : 'en-GB');
    const day = typeof value === 'string' ? /^(\d{4})-(\d\d)-(\d\d)$/u.exec(value) : null;
    return day === null ? String(value ?? '…') : `${day[3]}/${day[2]}/${day[1]}`;
  });

type GroupOf<Act extends string> = Act extends `${infer Group}.${string}` ? Group : never;
export type ActGroup = GroupOf<keyof typeof actTexts>;

/** The groups an act may be looked for by: the word before its dot. */
export const ACT_GROUPS = [
  ...new Set(Object.keys(actTexts).map((act) => act.slice(0, act.indexOf('.')))),
] as ActGroup[];
