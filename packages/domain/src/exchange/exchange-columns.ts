import { foldWord } from './vocabulary.ts';

/**
 * The columns files are read by and written with: first the official exchange columns (regulations 9.1, one row
 * a member), then ours, which carry what the fifteen tables need. Headers are compared folded.
 */
export interface ExchangeColumn {
  readonly key: ColumnKey;
  readonly label: string;
  readonly level: ColumnLevel;
  readonly others: readonly string[];
}
/** Whose fact a column holds; `noted` columns are known and hold nothing the system keeps. */
export type ColumnLevel = 'row' | 'place' | 'household' | 'member' | 'population' | 'round' | 'noted';

const columns = {
  rowKind: ['Loại dòng', 'row'],
  householdKey: ['Mã hồ sơ', 'household'],
  listCode: ['Mã hộ', 'household', 'mã số hộ', 'mã hộ gia đình', 'mã hộ dân'],
  householdNumber: ['STT hộ', 'noted', 'STT chủ hộ', 'số thứ tự hộ'],
  headName: ['Họ tên chủ hộ', 'household', 'họ và tên chủ hộ', 'tên chủ hộ', 'chủ hộ'],
  fullName: [
    'Họ tên thành viên',
    'member',
    'thành viên',
    'họ và tên thành viên',
    'họ tên thành viên trong hộ',
    'họ và tên',
    'họ tên',
    'tên thành viên',
  ],
  relation: ['Quan hệ với chủ hộ', 'member', 'quan hệ', 'mối quan hệ với chủ hộ', 'QH với chủ hộ'],
  birthDate: ['Ngày sinh', 'member', 'ngày tháng năm sinh', 'năm sinh', 'ngày, tháng, năm sinh'],
  birthYearMale: ['Năm sinh nam', 'member', 'nam'],
  birthYearFemale: ['Năm sinh nữ', 'member', 'nữ'],
  sex: ['Giới tính', 'member', 'giới', 'nam/nữ'],
  identityNumber: [
    'CCCD',
    'member',
    'số CCCD',
    'số định danh cá nhân',
    'số định danh',
    'CCCD/CMND',
    'CMND/CCCD',
    'số CCCD/CMND',
    'căn cước công dân',
    'số căn cước',
    'số căn cước công dân',
  ],
  province: ['Tỉnh', 'place', 'tỉnh/thành phố', 'tên tỉnh'],
  provinceCode: ['Mã tỉnh', 'place'],
  district: ['Huyện', 'place', 'quận/huyện', 'tên huyện'],
  districtCode: ['Mã huyện', 'place'],
  commune: ['Xã', 'place', 'xã/phường', 'phường/xã', 'xã/phường/thị trấn', 'tên xã', 'xã, phường, thị trấn'],
  communeCode: ['Mã xã', 'place', 'mã xã/phường', 'mã đơn vị hành chính'],
  village: [
    'Thôn',
    'place',
    'thôn/bản',
    'thôn, bản',
    'thôn/bản/tổ dân phố',
    'thôn/tổ dân phố',
    'bản',
    'ấp',
    'buôn',
    'khóm',
    'khu phố',
    'tổ dân phố',
    'tên thôn',
    'thôn/xóm',
  ],
  ethnicity: ['Dân tộc', 'member', 'thành phần dân tộc', 'tên dân tộc'],
  class: [
    'Phân loại hộ',
    'household',
    'phân loại',
    'loại hộ',
    'kết quả phân loại',
    'phân loại cuối kỳ',
    'kết quả rà soát',
  ],
  decisionNumber: [
    'QĐ công nhận',
    'household',
    'quyết định công nhận',
    'số quyết định',
    'số QĐ',
    'số quyết định công nhận',
  ],
  decisionDay: ['Ngày QĐ', 'household', 'ngày quyết định', 'ngày ký quyết định'],
  incomeScore: ['B1', 'household', 'điểm A', 'điểm B1', 'tổng điểm B1', 'tổng điểm A'],
  deprivationScore: ['B2', 'household', 'điểm B', 'điểm B2', 'tổng điểm B2', 'tổng điểm B'],
  minority: ['Hộ DTTS', 'household', 'isDTTS', 'DTTS', 'hộ dân tộc thiểu số'],
  noLabourCapacity: [
    'Hộ không có khả năng lao động',
    'household',
    'isKNLD',
    'KNLĐ',
    'không có khả năng lao động',
    'KCKNLĐ',
  ],
  merit: [
    'Hộ có thành viên có công',
    'household',
    'isTVCCCM',
    'TVCCCM',
    'hộ có người có công',
    'người có công',
    'CSCC',
    'có công',
  ],
  causes: ['Nguyên nhân nghèo', 'household', 'nguyên nhân', 'nguyên nhân nghèo, cận nghèo'],
  address: ['Địa chỉ', 'household', 'nơi ở', 'chỗ ở hiện tại'],
  note: ['Ghi chú', 'household'],
  age: ['Tuổi', 'member'],
  persons: ['Số nhân khẩu', 'household', 'nhân khẩu', 'số khẩu', 'tổng số nhân khẩu của hộ', 'số thành viên'],

  year: ['Năm rà soát', 'household', 'năm'],
  standard: ['Chuẩn nghèo', 'household', 'chuẩn'],
  openingClass: [
    'Phân loại đầu kỳ',
    'household',
    'loại hộ đầu kỳ',
    'phân loại năm trước',
    'loại hộ năm trước',
  ],
  openingPersons: ['Nhân khẩu đầu kỳ', 'household', 'số nhân khẩu đầu kỳ'],
  openingVillage: ['Thôn đầu kỳ', 'household'],
  openingCommuneCode: ['Mã xã đầu kỳ', 'household'],
  goneReason: ['Lý do không còn trong danh sách', 'household', 'lý do không còn', 'lý do giảm'],
  arrivalReason: ['Lý do có thêm trong danh sách', 'household', 'lý do có thêm', 'lý do tăng'],
  stage: ['Bước rà soát', 'household', 'giai đoạn'],
  computedClass: ['Phân loại tính được', 'household'],
  overrideReason: ['Lý do khác kết quả tính', 'household'],
  areaType: ['Khu vực', 'household', 'khu vực (nông thôn/thành thị)', 'thành thị/nông thôn'],
  surveyDay: ['Ngày rà soát', 'household', 'ngày điều tra'],
  evidence: ['Căn cứ xếp loại', 'household'],
  scorecard: ['Thang điểm', 'household', 'mã thang điểm'],
  verified: ['Đã kiểm chứng', 'household'],
  localMinority: ['Hộ DTTS tại chỗ', 'household', 'DTTC', 'dân tộc thiểu số tại chỗ'],
  femaleHead: ['Chủ hộ là nữ', 'household', 'chủ hộ nữ'],
  socialAssistance: ['Hộ hưởng bảo trợ xã hội', 'household', 'BTXH', 'hộ bảo trợ xã hội'],
  recentlyExited: ['Mới thoát nghèo (36 tháng)', 'household', 'mới thoát nghèo'],
  oncePoor: ['Từng là hộ nghèo', 'household'],
  onceNearPoor: ['Từng là hộ cận nghèo', 'household'],
  headEthnicity: ['Dân tộc chủ hộ', 'household', 'dân tộc của chủ hộ'],
  children: ['Số trẻ em', 'household', 'số trẻ em dưới 16 tuổi'],
  childrenDeprivedOfHealth: ['Trẻ em thiếu hụt y tế', 'household'],
  childrenDeprivedOfEducation: ['Trẻ em thiếu hụt giáo dục', 'household'],
  wishes: ['Nguyện vọng hỗ trợ', 'household', 'nhu cầu hỗ trợ', 'nguyện vọng'],
  phone: ['Điện thoại', 'household', 'số điện thoại', 'SĐT'],
  registrationNumber: ['Số hộ khẩu', 'household', 'số sổ hộ khẩu'],
  durableWall: ['Tường bền chắc', 'household'],
  durablePillar: ['Cột bền chắc', 'household'],
  durableRoof: ['Mái bền chắc', 'household'],
  areaSquareMetres: ['Diện tích nhà (m2)', 'household', 'diện tích nhà ở', 'diện tích nhà'],
  water: ['Nguồn nước', 'household', 'nguồn nước sinh hoạt'],
  toilet: ['Nhà tiêu', 'household', 'loại nhà tiêu', 'hố xí'],
  usesInternet: ['Sử dụng Internet', 'household'],
  usesPhoneSubscription: ['Thuê bao điện thoại', 'household'],
  ownsInformationDevice: ['Có phương tiện tiếp cận thông tin', 'household'],
  hearsLoudspeaker: ['Nghe được loa truyền thanh', 'household'],
  monthlyIncomePerPerson: [
    'Thu nhập bình quân (đồng/người/tháng)',
    'household',
    'thu nhập bình quân đầu người',
  ],
  farmHousehold: ['Hộ nông, lâm, ngư, diêm nghiệp', 'household'],

  maritalStatus: ['Tình trạng hôn nhân', 'member', 'hôn nhân'],
  educationFinished: ['Trình độ học vấn', 'member', 'trình độ', 'bằng cấp cao nhất'],
  attending: ['Đang học', 'member', 'tình trạng đi học', 'cấp học đang theo học'],
  vocationalCertificate: ['Chứng chỉ nghề', 'member'],
  labourStatus: ['Tình trạng việc làm', 'member', 'việc làm', 'tình trạng lao động'],
  healthInsurance: ['Có BHYT', 'member', 'BHYT', 'bảo hiểm y tế', 'thẻ BHYT'],
  insuranceGroup: ['Nhóm BHYT', 'member'],
  nutrition: ['Tình trạng dinh dưỡng', 'member', 'dinh dưỡng'],
  disabilityForm: ['Dạng khuyết tật', 'member'],
  disabilityDegree: ['Mức độ khuyết tật', 'member'],
  meritGroup: ['Nhóm người có công', 'member', 'đối tượng người có công'],
  monthlyAllowance: ['Trợ cấp hằng tháng', 'member', 'trợ cấp xã hội hàng tháng', 'trợ cấp hàng tháng'],
  untreatedIllness: ['Ốm nặng không được khám chữa', 'member'],

  populationHouseholds: ['Tổng số hộ dân cư', 'population', 'tổng số hộ', 'số hộ dân cư'],
  populationPersons: ['Tổng số nhân khẩu', 'population', 'tổng nhân khẩu'],
  minorityHouseholds: ['Tổng số hộ DTTS', 'population', 'số hộ DTTS'],
  minorityPersons: ['Tổng nhân khẩu DTTS', 'population', 'số nhân khẩu DTTS'],
  localMinorityHouseholds: ['Tổng số hộ DTTS tại chỗ', 'population'],
  localMinorityPersons: ['Tổng nhân khẩu DTTS tại chỗ', 'population'],
  source: ['Nguồn số liệu', 'population', 'nguồn'],
  populationDay: ['Ngày số liệu', 'population'],

  roundStatus: ['Tình trạng đợt', 'round'],
  referenceDay: ['Ngày lấy mốc', 'round'],
  openedOn: ['Ngày mở đợt', 'round'],
  closedOn: ['Ngày kết thúc đợt', 'round'],
  lockedOn: ['Ngày khóa sổ', 'round'],
  localStandard: ['Chuẩn nghèo địa phương', 'round'],

  localClass: [
    'Phân loại theo chuẩn địa phương',
    'household',
    'phân loại hộ theo chuẩn địa phương',
    'phân loại (chuẩn địa phương)',
    'phân loại địa phương',
    'loại hộ theo chuẩn địa phương',
    'loại hộ (chuẩn địa phương)',
    'phân loại theo chuẩn tỉnh',
    'loại hộ theo chuẩn tỉnh',
  ],
  localOpeningClass: [
    'Phân loại đầu kỳ theo chuẩn địa phương',
    'household',
    'phân loại đầu kỳ (chuẩn địa phương)',
    'phân loại năm trước theo chuẩn địa phương',
  ],
  localArrivalReason: ['Lý do có thêm theo chuẩn địa phương', 'household'],
  localStage: ['Bước rà soát theo chuẩn địa phương', 'household'],
  localComputedClass: ['Phân loại tính được theo chuẩn địa phương', 'household'],
  localOverrideReason: ['Lý do khác kết quả tính theo chuẩn địa phương', 'household'],
  localDeprivations: ['Thiếu hụt theo chuẩn địa phương', 'household'],
  localVerified: ['Đã kiểm chứng theo chuẩn địa phương', 'household'],
  localOncePoor: ['Từng là hộ nghèo theo chuẩn địa phương', 'household'],
  localOnceNearPoor: ['Từng là hộ cận nghèo theo chuẩn địa phương', 'household'],

  lineNumber: ['STT', 'noted', 'TT', 'số thứ tự', 'STT thành viên', 'A'],
} as const satisfies Record<string, readonly [string, ColumnLevel, ...string[]]>;

export type ColumnKey = keyof typeof columns;

export const EXCHANGE_COLUMNS: readonly ExchangeColumn[] = Object.entries(columns).map(
  ([key, [label, level, ...others]]) => ({ key: key as ColumnKey, label, level, others }),
);

export const columnLabel = (key: ColumnKey): string => columns[key][0];

const KEY_OF_HEADER = new Map<string, ColumnKey>();
for (const { key, label, others } of EXCHANGE_COLUMNS)
  for (const header of [key, label, ...others])
    if (!KEY_OF_HEADER.has(foldWord(header))) KEY_OF_HEADER.set(foldWord(header), key);

/** The column a header names, whatever its case, marks and line breaks; a note in brackets may be left out. */
export function findColumn(header: string): ColumnKey | undefined {
  const whole = KEY_OF_HEADER.get(foldWord(header));
  return whole ?? KEY_OF_HEADER.get(foldWord(header.replace(/\([^)]*\)/gu, ' ')));
}

/** What a household comes to under a local standard: written only where a round has one. */
export const LOCAL_COLUMNS: ReadonlySet<ColumnKey> = new Set<ColumnKey>([
  'localClass',
  'localOpeningClass',
  'localArrivalReason',
  'localStage',
  'localComputedClass',
  'localOverrideReason',
  'localDeprivations',
  'localVerified',
  'localOncePoor',
  'localOnceNearPoor',
]);

/** Columns of one indicator each: "Thiếu hụt: Việc làm". */
export const deprivationHeader = (indicatorLabel: string): string => `Thiếu hụt: ${indicatorLabel}`;
