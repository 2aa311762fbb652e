import type { ReviewProblemCode } from '@benvung/domain/review/problems';
import type { ProblemText } from './shared.problems.ts';

export const reviewProblemTexts = {
  'review.round-not-begun': {
    vi: 'Chưa mở đợt rà soát này. Hãy mở đợt trước.',
    en: 'This review round has not been opened. Open it first.',
  },
  'review.finding-closed': {
    vi: 'Dấu hiệu này không còn ở bước đó. Tải lại danh sách.',
    en: 'The finding no longer stands there. Load the list again.',
  },
  'review.finding-reason-missing': {
    vi: 'Chưa ghi lý do. Giải trình hay rà soát lại đều cần lý do.',
    en: 'The reason is missing. Explaining and sending back both need one.',
  },
  'review.finding-no-household': {
    vi: 'Dấu hiệu này của cả thôn hoặc của một ngày làm việc, không có hộ để rà soát lại. Hãy ghi giải trình.',
    en: 'The finding is of a village or a day of work: no household can be sent back. Explain it instead.',
  },
  'review.finding-too-late': {
    vi: 'Hộ này đã họp thôn hoặc đợt đã kết thúc, không trả về rà soát lại được. Dùng phúc tra khi có phản ánh, hoặc trả lại khi cho ý kiến.',
    en: 'The household has had its meeting, or the round is closed: it cannot be sent back here. Use re-verification or return it with the opinion.',
  },
  'review.assignment-nobody': {
    vi: 'Chưa chọn rà soát viên. Chọn một tài khoản, hoặc ghi họ tên người không có tài khoản.',
    en: 'No enumerator is named. Choose an account, or write the name of a person without one.',
  },
  'review.assignment-account-elsewhere': {
    vi: 'Tài khoản này không được giao thôn đó. Giao vai trò rà soát viên ở thôn trước.',
    en: 'This account holds no role in that village. Give it the role of enumerator there first.',
  },
  'review.assignment-household-elsewhere': {
    vi: 'Có hộ không thuộc thôn này hoặc không có trong đợt. Tải lại danh sách hộ.',
    en: 'A household is not of this village or not in the round. Load the list again.',
  },
  'review.assignment-ended': {
    vi: 'Phân công này đã kết thúc. Tải lại trang.',
    en: 'This assignment has ended. Load the page again.',
  },
  'review.assignment-reason-missing': {
    vi: 'Chưa ghi lý do thôi hoặc đổi người. Lý do nằm trong lịch sử phân công.',
    en: 'The reason for ending or changing is missing. It stays in the history.',
  },
  'review.assignment-none': {
    vi: 'Chưa giao thôn nào nên chưa lập được quyết định phân công.',
    en: 'No village is assigned yet, so there is no decision to write.',
  },
  'review.round-already-open': {
    vi: 'Đợt rà soát này đã mở rồi.',
    en: 'This review round is open already.',
  },
  'review.round-closed': {
    vi: 'Đợt rà soát đã kết thúc. Muốn sửa kết quả, hãy mở lại đợt và ghi lý do.',
    en: 'The round is closed. To change a result, reopen it and give the reason.',
  },
  'review.round-not-closed': {
    vi: 'Đợt rà soát chưa kết thúc.',
    en: 'The round is not closed yet.',
  },
  'review.year-locked': {
    vi: 'Năm này đã khóa số liệu. Chỉ sửa được bằng đính chính, có lý do và người đính chính.',
    en: 'The year is locked. Only a correction with its reason and author can change it.',
  },
  'review.year-not-locked': {
    vi: 'Năm này chưa khóa số liệu: sửa thẳng kết quả, không cần đính chính.',
    en: 'The year is not locked: change the result itself, no correction is needed.',
  },
  'review.records-pending': {
    vi: 'Chưa kết thúc đợt được: còn {count} hộ trong danh sách chưa có kết quả hoặc lý do không còn.',
    en: 'The round cannot be closed: {count} listed households have neither a result nor a reason for being gone.',
  },
  'review.matches-undecided': {
    vi: 'Chưa kết thúc đợt được: còn {count} cặp hộ nghi trùng với năm trước chưa ai quyết định.',
    en: 'The round cannot be closed: {count} proposed matches with last year wait for a decision.',
  },
  'review.base-missing': {
    vi: 'Chưa kết thúc đợt được: chưa có tổng số hộ dân cư của xã. Ghi ở mục Dân số.',
    en: 'The round cannot be closed: the total of the commune’s households is not known. Write it under Population.',
  },
  'review.results-unverified': {
    vi: 'Chưa kết thúc đợt được: {count} hộ chấm theo thang điểm chưa kiểm chứng. Nạp thang điểm chính thức rồi chấm lại, hoặc nhập điểm từ phiếu đã ký.',
    en: 'The round cannot be closed: {count} households were scored with an unverified scorecard. Load the official one and score again, or enter totals from signed forms.',
  },
  'review.ledger-unbalanced': {
    vi: 'Chưa kết thúc đợt được: {count} dòng của sổ biến động không cân.',
    en: 'The round cannot be closed: {count} lines of the movement ledger do not balance.',
  },
  'review.base-households-missing': {
    vi: 'Dòng này có số liệu mà chưa có tổng số hộ. Ghi tổng số hộ, hoặc để trống cả dòng.',
    en: 'This line has figures but no total of households. Write the total, or leave the whole line blank.',
  },
  'review.base-part-exceeds': {
    vi: 'Phần {part} lớn hơn tổng {whole} của nó. Xem lại hai số này.',
    en: 'The part {part} is more than its total {whole}. Look at both figures again.',
  },
  'review.base-conflict': {
    vi: 'Người khác vừa sửa dân số của xã này. Tải lại để xem số mới, những gì đã gõ vẫn còn.',
    en: 'Someone else has just changed the population of this commune. Reload to see it; what was typed stays.',
  },
  'review.village-not-of-commune': {
    vi: 'Thôn này không thuộc xã.',
    en: 'This village does not belong to the commune.',
  },
  'review.commune-cannot-open': {
    vi: 'Có {count} xã không mở được đợt: đã mở rồi, hoặc năm trước chưa kết thúc. Tải lại danh sách.',
    en: '{count} communes cannot be opened: opened already, or last year is not closed. Reload the list.',
  },
  'review.household-not-missing': {
    vi: 'Hộ này đã có kết quả năm nay, hoặc không có trong danh sách năm trước.',
    en: 'The household has a result this year, or was not on last year’s list.',
  },
  'review.reason-missing': { vi: 'Chưa ghi lý do.', en: 'The reason is missing.' },
  'review.author-missing': { vi: 'Chưa ghi người đính chính.', en: 'The author is missing.' },
  'review.record-empty': {
    vi: 'Hộ này không có trong danh sách đầu kỳ và cũng không có kết quả.',
    en: 'The household was neither on the opening list nor has a result.',
  },
  'review.record-gone-and-present': {
    vi: 'Hộ này vừa có lý do không còn, vừa có kết quả. Bỏ một trong hai.',
    en: 'The household has a reason for being gone and a result. Remove one of them.',
  },
  'review.record-known-and-arrived': {
    vi: 'Hộ này có trong danh sách đầu kỳ nên không phải hộ mới đến.',
    en: 'The household was on the opening list, so it did not arrive.',
  },
  'review.unverified-cannot-be-recognised': {
    vi: 'Chưa công nhận được: thang điểm này chưa có nguồn. Nạp thang điểm chính thức rồi chấm lại.',
    en: 'This cannot be recognised: its scorecard has no official source. Load the official one and score again.',
  },
  'review.undetermined-cannot-be-recognised': {
    vi: 'Chưa công nhận được: hộ chưa xác định được loại. Bổ sung câu trả lời còn thiếu.',
    en: 'This cannot be recognised: the class is undetermined. Complete the missing answers.',
  },
  'review.unit-not-found': {
    vi: 'Không tìm thấy đơn vị {unit}, hoặc ngoài địa bàn được giao.',
    en: 'Unit {unit} was not found, or lies outside your areas.',
  },
  'review.standard-unknown': {
    vi: 'Không có chuẩn nghèo “{standard}” cho đợt này.',
    en: 'There is no poverty standard “{standard}” for this round.',
  },
  'review.rounds-not-closed': {
    vi: 'Chưa khóa năm {year} được: còn {open} xã chưa kết thúc đợt rà soát.',
    en: 'The year {year} cannot be locked: {open} communes have not closed their round.',
  },
  'review.nothing-to-correct': {
    vi: 'Nội dung đính chính giống kết quả đang có: không có gì để đính chính.',
    en: 'The correction says what the result already says: there is nothing to correct.',
  },
  'review.no-result-to-correct': {
    vi: 'Năm này hộ không có kết quả để đính chính; chỉ đính chính được lý do không còn trong danh sách.',
    en: 'The household has no result in this year; only the reason why it is gone can be corrected.',
  },
  'review.local-class-below-national': {
    vi: 'Loại hộ theo chuẩn địa phương không được thấp hơn loại theo chuẩn quốc gia.',
    en: 'The class under the local standard may not be below the national one.',
  },
  'review.standard-draft': {
    vi: 'Chuẩn “{standard}” còn là dự thảo: chỉ để thử, không mở đợt rà soát được.',
    en: 'Standard “{standard}” is a draft: it is for simulation only, no round can be opened under it.',
  },
  'review.local-standard-elsewhere': {
    vi: 'Chuẩn địa phương “{standard}” là của tỉnh mã {province}, không áp dụng ở xã này.',
    en: 'The local standard “{standard}” belongs to province {province} and does not apply in this commune.',
  },
  'review.local-standard-not-in-force': {
    vi: 'Chuẩn địa phương “{standard}” không có hiệu lực ngày {day}.',
    en: 'The local standard “{standard}” is not in force on {day}.',
  },
  'review.local-standard-of-another': {
    vi: 'Chuẩn địa phương “{standard}” được đặt cao hơn chuẩn {national}, không phải chuẩn của đợt này.',
    en: 'The local standard “{standard}” was set above {national}, which is not the standard of this round.',
  },
  'review.questionnaire-unknown': {
    vi: 'Chưa có phiếu thu thập thông tin cho chuẩn “{standard}”. Dùng cách nhập chỉ điểm A, B.',
    en: 'There is no questionnaire for standard “{standard}”. Enter only the totals A and B.',
  },
  'review.answer-not-offered': {
    vi: 'Câu {number} không có câu trả lời này. Mở lại phiếu và sửa câu {number}.',
    en: 'Question {number} has no such answer. Open the form again and mend question {number}.',
  },
  'review.draft-changed': {
    vi: 'Phiếu này đang được gõ ở cửa sổ hoặc máy khác. Chọn giữ bản đang gõ ở đây, hoặc lấy bản kia.',
    en: 'This form is being typed in another window or on another machine. Keep what is typed here, or take the other.',
  },
  'review.result-recognised': {
    vi: 'Kết quả của hộ này đã công nhận nên không nhập lại được. Muốn sửa, dùng đính chính.',
    en: 'The result of this household is recognised and cannot be entered again. Use a correction to change it.',
  },
  'review.household-elsewhere': {
    vi: 'Hộ này không thuộc xã của đợt rà soát. Kiểm tra nơi ở của hộ trước khi nhập.',
    en: 'The household does not live in the commune of this round. Check where it lives before entering it.',
  },
  'review.match-decided': {
    vi: 'Cặp hộ này đã có người quyết định.',
    en: 'Someone has already decided this match.',
  },
  'review.match-outdated': {
    vi: 'Cặp này không còn đúng: một trong hai hộ đã đổi. Tìm lại các cặp.',
    en: 'This pair no longer holds: one of the two has changed. Look for pairs again.',
  },
  'review.match-not-decided': {
    vi: 'Cặp này chưa ai quyết định, không có gì để hoàn tác.',
    en: 'Nobody has decided this pair: there is nothing to undo.',
  },
  'review.match-built-on': {
    vi: 'Không hoàn tác được: hộ đã được sửa tiếp sau khi ghép, hoặc đợt đã kết thúc một lần.',
    en: 'This cannot be undone: the household was changed after it was matched, or the round was closed once.',
  },
  'review.version-conflict': {
    vi: 'Người khác vừa sửa kết quả của hộ này. Hãy xem bản mới rồi sửa lại.',
    en: 'Someone else has just changed this result. Look at the new version and redo your change.',
  },
  'review.case-step-not-next': {
    vi: 'Hồ sơ này chưa làm bước ấy được: còn bước khác phải làm trước.',
    en: 'This step cannot be taken yet: another one comes first.',
  },
  'review.case-concluded': {
    vi: 'Hồ sơ này đã kết thúc. Muốn thay đổi, dùng thu hồi hoặc đính chính.',
    en: 'This case is concluded. To change it, revoke or correct.',
  },
  'review.case-reason-missing': {
    vi: 'Chưa ghi lý do. Ghi lý do rồi làm lại.',
    en: 'The reason is missing. Write it and try again.',
  },
  'review.case-too-early': {
    vi: 'Yêu cầu thường xuyên được rà soát từ {from}. Làm lại từ ngày ấy.',
    en: 'An ad hoc request is reviewed from {from} on.',
  },
  'review.case-not-screened': {
    vi: 'Chưa ghi kết quả nhận dạng nhanh của hộ này. Ghi kết quả phiếu trước.',
    en: 'The quick screen of this household is not recorded yet. Record it first.',
  },
  'review.case-vote-impossible': {
    vi: '{agreed} người đồng ý trên {present} người có mặt là số không có thật. Xem lại hai số này.',
    en: '{agreed} agreeing of {present} attending cannot be. Look at both figures.',
  },
  'review.case-vote-short': {
    vi: '{agreed} trên {present} người có mặt đồng ý, chưa đủ 50 %. Hộ này phải rà soát lại.',
    en: '{agreed} of {present} attending agree: less than half. The household is surveyed again.',
  },
  'review.case-vote-enough': {
    vi: '{agreed} trên {present} người có mặt đồng ý, đã đủ 50 %. Kết quả được giữ.',
    en: '{agreed} of {present} attending agree: at least half. The result stands.',
  },
  'review.case-opinion-first': {
    vi: 'Hồ sơ này phải có ý kiến của cấp trên trước khi công nhận. Trình xin ý kiến ở phần Công nhận.',
    en: 'This case needs the superior’s opinion before it is recognised. Submit it under Recognition.',
  },
  'review.case-no-opinion': {
    vi: 'Quy trình của đợt này không có bước xin ý kiến cấp trên: hết niêm yết thì ra quyết định.',
    en: 'The procedure of this round asks no opinion of the superior: once the posting is over it is decided.',
  },
  'review.case-posting-runs': {
    vi: 'Chưa trình hộ này được: {time} ngày {until} mới đủ số ngày làm việc niêm yết.',
    en: 'This household cannot be submitted yet: the posting runs until {time} on {until}.',
  },
  'review.case-same-person': {
    vi: 'Phúc tra phải do người khác với người rà soát lần đầu. Chọn người khác.',
    en: 'A re-verification is made by someone else than the first enumerator. Choose another person.',
  },
  'review.case-undetermined': {
    vi: 'Hộ này chưa xác định được loại. Nhập đủ điểm A, B rồi làm lại.',
    en: 'The class of this household is not determined. Enter its points A and B first.',
  },
  'review.case-unverified': {
    vi: 'Chưa công nhận được: thang điểm này chưa có nguồn. Nạp thang điểm chính thức, hoặc nhập điểm từ phiếu đã ký.',
    en: 'It cannot be recognised: the scorecard has no source. Load the official one or enter totals from the signed form.',
  },
  'review.case-other-conclusion': {
    vi: 'Kết quả của hộ dẫn tới quyết định khác. Tải lại để xem.',
    en: 'The result of the household leads to another decision. Reload to see it.',
  },
  'review.case-cannot-undo': {
    vi: 'Bước cuối của hồ sơ không hoàn tác được nữa: bước sau của trình tự đã dựa vào nó.',
    en: 'The last step can no longer be undone: the procedure goes on from it.',
  },
  'review.procedure-unknown': {
    vi: 'Không có quy trình rà soát nào cho ngày này. Nạp quy trình ở mục Ngày nghỉ và thời hạn.',
    en: 'There is no review procedure for this day. Load one under Days off and deadlines.',
  },
  'review.procedure-begun': {
    vi: 'Đợt này đã theo trình tự rà soát rồi.',
    en: 'This round follows a procedure already.',
  },
  'review.procedure-missing': {
    vi: 'Đợt này chưa theo trình tự rà soát. Bắt đầu trình tự ở bảng theo thôn.',
    en: 'This round follows no procedure yet. Begin it on the board.',
  },
  'review.case-changed': {
    vi: 'Người khác vừa sửa hồ sơ này. Tải lại để xem, những gì đã gõ vẫn còn.',
    en: 'Someone else has just changed this case. Reload to see it; what was typed stays.',
  },
  'review.household-on-list': {
    vi: 'Hộ này đã có trong danh sách rà soát năm {year} đang mở: nhập kết quả rà soát ở đợt ấy, không cần giấy đề nghị.',
    en: 'This household is on the open list of the review of {year} already: its result is entered there, no request is needed.',
  },
  'review.exit-not-of-record': {
    vi: 'Mẫu 04 chỉ dành cho hộ đang là hộ nghèo, hộ cận nghèo theo kết quả rà soát mới nhất. Chọn đúng hộ; nếu hộ muốn được xét nghèo thì dùng mẫu 01.',
    en: 'Form 04 is only for a household that is poor or near-poor in its latest review. Choose the right household; one that asks to be reviewed uses form 01.',
  },
  'review.case-already-open': {
    vi: 'Hộ này đã có hồ sơ rà soát trong đợt. Mở hồ sơ ấy.',
    en: 'The household has a case in this round already. Open that one.',
  },
  'review.cases-not-concluded': {
    vi: 'Chưa kết thúc đợt được: còn {count} hồ sơ chưa có quyết định.',
    en: 'The round cannot be closed: {count} cases have no decision yet.',
  },
  'review.superior-only': {
    vi: 'Ý kiến do {superior} cho, không do xã tự cho.',
    en: 'The opinion is given by the superior ({superior}), not by the commune itself.',
  },
  'review.nothing-to-do': {
    vi: 'Không có hồ sơ nào ở bước này.',
    en: 'No case is at this step.',
  },
  'review.meeting-over': {
    vi: 'Cuộc họp này đã kết thúc.',
    en: 'This meeting is over.',
  },
  'review.meeting-changed': {
    vi: 'Người khác vừa ghi vào cuộc họp này. Tải lại để xem.',
    en: 'Someone else has just written to this meeting. Reload to see it.',
  },
  'review.meeting-open-already': {
    vi: 'Thôn này đang có cuộc họp chưa kết thúc. Mở cuộc họp ấy.',
    en: 'This village has a meeting that is not over. Open that one.',
  },
  'review.meeting-votes-missing': {
    vi: 'Chưa kết thúc họp được: còn {count} hộ chưa ghi số người đồng ý.',
    en: 'The meeting cannot end: {count} households have no vote yet.',
  },
  'review.meeting-result-changed': {
    vi: 'Kết quả của {count} hộ đã đổi sau khi ghi phiếu đồng ý. Ghi lại số người đồng ý của các hộ ấy.',
    en: 'The result of {count} households has changed since its vote. Record their votes again.',
  },
  'review.meeting-no-one': {
    vi: 'Chưa ghi số người có mặt. Cần số này để tính 50 %.',
    en: 'The number attending is missing. The share is counted from it.',
  },
  'review.submission-answered': {
    vi: 'Hồ sơ trình này đã có ý kiến.',
    en: 'This submission has been answered.',
  },
  'review.certificate-not-valid': {
    vi: 'Giấy chứng nhận này không còn hiệu lực.',
    en: 'This certificate is no longer valid.',
  },
  'review.law-file-invalid': {
    vi: 'Tệp nạp không đúng: {vi}. Sửa tệp rồi nạp lại, chưa có gì thay đổi.',
    en: 'The file is not right: {en}. Correct it and load it again; nothing was changed.',
  },
  'review.case-not-listed': {
    vi: 'Hộ này chưa có trong danh sách rà soát của đợt. Nhận giấy đề nghị (mẫu 01) và ghi kết quả nhận dạng nhanh trước.',
    en: 'The household is not on the list of this round. Take its request (form 01) and record the quick screen first.',
  },
  'review.round-in-procedure': {
    vi: 'Đợt rà soát này theo trình tự từng bước: kết quả được nhập từng hộ, không ghi từ tệp.',
    en: 'This round follows the procedure step by step: results are entered household by household, not from a file.',
  },
  'review.posting-withdrawn': {
    vi: 'Bản niêm yết này đã gỡ rồi.',
    en: 'This posting has been withdrawn already.',
  },
  'review.posting-built-on': {
    vi: 'Không gỡ được: {count} hộ đã phúc tra, đã trình hoặc niêm yết lại. Sửa bằng phúc tra hoặc rút hồ sơ trình trước.',
    en: 'It cannot be withdrawn: {count} households were re-verified, submitted or posted again. Re-verify, or take the submission back first.',
  },
  'review.posting-list-changed': {
    vi: 'Danh sách của thôn vừa thay đổi. Xem lại danh sách rồi mở niêm yết.',
    en: 'The list of the village has just changed. Look at it again, then open the posting.',
  },
  'review.posting-over': {
    vi: 'Niêm yết này đã kết thúc.',
    en: 'This posting is over.',
  },
  'review.photo-unreadable': {
    vi: 'Tệp này không phải ảnh JPG, PNG hay WEBP đọc được, hoặc bị cắt dở. Chụp lại rồi chọn ảnh ấy.',
    en: 'This file is not a readable JPG, PNG or WEBP photo, or it is cut off. Take the photo again.',
  },
  'review.photo-too-many': {
    vi: 'Niêm yết này đã có {most} ảnh, không thêm được nữa.',
    en: 'This posting has {most} photos already; no more can be added.',
  },
  'review.grievance-changed': {
    vi: 'Người khác vừa ghi vào phản ánh này. Tải lại để xem, những gì đã gõ vẫn còn.',
    en: 'Someone else has just written to this grievance. Reload to see it; what was typed stays.',
  },
  'review.grievance-open': {
    vi: 'Chưa trình được: còn {count} hộ có phản ánh chưa phúc tra xong.',
    en: 'It cannot be submitted yet: {count} households have a grievance that is not re-verified.',
  },
  'review.grievance-household-missing': {
    vi: 'Chưa rõ phản ánh về hộ nào. Chọn hộ trong danh sách, hoặc ghi tên chủ hộ không có tên.',
    en: 'It is not clear which household is meant. Choose one on the list, or write the head’s name.',
  },
  'review.grievance-step-not-next': {
    vi: 'Phản ánh này chưa làm bước ấy được: còn bước khác phải làm trước.',
    en: 'This step cannot be taken yet: another one comes first.',
  },
  'review.grievance-verifier-missing': {
    vi: 'Chưa ghi ai phúc tra. Chọn hoặc ghi tên một người.',
    en: 'Nobody is named to re-verify. Choose or write a name.',
  },
  'review.grievance-same-person': {
    vi: 'Người này đã rà soát hộ lần đầu nên không phúc tra được. Giao cho người khác.',
    en: 'This person surveyed the household first and cannot re-verify it. Assign someone else.',
  },
  'review.grievance-finding-missing': {
    vi: 'Chưa ghi kết quả phúc tra. Ghi những gì đã xem tại hộ.',
    en: 'The finding is missing. Write what was found at the household.',
  },
  'review.grievance-reason-missing': {
    vi: 'Chưa ghi lý do không phúc tra. Ghi lý do rồi làm lại.',
    en: 'The reason is missing. Write it and try again.',
  },
  'review.grievance-answer-missing': {
    vi: 'Chưa viết nội dung trả lời. Viết rồi gửi.',
    en: 'The answer is empty. Write it and send.',
  },
  'review.online-request-decided': {
    vi: 'Đề nghị này đã được nhận hoặc từ chối. Tải lại để xem.',
    en: 'This request was taken in or refused already. Reload to see it.',
  },
  'review.online-request-reason-missing': {
    vi: 'Chưa ghi lý do không nhận. Người gửi đọc lý do này bằng mã tra cứu.',
    en: 'The reason is missing. Its sender reads it with the code of the receipt.',
  },
} satisfies Record<ReviewProblemCode, ProblemText>;
