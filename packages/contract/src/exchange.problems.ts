import type { ExchangeCellProblemCode, ExchangeFileProblemCode } from '@benvung/domain/exchange/problems';
import type { ProblemText } from './shared.problems.ts';

/** What is wrong, what to do; the cell's address stands before it. */
export const exchangeCellTexts = {
  'exchange.day-not-real': {
    vi: 'Ngày không có thật. Sửa ngày, hoặc chỉ ghi năm.',
    en: 'There is no such day. Correct it, or give the year alone.',
  },
  'exchange.day-not-readable': {
    vi: 'Không đọc được ngày. Ghi ngày/tháng/năm đủ bốn chữ số năm, hoặc chỉ ghi năm.',
    en: 'This day cannot be read. Write day/month/year with four digits of the year, or the year alone.',
  },
  'exchange.day-in-future': {
    vi: 'Ngày sau ngày lấy mốc {day}. Sửa ngày.',
    en: 'This is later than the reference day {day}. Correct it.',
  },
  'exchange.day-from-number': {
    vi: 'Số này được đọc là ngày của bảng tính. Xem lại ngày.',
    en: 'This number was read as a spreadsheet day. Look at it again.',
  },
  'exchange.only-year-kept': {
    vi: 'Ngày sinh thiếu ngày: chỉ giữ năm.',
    en: 'The birth date has no day: only the year is kept.',
  },
  'exchange.number-not-readable': {
    vi: 'Cần một số nguyên. Sửa ô này.',
    en: 'A whole number is needed. Correct this cell.',
  },
  'exchange.number-out-of-range': {
    vi: 'Số lớn hơn {most}. Sửa ô này.',
    en: 'The number is larger than {most}. Correct this cell.',
  },
  'exchange.word-unknown': {
    vi: '“{word}” không có trong danh mục của cột. Chọn một trong: {words}.',
    en: '“{word}” is not in the list of this column. Choose one of: {words}.',
  },
  'exchange.relation-unknown': {
    vi: 'Quan hệ với chủ hộ không có trong danh mục: ghi là “Khác”.',
    en: 'The relation is not in the list: kept as “Khác” (other).',
  },
  'exchange.ethnicity-unknown': {
    vi: 'Dân tộc không có trong danh mục. Sửa tên dân tộc.',
    en: 'The ethnic group is not in the catalogue. Correct its name.',
  },
  'exchange.text-too-long': {
    vi: 'Chữ dài hơn {longest} ký tự. Rút ngắn ô này.',
    en: 'The text is longer than {longest} characters. Shorten it.',
  },
  'exchange.text-lost-diacritics': {
    vi: 'Tệp đã mất dấu tiếng Việt. Mở tệp gốc, lưu lại dạng .xlsx rồi chọn lại.',
    en: 'The file has lost its Vietnamese letters. Open the original, save it as .xlsx and choose it again.',
  },
  'exchange.text-old-encoding': {
    vi: 'Chữ theo bảng mã cũ (TCVN3, VNI). Chuyển tệp sang Unicode rồi chọn lại.',
    en: 'The text is in an old encoding (TCVN3, VNI). Convert the file to Unicode and choose it again.',
  },
  'exchange.name-not-readable': {
    vi: 'Họ tên phải có chữ và không phải công thức. Sửa ô này.',
    en: 'A name has letters and is no formula. Correct this cell.',
  },
  'exchange.value-missing': { vi: 'Ô này phải có giá trị.', en: 'This cell must have a value.' },
  'exchange.rows-disagree': {
    vi: 'Khác dòng đầu của hộ ({first}). Ghi giống nhau ở mọi dòng của hộ.',
    en: 'Differs from the first row of the household ({first}). Write the same on all its rows.',
  },
  'exchange.two-heads': {
    vi: 'Hộ có hai chủ hộ: {first} và {second}. Chỉ để một.',
    en: 'The household has two heads: {first} and {second}. Keep one.',
  },
  'exchange.no-head': {
    vi: 'Hộ không có chủ hộ. Ghi “Chủ hộ” ở một thành viên.',
    en: 'The household has no head. Mark one member as “Chủ hộ”.',
  },
  'exchange.head-not-marked': {
    vi: 'Không dòng nào ghi “Chủ hộ”: lấy người trùng tên chủ hộ.',
    en: 'No row is marked as head: the member who bears the head’s name is taken.',
  },
  'exchange.member-repeated': {
    vi: 'Thành viên này đã có ở {first}.',
    en: 'This member already stands at {first}.',
  },
  'exchange.household-repeated': {
    vi: 'Hộ {code} đã có ở {first}. Gộp các dòng của hộ, hoặc bỏ bản trùng.',
    en: 'Household {code} already stands at {first}. Bring its rows together, or take the copy out.',
  },
  'exchange.household-resembles': {
    vi: 'Giống hộ {head}, {year}, cùng thôn, ở {first}. Xem có phải một hộ không.',
    en: 'Resembles the household of {head}, {year}, in the same village, at {first}. See whether they are one.',
  },
  'exchange.household-elsewhere': {
    vi: 'Mã hồ sơ của hộ này thuộc một hộ ở địa bàn khác. Xóa mã hồ sơ nếu là hộ khác.',
    en: 'This household key belongs to a household of another area. Remove it if this is another household.',
  },
  'exchange.identity-repeated': {
    vi: 'CCCD {value} đã có ở {first}.',
    en: 'Identity number {value} already stands at {first}.',
  },
  'exchange.identity-suspect': {
    vi: 'CCCD {value} không khớp ({doubt}): vẫn nhập được.',
    en: 'Identity number {value} does not agree ({doubt}): it is taken in all the same.',
  },
  'exchange.age-differs': {
    vi: 'Tuổi {value} không khớp ngày sinh {birth}.',
    en: 'Age {value} does not agree with the birth date {birth}.',
  },
  'exchange.persons-differ': {
    vi: 'Số nhân khẩu {value}, danh sách có {listed} người.',
    en: 'The household is said to have {value} persons; {listed} are listed.',
  },
  'exchange.score-differs': {
    vi: 'Điểm B {value} khác 10 × số chỉ số thiếu hụt ({counted}). Xem lại phiếu.',
    en: 'Score B {value} differs from ten times the deprivations ({counted}). Look at the form.',
  },
  'exchange.class-differs': {
    vi: 'Hộ {head}: danh sách ghi {listed}, tính ra {computed}. Giữ theo danh sách.',
    en: 'Household of {head}: listed {listed}, computed {computed}. The list is kept.',
  },
  'exchange.local-class-differs': {
    vi: 'Hộ {head}: theo chuẩn địa phương danh sách ghi {listed}, tính ra {computed}. Giữ theo danh sách.',
    en: 'Household of {head}: under the local standard listed {listed}, computed {computed}. The list is kept.',
  },
  'exchange.local-class-without-standard': {
    vi: 'Hộ {head} có phân loại theo chuẩn địa phương, nhưng đợt rà soát của {commune} không có chuẩn địa phương. Bỏ trống cột này.',
    en: 'Household of {head} has a class under a local standard, but the round of {commune} has none. Leave the column blank.',
  },
  'exchange.local-class-below-national': {
    vi: 'Hộ {head}: loại theo chuẩn địa phương ({local}) thấp hơn loại quốc gia ({national}). Chuẩn địa phương không thấp hơn chuẩn quốc gia; sửa một trong hai.',
    en: 'Household of {head}: the local class ({local}) is below the national one ({national}). A local standard is never lower; correct one of them.',
  },
  'exchange.local-standard-refused': {
    vi: 'Đợt rà soát của {commune} ghi chuẩn địa phương {standard}, chuẩn này không áp dụng ở đây vào ngày đó.',
    en: 'The round of {commune} names the local standard {standard}, which does not apply there on that day.',
  },
  'exchange.birth-in-two-columns': {
    vi: 'Năm sinh ghi ở cả cột Nam và cột Nữ. Chỉ ghi một cột.',
    en: 'The birth year stands in both columns. Keep one.',
  },
  'exchange.commune-unknown': {
    vi: 'Không có xã “{commune}” trong địa bàn này vào ngày lấy mốc.',
    en: 'There is no commune “{commune}” in this area on the reference day.',
  },
  'exchange.commune-ambiguous': {
    vi: 'Có {count} xã tên “{commune}”. Ghi mã xã.',
    en: '{count} communes are called “{commune}”. Give the code.',
  },
  'exchange.commune-code-and-name-differ': {
    vi: 'Mã xã {code} là {commune}, cột xã ghi {named}. Sửa mã hoặc tên.',
    en: 'Code {code} is {commune}, the name given is {named}. Correct the code or the name.',
  },
  'exchange.outside-unit': {
    vi: '{commune} không thuộc {unit}: không nhập dòng này ở đây.',
    en: '{commune} does not belong to {unit}: this row cannot be taken in here.',
  },
  'exchange.village-missing': {
    vi: 'Chưa ghi thôn của hộ {head}.',
    en: 'The village of the household of {head} is missing.',
  },
  'exchange.village-new': {
    vi: '{commune} chưa có thôn “{village}”: sẽ thêm mới.',
    en: '{commune} has no village “{village}” yet: it will be added.',
  },
  'exchange.already-reviewed': {
    vi: 'Hộ {head} đã có kết quả năm {year}.',
    en: 'The household of {head} already has a result for {year}.',
  },
  'exchange.match-to-decide': {
    vi: 'Hộ {head} có thể là hộ đã có: {known}. Chưa chọn thì ghi là hộ mới, quyết định sau ở bàn rà soát.',
    en: 'The household of {head} may be one already known: {known}. Undecided it becomes a new one, to be decided later at the round’s desk.',
  },
  'exchange.match-decided': {
    vi: 'Hộ {head} và hộ đã có ({known}): đã chọn.',
    en: 'The household of {head} and the known one ({known}): decided.',
  },
  'exchange.round-not-open': {
    vi: 'Đợt rà soát năm {year} của {commune} không mở. Mở lại đợt, hoặc lập đính chính.',
    en: 'The {year} round of {commune} is not open. Reopen it, or make a correction.',
  },
  'exchange.year-differs': {
    vi: 'Dòng này của năm {told}, đang nhập năm {year}.',
    en: 'This row is of {told}; {year} is being taken in.',
  },
  'exchange.class-and-gone': {
    vi: 'Hộ vừa có phân loại vừa có lý do không còn. Bỏ một trong hai.',
    en: 'The household has a class and a reason for being gone. Take one out.',
  },
  'exchange.nothing-said': {
    vi: 'Hộ {head} không có phân loại đầu kỳ, không có phân loại cuối kỳ. Ghi ít nhất một.',
    en: 'The household of {head} has neither an opening nor a closing class. Give at least one.',
  },
  'exchange.round-facts-differ': {
    vi: 'Dòng này theo chuẩn {told}, đợt rà soát theo chuẩn {standard}.',
    en: 'This row is under standard {told}; the round is under {standard}.',
  },
  'exchange.record-refused': {
    vi: 'Hộ {head}: kết quả không nhận được ({problem}).',
    en: 'Household of {head}: the result cannot be taken in ({problem}).',
  },
  'exchange.formulas-flattened': {
    vi: '{count} ô là công thức, đầu tiên ở {first}: chỉ lấy kết quả đã tính trong tệp.',
    en: '{count} cells are formulas, the first at {first}: only their last results are taken.',
  },
  'exchange.rich-text-flattened': {
    vi: '{count} ô có chữ nhiều kiểu: chỉ lấy chữ, bỏ kiểu.',
    en: '{count} cells hold text in several styles: the text alone is taken.',
  },
  'exchange.letters-composed': {
    vi: '{count} ô gõ chữ và dấu rời (Unicode tổ hợp), đầu tiên ở {first}: đã ghép lại.',
    en: '{count} cells hold letters apart from their marks (decomposed Unicode), the first at {first}: they were joined.',
  },
  'exchange.text-converted': {
    vi: 'Đã chuyển từ bảng mã {encoding} sang Unicode theo yêu cầu. Xem lại vài tên trước khi ghi.',
    en: 'Converted from {encoding} to Unicode as asked. Look at some names before it is written.',
  },
  'exchange.sheet-left-out': {
    vi: 'Trang tính “{sheet}” không được chọn: không đọc.',
    en: 'Sheet “{sheet}” was not chosen: it is not read.',
  },
} satisfies Record<ExchangeCellProblemCode, ProblemText>;

export const exchangeFileTexts = {
  'exchange.file-empty': {
    vi: 'Tệp không có dòng dữ liệu nào. Ghi dữ liệu dưới dòng tiêu đề rồi chọn lại.',
    en: 'The file has no rows of data. Write them below the headers and choose it again.',
  },
  'exchange.file-type-unknown': {
    vi: 'Không phải tệp .xlsx hay .csv. Lưu lại dạng .xlsx rồi chọn lại.',
    en: 'This is neither .xlsx nor .csv. Save it as .xlsx and choose it again.',
  },
  'exchange.file-too-large': {
    vi: 'Tệp quá lớn. Chia theo xã rồi nhập từng tệp.',
    en: 'The file is too large. Split it by commune and take in each.',
  },
  'exchange.file-damaged': {
    vi: 'Tệp hỏng, không mở được. Mở tệp gốc, lưu lại rồi chọn lại.',
    en: 'The file is damaged. Open the original, save it again and choose it.',
  },
  'exchange.file-encrypted': {
    vi: 'Tệp có mật khẩu. Bỏ mật khẩu, lưu lại rồi chọn lại.',
    en: 'The file has a password. Remove it, save and choose it again.',
  },
  'exchange.file-old-excel': {
    vi: 'Tệp .xls cũ. Mở bằng Excel, lưu lại dạng .xlsx rồi chọn lại.',
    en: 'This is an old .xls. Open it in Excel, save it as .xlsx and choose it again.',
  },
  'exchange.file-has-macros': {
    vi: 'Tệp có macro. Lưu lại dạng .xlsx không macro rồi chọn lại.',
    en: 'The file has macros. Save it as .xlsx without macros and choose it again.',
  },
  'exchange.file-expands-too-much': {
    vi: 'Tệp nở ra quá lớn khi mở: không nhận.',
    en: 'The file swells too much when opened: it is refused.',
  },
  'exchange.file-not-utf8': {
    vi: 'Tệp CSV không theo bảng mã UTF-8. Lưu lại dạng “CSV UTF-8” hoặc .xlsx rồi chọn lại.',
    en: 'The CSV is not UTF-8. Save it as “CSV UTF-8” or .xlsx and choose it again.',
  },
  'exchange.too-many-rows': {
    vi: 'Tệp có hơn {most} dòng. Chia theo xã rồi nhập từng tệp.',
    en: 'The file has more than {most} rows. Split it by commune and take in each.',
  },
  'exchange.too-many-columns': {
    vi: 'Tệp có hơn {most} cột. Xóa các cột thừa, giữ các cột của tệp mẫu, rồi chọn lại.',
    en: 'The file has more than {most} columns. Delete those that the template does not have and choose it again.',
  },
  'exchange.no-header': {
    vi: 'Không tìm thấy dòng tiêu đề cột trong 20 dòng đầu. Dùng tên cột của tệp mẫu.',
    en: 'No row of column headers among the first 20 rows. Use the headers of the template.',
  },
  'exchange.column-missing': {
    vi: 'Thiếu cột “{header}”.',
    en: 'The column “{header}” is missing.',
  },
  'exchange.column-twice': {
    vi: 'Cột “{header}” trùng một cột đã có: không đọc.',
    en: 'The column “{header}” repeats another one: it is not read.',
  },
  'exchange.column-unknown': {
    vi: 'Không rõ cột “{header}”: không đọc.',
    en: 'The column “{header}” is not known: it is not read.',
  },
  'exchange.unit-unknown': {
    vi: 'Không có đơn vị hành chính mang mã {unit} vào ngày {day}.',
    en: 'There is no administrative unit with code {unit} on {day}.',
  },
  'exchange.year-out-of-range': {
    vi: 'Không nhập được cho năm {year}.',
    en: 'Nothing can be taken in for {year}.',
  },
  'exchange.list-too-long': {
    vi: 'Danh sách có {total} dòng, nhiều hơn {most} dòng một tệp. Chọn đơn vị nhỏ hơn hoặc lọc thêm.',
    en: 'The list has {total} rows, more than the {most} a file may hold. Choose a smaller unit or filter further.',
  },
  'exchange.nothing-to-export': {
    vi: 'Năm {year} chưa có đợt rà soát nào ở đây.',
    en: 'There is no round of {year} here.',
  },
  'exchange.has-errors': {
    vi: 'Chưa ghi gì: tệp còn {errors} lỗi phải sửa.',
    en: 'Nothing was written: the file has {errors} errors to correct.',
  },
  'exchange.batch-not-checked': {
    vi: 'Lô này chưa chạy thử xong, hoặc còn lỗi. Sửa hết lỗi, chạy thử lại rồi ghi.',
    en: 'This batch was not tried yet, or has errors. Correct them, try again, then write it.',
  },
  'exchange.batch-busy': {
    vi: 'Lô này đang được đọc hoặc ghi. Đợi xong, hoặc dừng ở “Việc chạy nền”.',
    en: 'This batch is being read or written. Wait, or stop it under “Long work”.',
  },
  'exchange.batch-not-published': {
    vi: 'Lô này chưa ghi vào hệ thống nên không có gì để hoàn tác.',
    en: 'This batch was not written, so there is nothing to undo.',
  },
  'exchange.file-gone': {
    vi: 'Tệp của lô này đã hết hạn giữ và được xóa. Chọn lại tệp để nhập.',
    en: 'The file of this batch was kept its time and is gone. Choose the file again.',
  },
  'exchange.used-households': {
    vi: 'Không hoàn tác được: {count} hộ của lô đã được sửa sau khi nhập (đầu tiên: hộ {head}).',
    en: 'This cannot be undone: {count} households of the batch were changed since (the first: {head}).',
  },
  'exchange.used-records': {
    vi: 'Không hoàn tác được: {count} kết quả rà soát của lô đã được sửa, hoặc đã có năm sau (đầu tiên: hộ {head}).',
    en: 'This cannot be undone: {count} results of the batch were changed, or a later year has begun (the first: {head}).',
  },
  'exchange.used-matches': {
    vi: 'Không hoàn tác được: {count} đề nghị ghép hộ của lô đã có người quyết định.',
    en: 'This cannot be undone: somebody decided {count} matches of the batch.',
  },
  'exchange.difference-taken': {
    vi: 'Chỗ khác này đã lấy theo dân cư. Muốn sửa lại, sửa ở trang của hộ.',
    en: 'This difference was already taken over. To change it, correct the member on the household’s page.',
  },
  'exchange.difference-not-one': {
    vi: 'Không biết chắc là người nào nên chưa lấy theo dân cư được. Sửa ở trang của hộ.',
    en: 'Who this is cannot be told for certain. Correct it on the household’s page.',
  },
  'exchange.used-round': {
    vi: 'Không hoàn tác được: đợt rà soát năm {year} của {commune} đã kết thúc. Mở lại đợt rồi hoàn tác.',
    en: 'This cannot be undone: the {year} round of {commune} is closed. Reopen it first.',
  },
} satisfies Record<ExchangeFileProblemCode, ProblemText>;

export const exchangeProblemTexts = { ...exchangeCellTexts, ...exchangeFileTexts };
