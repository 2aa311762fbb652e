import type { PovertyCause, Relation, Sex, SupportWish } from '../household/household-facts.ts';
import type { ArrivalReason, GoneReason, ReviewStage } from '../review/review-record.ts';
import type { DeprivationState, HouseholdClass } from '../standard/household-class.ts';
import { makeVocabulary } from './vocabulary.ts';

export const classWords = makeVocabulary<HouseholdClass>([
  ['POOR', 'Hộ nghèo', 'nghèo', 'HN', 'hộ nghèo đa chiều'],
  ['NEAR_POOR', 'Hộ cận nghèo', 'cận nghèo', 'HCN', 'cận', 'hộ cận nghèo đa chiều'],
  [
    'AVERAGE_LIVING_STANDARD',
    'Hộ có mức sống trung bình',
    'mức sống trung bình',
    'hộ MSTB',
    'MSTB',
    'hộ làm nông nghiệp, lâm nghiệp, ngư nghiệp có mức sống trung bình',
    'hộ nông, lâm, ngư nghiệp có MSTB',
  ],
  [
    'NOT_POOR',
    'Hộ không nghèo',
    'không nghèo',
    'thoát nghèo',
    'hộ thoát nghèo',
    'thoát cận nghèo',
    'hộ thoát cận nghèo',
    'vượt chuẩn cận nghèo',
    'không thuộc hộ nghèo, hộ cận nghèo',
  ],
  ['UNDETERMINED', 'Chưa xác định'],
]);

export const relationWords = makeVocabulary<Relation>([
  ['head', 'Chủ hộ', 'CH', 'là chủ hộ'],
  ['spouse', 'Vợ/chồng', 'vợ', 'chồng', 'vợ chủ hộ', 'chồng chủ hộ'],
  [
    'child',
    'Con',
    'con trai',
    'con gái',
    'con đẻ',
    'con nuôi',
    'con ruột',
    'con dâu',
    'con rể',
    'con riêng',
    'con đẻ/con nuôi',
  ],
  [
    'parent',
    'Bố/mẹ',
    'bố',
    'mẹ',
    'cha',
    'ba',
    'má',
    'cha/mẹ',
    'cha mẹ',
    'bố mẹ',
    'bố đẻ',
    'mẹ đẻ',
    'mẹ ruột',
    'cha ruột',
    'bố chồng',
    'mẹ chồng',
    'bố vợ',
    'mẹ vợ',
  ],
  ['grandparent', 'Ông/bà', 'ông', 'bà', 'ông bà', 'ông nội', 'bà nội', 'ông ngoại', 'bà ngoại'],
  [
    'grandchild',
    'Cháu',
    'cháu nội',
    'cháu ngoại',
    'cháu ruột',
    'cháu trai',
    'cháu gái',
    'chắt',
    'cháu nội/ngoại',
  ],
  [
    'sibling',
    'Anh/chị/em',
    'anh',
    'chị',
    'em',
    'anh chị em',
    'anh trai',
    'chị gái',
    'em trai',
    'em gái',
    'anh ruột',
    'chị ruột',
    'em ruột',
  ],
  ['other', 'Khác', 'quan hệ khác', 'người khác', 'không quan hệ'],
]);

export const sexWords = makeVocabulary<Sex>([
  ['male', 'Nam', 'trai', 'M'],
  ['female', 'Nữ', 'gái', 'F'],
]);

export const yesNoWords = makeVocabulary<'yes' | 'no'>([
  ['yes', 'Có', 'x', '1', 'true', 'đúng', 'Y', 'C'],
  ['no', 'Không', '0', 'false', 'sai', 'N', 'K', 'ko'],
]);

export const deprivationWords = makeVocabulary<DeprivationState>([
  ['deprived', 'Thiếu hụt', 'thiếu', 'có', 'x', '1', 'true'],
  ['notDeprived', 'Không', 'không thiếu hụt', '0', 'false'],
  ['notApplicable', 'Không áp dụng', 'KAD'],
  ['unknown', 'Chưa biết', 'chưa rõ', 'không rõ'],
]);

export const causeWords = makeVocabulary<PovertyCause>([
  ['landLack', 'Thiếu đất sản xuất', 'không có đất sản xuất', 'thiếu đất', '1'],
  ['capitalLack', 'Thiếu vốn', 'không có vốn sản xuất, kinh doanh', 'thiếu vốn sản xuất', '2'],
  ['labourLack', 'Thiếu lao động', 'không có lao động', '3'],
  [
    'toolLack',
    'Thiếu công cụ/phương tiện sản xuất',
    'không có công cụ/phương tiện sản xuất',
    'thiếu công cụ',
    'thiếu phương tiện sản xuất',
    '4',
  ],
  ['productionKnowledgeLack', 'Thiếu kiến thức sản xuất', 'không có kiến thức về sản xuất', '5'],
  ['labourSkillLack', 'Thiếu kỹ năng lao động', 'không có kỹ năng lao động, sản xuất', 'thiếu kỹ năng', '6'],
  [
    'illness',
    'Ốm đau, bệnh nặng, tai nạn',
    'có người ốm đau, bệnh nặng, tai nạn',
    'ốm đau',
    'bệnh nặng',
    'tai nạn',
    '7',
  ],
  ['otherCause', 'Nguyên nhân khác', 'khác', '8'],
]);

export const wishWords = makeVocabulary<SupportWish>([
  ['health', 'Y tế', '1'],
  ['education', 'Giáo dục', '2'],
  ['production', 'Sản xuất', '3'],
  ['credit', 'Vay vốn tín dụng', 'tín dụng', 'vay vốn', '4'],
  ['housing', 'Nhà ở', '5'],
  ['otherSupport', 'Hỗ trợ khác', 'khác', '6'],
]);

export const goneWords = makeVocabulary<GoneReason>([
  ['movedAway', 'Chuyển đi', 'đi nơi khác'],
  ['died', 'Chết', 'qua đời', 'đơn thân chết', 'đã mất'],
  ['mergedInto', 'Nhập vào hộ khác', 'nhập hộ', 'gộp hộ'],
  ['notFound', 'Không tìm thấy', 'không còn ở'],
  ['duplicate', 'Trùng', 'ghi trùng'],
]);

export const arrivalWords = makeVocabulary<ArrivalReason>([
  ['newEntry', 'Phát sinh mới', 'phát sinh', 'mới'],
  ['relapse', 'Tái nghèo', 'tái cận nghèo', 'tái'],
  ['movedIn', 'Chuyển đến'],
  ['split', 'Tách hộ', 'tách'],
  ['onceOverlooked', 'Bỏ sót kỳ trước', 'bỏ sót'],
]);

export const stageWords = makeVocabulary<ReviewStage>([
  ['listed', 'Đã lập danh sách'],
  ['surveyed', 'Đã điều tra'],
  ['scored', 'Đã chấm điểm'],
  ['recognised', 'Đã công nhận'],
]);

export const areaWords = makeVocabulary<'rural' | 'urban'>([
  ['rural', 'Nông thôn', 'NT'],
  ['urban', 'Thành thị', 'TT', 'đô thị'],
]);

export const evidenceWords = makeVocabulary<'scored' | 'signedForm' | 'quickScreen' | 'none'>([
  ['scored', 'Chấm theo thang điểm', 'chấm điểm'],
  ['signedForm', 'Phiếu giấy đã ký', 'phiếu giấy', 'paperForm'],
  ['quickScreen', 'Nhận dạng nhanh', 'phiếu A'],
  ['none', 'Không có phiếu'],
]);

export const rowKindWords = makeVocabulary<'household' | 'population' | 'round'>([
  ['household', 'Hộ', 'thành viên'],
  ['population', 'Dân số', 'dân cư'],
  ['round', 'Đợt rà soát', 'đợt'],
]);

export const roundStatusWords = makeVocabulary<'OPEN' | 'CLOSED' | 'LOCKED'>([
  ['OPEN', 'Đang mở'],
  ['CLOSED', 'Đã kết thúc', 'đã đóng'],
  ['LOCKED', 'Đã khóa sổ', 'đã khóa'],
]);
