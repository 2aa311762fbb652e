import type { Text } from '../shared/text.ts';
import type { Flag } from './derive-flags.ts';
import type {
  DisabilityDegree,
  DisabilityForm,
  DwellingFacts,
  EducationLevel,
  LabourStatus,
  MaritalStatus,
  MemberFacts,
  NutritionStatus,
  PovertyCause,
  Relation,
  SchoolAttendance,
  Sex,
  SupportWish,
  Toilet,
  WaterSource,
} from './household-facts.ts';

/** What a reader sees for the codes facts are kept as; the words of the form, in both languages. */
const text = (vi: string, en: string): Text => ({ vi, en });

export const YES_NO = { yes: text('có', 'yes'), no: text('không', 'no') } as const;

export const SEX_LABELS: Readonly<Record<Sex, Text>> = {
  male: text('nam', 'male'),
  female: text('nữ', 'female'),
};

export const RELATION_LABELS: Readonly<Record<Relation, Text>> = {
  head: text('chủ hộ', 'head'),
  spouse: text('vợ, chồng', 'spouse'),
  child: text('con', 'child'),
  parent: text('bố, mẹ', 'parent'),
  grandparent: text('ông, bà', 'grandparent'),
  grandchild: text('cháu', 'grandchild'),
  sibling: text('anh, chị, em', 'sibling'),
  other: text('khác', 'other'),
};

export const MARITAL_LABELS: Readonly<Record<MaritalStatus, Text>> = {
  single: text('độc thân', 'single'),
  married: text('có vợ, chồng', 'married'),
  widowed: text('góa', 'widowed'),
  divorced: text('ly hôn', 'divorced'),
  separated: text('ly thân', 'separated'),
};

export const EDUCATION_LABELS: Readonly<Record<EducationLevel, Text>> = {
  none: text('chưa đi học', 'no schooling'),
  belowPrimary: text('chưa xong tiểu học', 'below primary'),
  primary: text('tiểu học', 'primary'),
  lowerSecondary: text('trung học cơ sở', 'lower secondary'),
  upperSecondary: text('trung học phổ thông', 'upper secondary'),
  elementaryVocational: text('sơ cấp', 'elementary vocational'),
  intermediateVocational: text('trung cấp', 'intermediate vocational'),
  college: text('cao đẳng', 'college'),
  university: text('đại học', 'university'),
  postgraduate: text('trên đại học', 'postgraduate'),
};

export const ATTENDANCE_LABELS: Readonly<Record<SchoolAttendance, Text>> = {
  no: text('không đi học', 'not attending'),
  preschool: text('mầm non', 'preschool'),
  primary: text('tiểu học', 'primary'),
  lowerSecondary: text('trung học cơ sở', 'lower secondary'),
  upperSecondary: text('trung học phổ thông', 'upper secondary'),
  vocational: text('học nghề', 'vocational school'),
  higher: text('cao đẳng, đại học', 'college, university'),
};

export const LABOUR_LABELS: Readonly<Record<LabourStatus, Text>> = {
  farmWork: text('làm nông, lâm, ngư nghiệp', 'farm, forestry, fishery work'),
  wageWorkWithContract: text('làm thuê có hợp đồng', 'wage work with a contract'),
  wageWorkWithoutContract: text('làm thuê không hợp đồng', 'wage work without a contract'),
  selfEmployed: text('tự làm', 'self-employed'),
  unemployed: text('thất nghiệp', 'unemployed'),
  unable: text('không có khả năng lao động', 'unable to work'),
  student: text('đi học', 'student'),
  homemaker: text('nội trợ', 'homemaker'),
  tooYoung: text('chưa đến tuổi lao động', 'below working age'),
  retired: text('nghỉ hưu, quá tuổi', 'retired'),
};

export const NUTRITION_LABELS: Readonly<Record<NutritionStatus, Text>> = {
  normal: text('bình thường', 'normal'),
  stunted: text('thấp còi', 'stunted'),
  underweight: text('nhẹ cân', 'underweight'),
  stuntedAndUnderweight: text('thấp còi và nhẹ cân', 'stunted and underweight'),
};

export const DISABILITY_FORM_LABELS: Readonly<Record<DisabilityForm, Text>> = {
  movement: text('vận động', 'movement'),
  hearingSpeech: text('nghe, nói', 'hearing, speech'),
  vision: text('nhìn', 'vision'),
  mental: text('thần kinh, tâm thần', 'mental'),
  intellectual: text('trí tuệ', 'intellectual'),
  other: text('khuyết tật khác', 'another disability'),
};

export const DISABILITY_DEGREE_LABELS: Readonly<Record<DisabilityDegree, Text>> = {
  extremelySevere: text('đặc biệt nặng', 'extremely severe'),
  severe: text('nặng', 'severe'),
  mild: text('nhẹ', 'mild'),
};

/** Facts of a member that are kept as one of a few codes, with their words. */
export const MEMBER_CODE_LABELS: { readonly [Key in keyof MemberFacts]?: Readonly<Record<string, Text>> } = {
  relation: RELATION_LABELS,
  sex: SEX_LABELS,
  maritalStatus: MARITAL_LABELS,
  educationFinished: EDUCATION_LABELS,
  attending: ATTENDANCE_LABELS,
  labourStatus: LABOUR_LABELS,
  nutrition: NUTRITION_LABELS,
  disabilityForm: DISABILITY_FORM_LABELS,
  disabilityDegree: DISABILITY_DEGREE_LABELS,
};

export const WATER_LABELS: Readonly<Record<WaterSource, Text>> = {
  piped: text('nước máy', 'piped water'),
  drilledWell: text('giếng khoan', 'drilled well'),
  protectedWell: text('giếng đào được bảo vệ', 'protected dug well'),
  protectedSpring: text('khe, mó được bảo vệ', 'protected spring'),
  rain: text('nước mưa', 'rain water'),
  bottled: text('nước đóng chai, bình', 'bottled water'),
  unprotectedWell: text('giếng đào không được bảo vệ', 'unprotected dug well'),
  unprotectedSpring: text('khe, mó không được bảo vệ', 'unprotected spring'),
  surface: text('sông, suối, ao, hồ', 'river, stream, pond, lake'),
  other: text('nguồn khác', 'another source'),
};

export const TOILET_LABELS: Readonly<Record<Toilet, Text>> = {
  septic: text('tự hoại, bán tự hoại', 'septic or semi-septic'),
  pourFlush: text('thấm dội nước', 'pour-flush'),
  ventilatedPit: text('chìm có ống thông hơi', 'ventilated pit'),
  doubleVault: text('hai ngăn', 'double vault'),
  otherToilet: text('loại khác', 'another kind'),
  noToilet: text('không có', 'none'),
};

export const CAUSE_LABELS: Readonly<Record<PovertyCause, Text>> = {
  landLack: text('thiếu đất sản xuất', 'lack of land'),
  capitalLack: text('thiếu vốn', 'lack of capital'),
  labourLack: text('thiếu lao động', 'lack of labour'),
  toolLack: text('thiếu công cụ, phương tiện sản xuất', 'lack of tools'),
  productionKnowledgeLack: text('thiếu kiến thức sản xuất', 'lack of production knowledge'),
  labourSkillLack: text('thiếu kỹ năng lao động', 'lack of labour skills'),
  illness: text('ốm đau, bệnh nặng, tai nạn', 'illness, serious disease, accident'),
  otherCause: text('nguyên nhân khác', 'another cause'),
};

export const WISH_LABELS: Readonly<Record<SupportWish, Text>> = {
  health: text('y tế', 'health'),
  education: text('giáo dục', 'education'),
  production: text('sản xuất', 'production'),
  credit: text('vay vốn tín dụng', 'credit'),
  housing: text('nhà ở', 'housing'),
  otherSupport: text('hỗ trợ khác', 'other support'),
};

export const FLAG_LABELS: Readonly<Record<Flag, Text>> = {
  minority: text('dân tộc thiểu số', 'ethnic minority'),
  localMinority: text('dân tộc thiểu số tại chỗ', 'local ethnic minority'),
  noLabourCapacity: text('không có khả năng lao động', 'no labour capacity'),
  merit: text('có người có công', 'with a person of merit'),
  femaleHead: text('chủ hộ là nữ', 'female head'),
  socialAssistance: text('hưởng trợ giúp xã hội', 'social assistance'),
  recentlyExited: text('mới thoát nghèo', 'recently exited'),
};

/** Kinds of monthly allowance the rules know; other words are shown as they stand. */
export const ALLOWANCE_LABELS: Readonly<Record<string, Text>> = {
  none: text('không hưởng', 'none'),
  elderly: text('người cao tuổi', 'elderly person'),
  disability: text('người khuyết tật', 'person with a disability'),
  merit: text('người có công', 'person of merit'),
};

/** The names of the questions asked of each member. */
export const MEMBER_QUESTIONS: Readonly<Record<Exclude<keyof MemberFacts, 'personId' | 'fullName'>, Text>> = {
  relation: text('Quan hệ với chủ hộ', 'Relation to the head'),
  sex: text('Giới tính', 'Sex'),
  birthDate: text('Năm sinh', 'Year of birth'),
  ethnicity: text('Dân tộc', 'Ethnic group'),
  identityNumber: text('CCCD', 'Identity number'),
  maritalStatus: text('Tình trạng hôn nhân', 'Marital status'),
  educationFinished: text('Học xong', 'Education finished'),
  attending: text('Đang học', 'Attending school'),
  vocationalCertificate: text('Chứng chỉ nghề', 'Vocational certificate'),
  labourStatus: text('Việc làm', 'Work'),
  healthInsurance: text('Bảo hiểm y tế', 'Health insurance'),
  insuranceGroup: text('Nhóm bảo hiểm y tế', 'Health insurance group'),
  nutrition: text('Dinh dưỡng', 'Nutrition'),
  disabilityForm: text('Dạng khuyết tật', 'Form of disability'),
  disabilityDegree: text('Mức độ khuyết tật', 'Degree of disability'),
  meritGroup: text('Người có công', 'Person of merit'),
  monthlyAllowance: text('Trợ cấp hằng tháng', 'Monthly allowance'),
  untreatedIllness: text('Bệnh nặng không được chữa trị', 'Serious illness left untreated'),
};

export const DWELLING_QUESTIONS: Readonly<Record<keyof DwellingFacts, Text>> = {
  durableWall: text('Tường bền chắc', 'Durable walls'),
  durablePillar: text('Cột bền chắc', 'Durable pillars'),
  durableRoof: text('Mái bền chắc', 'Durable roof'),
  areaSquareMetres: text('Diện tích ở (m²)', 'Living area (m²)'),
  water: text('Nguồn nước sinh hoạt', 'Water source'),
  toilet: text('Nhà tiêu', 'Toilet'),
  usesInternet: text('Dùng internet', 'Uses the internet'),
  usesPhoneSubscription: text('Có thuê bao điện thoại', 'Has a telephone subscription'),
  ownsInformationDevice: text('Có phương tiện nghe, nhìn', 'Owns an information device'),
  hearsLoudspeaker: text('Nghe được loa truyền thanh', 'Hears the public loudspeaker'),
};
