import type {
  DisabilityDegree,
  DisabilityForm,
  EducationLevel,
  LabourStatus,
  MaritalStatus,
  NutritionStatus,
  SchoolAttendance,
  Toilet,
  WaterSource,
} from '../household/household-facts.ts';
import { makeVocabulary } from './vocabulary.ts';

export const maritalWords = makeVocabulary<MaritalStatus>([
  ['single', 'Độc thân', 'chưa kết hôn', 'chưa vợ/chồng'],
  ['married', 'Có vợ/chồng', 'đã kết hôn', 'kết hôn'],
  ['widowed', 'Góa', 'goá', 'góa vợ/chồng'],
  ['divorced', 'Ly hôn'],
  ['separated', 'Ly thân'],
]);

export const educationWords = makeVocabulary<EducationLevel>([
  ['none', 'Chưa đi học', 'chưa từng đi học', 'không biết chữ'],
  ['belowPrimary', 'Dưới tiểu học', 'chưa tốt nghiệp tiểu học'],
  ['primary', 'Tiểu học', 'TH', 'tốt nghiệp tiểu học', 'cấp 1'],
  ['lowerSecondary', 'Trung học cơ sở', 'THCS', 'tốt nghiệp THCS', 'cấp 2'],
  ['upperSecondary', 'Trung học phổ thông', 'THPT', 'tốt nghiệp THPT', 'cấp 3'],
  ['elementaryVocational', 'Sơ cấp', 'sơ cấp nghề'],
  ['intermediateVocational', 'Trung cấp', 'trung cấp nghề'],
  ['college', 'Cao đẳng', 'CĐ', 'cao đẳng nghề'],
  ['university', 'Đại học', 'ĐH'],
  ['postgraduate', 'Trên đại học', 'sau đại học'],
]);

export const attendanceWords = makeVocabulary<SchoolAttendance>([
  ['no', 'Không đi học', 'không', 'nghỉ học'],
  ['preschool', 'Mầm non', 'mẫu giáo', 'nhà trẻ'],
  ['primary', 'Tiểu học', 'TH'],
  ['lowerSecondary', 'Trung học cơ sở', 'THCS'],
  ['upperSecondary', 'Trung học phổ thông', 'THPT'],
  ['vocational', 'Học nghề', 'nghề'],
  ['higher', 'Cao đẳng, đại học', 'cao đẳng', 'đại học'],
]);

export const labourWords = makeVocabulary<LabourStatus>([
  ['farmWork', 'Làm nông nghiệp', 'nông nghiệp', 'làm nông', 'nông dân'],
  ['wageWorkWithContract', 'Làm công có hợp đồng', 'có hợp đồng lao động'],
  ['wageWorkWithoutContract', 'Làm công không hợp đồng', 'không có hợp đồng lao động', 'làm thuê'],
  ['selfEmployed', 'Tự làm phi nông nghiệp', 'tự làm', 'phi nông nghiệp', 'buôn bán'],
  ['unemployed', 'Thất nghiệp', 'không có việc làm', 'không có việc'],
  ['unable', 'Không có khả năng lao động', 'mất sức lao động', 'KNLĐ'],
  ['student', 'Đang đi học', 'đi học', 'học sinh', 'sinh viên'],
  ['homemaker', 'Nội trợ'],
  ['tooYoung', 'Dưới tuổi lao động', 'còn nhỏ', 'dưới tuổi'],
  ['retired', 'Quá tuổi lao động', 'nghỉ hưu', 'quá tuổi', 'hết tuổi lao động'],
]);

export const nutritionWords = makeVocabulary<NutritionStatus>([
  ['normal', 'Bình thường'],
  ['stunted', 'Thấp còi', 'suy dinh dưỡng chiều cao theo tuổi'],
  ['underweight', 'Nhẹ cân', 'suy dinh dưỡng cân nặng theo tuổi'],
  ['stuntedAndUnderweight', 'Thấp còi và nhẹ cân'],
]);

export const disabilityFormWords = makeVocabulary<DisabilityForm>([
  ['movement', 'Vận động'],
  ['hearingSpeech', 'Nghe, nói'],
  ['vision', 'Nhìn'],
  ['mental', 'Thần kinh, tâm thần', 'tâm thần'],
  ['intellectual', 'Trí tuệ'],
  ['other', 'Khuyết tật khác', 'khác'],
]);

export const disabilityDegreeWords = makeVocabulary<DisabilityDegree>([
  ['extremelySevere', 'Đặc biệt nặng', 'ĐBN'],
  ['severe', 'Nặng'],
  ['mild', 'Nhẹ'],
]);

export const waterWords = makeVocabulary<WaterSource>([
  ['piped', 'Nước máy', 'máy'],
  ['drilledWell', 'Giếng khoan'],
  ['protectedWell', 'Giếng đào được bảo vệ'],
  ['protectedSpring', 'Khe, mó được bảo vệ', 'khe/mó được bảo vệ'],
  ['rain', 'Nước mưa', 'mưa'],
  ['bottled', 'Nước đóng chai, bình', 'đóng chai/bình'],
  ['unprotectedWell', 'Giếng đào không được bảo vệ'],
  ['unprotectedSpring', 'Khe, mó không được bảo vệ'],
  ['surface', 'Nước sông, suối, ao, hồ', 'nước mặt'],
  ['other', 'Nguồn khác', 'khác'],
]);

export const toiletWords = makeVocabulary<Toilet>([
  ['septic', 'Tự hoại, bán tự hoại', 'tự hoại', 'bán tự hoại'],
  ['pourFlush', 'Thấm dội nước'],
  ['ventilatedPit', 'Chìm có ống thông hơi', 'VIP'],
  ['doubleVault', 'Hai ngăn'],
  ['otherToilet', 'Nhà tiêu loại khác', 'khác'],
  ['noToilet', 'Không có nhà tiêu', 'không có'],
]);

/** Kinds of monthly allowance the rules know; any other words are kept as they stand. */
export const allowanceWords = makeVocabulary<'none' | 'elderly' | 'disability' | 'merit'>([
  ['none', 'Không hưởng', 'không', 'không có', '0'],
  ['elderly', 'Trợ cấp người cao tuổi', 'người cao tuổi', 'cao tuổi'],
  ['disability', 'Trợ cấp người khuyết tật', 'người khuyết tật', 'khuyết tật'],
  ['merit', 'Trợ cấp người có công', 'người có công', 'có công'],
]);
